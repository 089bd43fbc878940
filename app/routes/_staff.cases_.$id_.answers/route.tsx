import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import * as answers from "~/i18n/offer-answers";
import { textFor } from "~/i18n/text";
import { useFormat, useText } from "~/i18n/use-text";
import { act } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { chooseTimes } from "~/services/choose-times.server";
import { withdrawOffer } from "~/services/withdraw-offer.server";
import { Button, LinkButton } from "~/ui/button";
import { Empty, Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { FormErrors } from "../_staff/form-errors";
import { localeOf } from "../_staff/locale.server";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { caseOf } from "../_staff.cases_.$id/case.server";
import { CaseCrumbs } from "../_staff.cases_.$id/case-crumbs";
import { SideForm } from "./side-form";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, answers)("title"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const { header, offer, chances } = await caseOf(context.deps, actor, localeOf(request), params.id ?? "");
  const mayAnswer = chances.some((chance) => chance.event === "answerTime" && !chance.why);
  if (!mayAnswer) throw redirect(`/cases/${header.caseId}`);
  return { header, offer, formKey: uuid() };
}

export type AnswersShown = ReturnType<typeof useLoaderData<typeof loader>>;

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const caseId = params.id ?? "";
  if (form.get("intent") === "withdraw") {
    const ended = await act(context.deps, actor, withdrawOffer, { caseId }, `${form.get("_key")}-withdraw`);
    if (!ended.ok) return refuseForm(request, ended, form);
    return redirect(`/cases/${caseId}`, 303);
  }
  const partyId = String(form.get("partyId") ?? "");
  const done = await act(
    context.deps,
    actor,
    chooseTimes,
    {
      caseId,
      partyId,
      choices: form.getAll("choices").map(String),
      how: form.get("how") ?? undefined,
      reason: String(form.get("reason") ?? "").trim() || undefined,
    },
    `${form.get("_key")}-${partyId}`,
  );
  if (!done.ok) return refuseForm(request, done, form);
  return redirect(
    done.sessionId ? `/sessions/${done.sessionId}/told?done=booked` : `/cases/${caseId}/answers?done=saved`,
    303,
  );
}

/** Each side's times as it told them to staff. */
export default function Answers() {
  const { header, offer, formKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const t = useText(answers);
  const format = useFormat();
  return (
    <Page>
      <CaseCrumbs
        header={header}
        title={t("title")}
        about={offer?.isOpen ? t("until", { until: format.instant(offer.until) }) : undefined}
      />
      <FormErrors answer={answer} labelOf={() => undefined} />
      {search.get("done") && !answer ? (
        <Notice tone="done" isOutcome>
          <p>{t("saved")}</p>
        </Notice>
      ) : null}
      <p>{t("about")}</p>
      {offer?.isOpen ? (
        <>
          {offer.sides.map((side) => (
            <SideForm key={side.partyId} side={side} offer={offer} formKey={formKey} />
          ))}
          <Section id="withdraw" title={t("withdraw")} note={t("withdrawNote")}>
            <Form method="post" className="gap">
              <input type="hidden" name="_key" value={formKey} />
              <Button name="intent" value="withdraw">
                {t("withdraw")}
              </Button>
            </Form>
          </Section>
        </>
      ) : (
        <Empty
          title={t("none")}
          action={<LinkButton href={`/cases/${header.caseId}/book?do=offer`}>{t("offer")}</LinkButton>}
        >
          {t("noneText")}
        </Empty>
      )}
    </Page>
  );
}
