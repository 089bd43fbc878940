import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import * as page from "~/i18n/agreement-page";
import * as reviewCodes from "~/i18n/review-codes";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useLocale, useText } from "~/i18n/use-text";
import { act, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { handOver } from "~/services/hand-over.server";
import { packagePreviewQuery } from "~/services/queries-package.server";
import { rosterListsQuery } from "~/services/queries-roster.server";
import { ask } from "~/services/query.server";
import { Button, LinkButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select } from "~/ui/input";
import { NextActions } from "~/ui/next-actions";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { Status } from "~/ui/status";
import { FormErrors, fieldsOf } from "../_staff/form-errors";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { caseOf } from "../_staff.cases_.$id/case.server";
import { CaseCrumbs } from "../_staff.cases_.$id/case-crumbs";
import { nameIn } from "../_staff.cases_.$id/names";
import { ContentSection } from "./content-section";
import { fixOf } from "./fixes";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, page)("handOver"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const { header, chances, sessions } = await caseOf(deps, actor, localeOf(request), params.id ?? "");
  const { caseId } = header;
  const preview = await guarded(() => ask(deps, actor, packagePreviewQuery, { caseId }));
  const lists = await guarded(() => ask(deps, actor, rosterListsQuery, {}));
  if (!preview.ok || !lists.ok) throw new Response(null, { status: 404 });
  return {
    header,
    preview,
    chance: chances.find(({ event }) => event === "handOver") ?? null,
    lastSessionId:
      sessions.filter((one) => one.status === "held" || one.status === "open").at(-1)?.sessionId ?? null,
    judges: lists.judges.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
    formKey: uuid(),
  };
}

export type PreviewShown = ReturnType<typeof useLoaderData<typeof loader>>["preview"];

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const caseId = params.id ?? "";
  const judgeId = String(form.get("judgeId") ?? "") || undefined;
  const done = await act(context.deps, actor, handOver, { caseId, judgeId }, String(form.get("_key") ?? ""));
  if (!done.ok) return refuseForm(request, done, form);
  return redirect(`/cases/${caseId}?done=handOver`, 303);
}

/** Everything that goes to the judge, what is missing with the place to put it right, one act. */
export default function HandOver() {
  const { header, preview, chance, lastSessionId, judges, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [t, code, tShell] = [useText(page), useText(reviewCodes), useText(shell)];
  const locale = useLocale();
  const { error, value } = fieldsOf(answer);
  const isReady = Boolean(chance && !chance.why) && preview.missing.length === 0;
  return (
    <Page>
      <CaseCrumbs header={header} title={t("handOver")} about={t("handOverAbout")} />
      <FormErrors answer={answer} labelOf={(name) => (name === "judgeId" ? t("judge") : undefined)} />
      {preview.missing.length > 0 ? (
        <Section id="missing" title={t("packageMissing")} note={t("packageMissingNote")}>
          <NextActions
            actions={preview.missing.map((fault, index) => ({
              id: fault,
              title: code(`package.${fault}`),
              act: (
                <LinkButton
                  look={index === 0 ? "main" : undefined}
                  href={fixOf(header.caseId, fault, lastSessionId)}
                >
                  {t(`fix.${fault}`)}
                </LinkButton>
              ),
            }))}
          />
        </Section>
      ) : null}
      {chance?.why ? (
        <Notice tone="risk" title={t("notNow")}>
          <p>{chance.why}</p>
        </Notice>
      ) : null}
      <ContentSection preview={preview} />
      {isReady ? (
        <Form method="post" className="form gap" noValidate>
          <p>
            <Status tone="done">{t("packageComplete")}</Status>
          </p>
          <input type="hidden" name="_key" value={formKey} />
          <Field
            id="judgeId"
            label={t("judge")}
            hint={t("judgeHint")}
            error={error("judgeId")}
            errorPrefix={tShell("error")}
          >
            <Select
              name="judgeId"
              blank={t("judgeAuto")}
              defaultValue={value("judgeId")}
              options={judges.map((one) => ({ value: one.id, label: nameIn(locale, one) }))}
            />
          </Field>
          <div className="acts">
            <Button look="main">{t("handOverDo")}</Button>
            <LinkButton look="quiet" href={`/cases/${header.caseId}`}>
              {tShell("cancel")}
            </LinkButton>
          </div>
        </Form>
      ) : null}
    </Page>
  );
}
