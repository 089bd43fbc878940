import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import * as page from "~/i18n/agreement-page";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { requireViewer } from "~/platform/viewer.server";
import { LinkButton } from "~/ui/button";
import { Empty, Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { FormErrors } from "../_staff/form-errors";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { CaseCrumbs } from "../_staff.cases_.$id/case-crumbs";
import { agreementOf } from "./agreement.server";
import { PerformSection, RefuseSection } from "./ending-sections";
import { runAgreement } from "./run.server";
import { SignSection } from "./sign-section";
import { TermForm } from "./term-form";
import { valuesOf } from "./term-values";
import { TextSection } from "./text-section";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, page)("title"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const shown = await agreementOf(context.deps, actor, localeOf(request), params.id ?? "");
  return { shown, formKey: uuid() };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  return runAgreement({ deps: context.deps, actor, request, caseId: params.id ?? "", form });
}

const DONE = ["draft", "incomplete", "sign", "effective", "apply"] as const;
const ROW = /^o\.(\d+)\.(\w+)$/;

/** From what was said to what is signed: terms, text, signatures, application. */
export default function AgreementPage() {
  const { shown, formKey } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const [search] = useSearchParams();
  const t = useText(page);
  const { agreement, header } = shown;
  const answer = back?.answer ?? undefined;
  const stored = { ...valuesOf(agreement?.terms), route: agreement?.route ?? undefined };
  const values = back?.values ?? (answer?.values.intent === "draft" ? answer.values : undefined);
  const filled = { ...(values ?? stored) } as Record<string, string>;
  const storedRows = Math.max(1, agreement?.terms.obligations.length ?? 1);
  const rows = values && back ? back.rows : Array.from({ length: storedRows }, (_, row) => row);
  const mayDraft = shown.chances.some((one) => one.event === "draftAgreement" && !one.why);
  const draft = shown.chances.find((one) => one.event === "draftAgreement");
  const handOver = shown.chances.find((one) => one.event === "handOver");
  const done = DONE.find((one) => one === search.get("done"));
  const labelOf = (name: string) => {
    const field = ROW.exec(name)?.[2] ?? name;
    const known = {
      amount: "amount",
      plan: "plan",
      dueOn: "dueOn",
      route: "routeLegend",
      reason: "refuseReason",
    } as const;
    return Object.hasOwn(known, field) ? t(known[field as keyof typeof known]) : undefined;
  };
  const form = (
    <TermForm shown={shown} values={filled} fields={answer?.fields ?? {}} rows={rows} formKey={formKey} />
  );
  return (
    <Page>
      <CaseCrumbs
        header={header}
        title={t("title")}
        about={t("about")}
        acts={
          handOver ? (
            <LinkButton look={handOver.why ? undefined : "main"} href={`/cases/${shown.caseId}/hand-over`}>
              {t("toHandOver")}
            </LinkButton>
          ) : undefined
        }
      />
      {done && !back ? (
        <Notice tone={done === "incomplete" ? "risk" : "done"} isOutcome>
          <p>{t(`done.${done}`)}</p>
        </Notice>
      ) : null}
      <FormErrors answer={answer} labelOf={labelOf} />
      {agreement ? (
        <>
          <TextSection shown={shown} agreement={agreement} />
          <SignSection shown={shown} agreement={agreement} formKey={formKey} what="sign" />
          {agreement.effectiveAt && agreement.route === "confirm" ? (
            <SignSection shown={shown} agreement={agreement} formKey={formKey} what="apply" />
          ) : null}
          <PerformSection shown={shown} formKey={formKey} />
          <RefuseSection shown={shown} formKey={formKey} answer={answer} />
        </>
      ) : (
        <Section id="none" title={t("text")}>
          <Empty title={t("none")}>{mayDraft ? t("noneText") : draft?.why}</Empty>
        </Section>
      )}
      {mayDraft && !agreement ? (
        <Section id="terms" title={t("terms")}>
          {form}
        </Section>
      ) : null}
      {mayDraft && agreement ? (
        <details className="fold" open={Boolean(values) || agreement.missing.length > 0}>
          <summary>{t("redraft")}</summary>
          {form}
        </details>
      ) : null}
    </Page>
  );
}
