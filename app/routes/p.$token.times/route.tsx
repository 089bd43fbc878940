import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { refuse } from "~/domain/result";
import { fieldErrorText } from "~/i18n/field-error-text";
import * as times from "~/i18n/party-times";
import { refusalText } from "~/i18n/refusal-text";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { act, guarded, statusOf } from "~/platform/answer.server";
import { requireLink } from "~/platform/party.server";
import { chooseTimes } from "~/services/choose-times.server";
import { partyOfferQuery } from "~/services/queries-offers.server";
import { ask } from "~/services/query.server";
import { ErrorSummary } from "~/ui/error-summary";
import { localeOf } from "../_staff/locale.server";
import { Answered } from "./answered";
import { Booked } from "./booked";
import { NoChoice } from "./no-choice";
import { type Refused, TimesForm } from "./times-form";

/** A refusal may mean that the offer has closed meanwhile, so the page is read again after one too. */
export const shouldRevalidate = () => true;

/** Time and place only: this page needs no second secret (design, section 4). */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { actor } = await requireLink(params.token, context);
  const page = await guarded(() => ask(context.deps, actor, partyOfferQuery, { caseId: actor.caseId }));
  if (!page.ok) throw new Response(null, { status: 404 });
  return { offer: page.offer, court: page.court, token: params.token as string };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { actor } = await requireLink(params.token, context);
  const form = await request.formData();
  const suits = form.get("answer") === "suit";
  const choices = suits ? form.getAll("choices").map(String) : [];
  const reason = String(form.get("reason") ?? "");
  const answer =
    suits && choices.length === 0
      ? refuse("invalidInput", { fields: { choices: ["pickOne"] } })
      : await act(context.deps, actor, chooseTimes, {
          caseId: actor.caseId,
          choices,
          ...(reason.trim() ? { reason } : {}),
        });
  // A second press of the same button finds the answer as it should stand.
  if (answer.ok || answer.refusal === "alreadyAnswered")
    return redirect(`/p/${params.token}/times?told=${suits ? "suit" : "none"}`, 303);
  const locale = localeOf(request);
  const fieldId = (["choices", "reason"] as const).find((name) => answer.fields?.[name]);
  const code = fieldId && answer.fields?.[fieldId]?.[0];
  const message =
    code === "pickOne"
      ? textFor(locale, times)("pickOne")
      : code && answer.refusal === "invalidInput"
        ? fieldErrorText(locale, code)
        : refusalText(locale, answer);
  const body: Refused = { message, fieldId: fieldId ?? null, choices, reason };
  return Response.json(body, { status: statusOf(answer) });
}

export default function OfferedTimes() {
  const { offer, court, token } = useLoaderData<typeof loader>();
  const failed = useActionData<Refused>();
  const [t, say] = [useText(times), useText(shell)];
  const isTold = useSearchParams()[0].has("told");
  const errors = failed ? [{ message: failed.message, fieldId: failed.fieldId ?? undefined }] : [];
  const summary = <ErrorSummary title={say("notDone")} errors={errors} attempt={failed} />;
  if (offer?.status === "booked")
    return (
      <>
        {summary}
        <Booked booked={offer.booked} court={court} token={token} />
      </>
    );
  if (offer?.status !== "open")
    return (
      <>
        {summary}
        <NoChoice status={offer?.status ?? "never"} until={offer?.until ?? null} phone={court.phone} />
      </>
    );
  return (
    <>
      <h1>{offer.chosen ? t("answeredTitle") : t("title")}</h1>
      {summary}
      {offer.chosen ? (
        <Answered chosen={offer.chosen} slots={offer.slots} isNews={isTold && !failed} />
      ) : (
        <p>{t("lead")}</p>
      )}
      <TimesForm offer={offer} address={court.address} failed={failed} />
    </>
  );
}
