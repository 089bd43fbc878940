import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import * as absences from "~/i18n/absences";
import { useText } from "~/i18n/use-text";
import { guarded } from "~/platform/answer.server";
import { requireOpened } from "~/platform/party.server";
import { absencesQuery } from "~/services/queries-absences.server";
import { ask } from "~/services/query.server";
import { Notice } from "~/ui/notice";
import { FormErrors } from "../_staff/form-errors";
import { refuseForm } from "../_staff/refusal.server";
import { useAbsenceLabels } from "../p.$token.cannot/labels";
import { NeedsForm } from "./needs-form";
import { noteFor } from "./note-needs.server";
import { ReadingForm } from "./reading-form";
import { WishForm } from "./wish-form";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireOpened(request, params.token, context);
  const { caseId, partyId } = actor;
  const told = await guarded(() => ask(context.deps, actor, absencesQuery, { caseId, partyId }));
  if (!told.ok) throw new Response(null, { status: 404 });
  const { needs, words, preferences, reading } = told;
  return { needs, words, preferences, reading, partyId };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireOpened(request, params.token, context);
  const form = await request.formData();
  const { caseId, partyId } = actor;
  const known = noteFor(String(form.get("intent"))) ?? noteFor("needs");
  if (!known) throw new Response(null, { status: 400 });
  const done = await known.note(context.deps, actor, { caseId, partyId }, form);
  if (!done.ok) return refuseForm(request, done, form);
  return redirect(`/p/${params.token}/needs?told=${SAVED[known.intent]}`, 303);
}

const SAVED = { needs: "savedNeeds", wish: "savedWish", reading: "savedReading" } as const;

/** What one needs to take part; the court then uses only what meets it. */
export default function Needs() {
  const { needs, words, preferences, reading, partyId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const t = useText(absences);
  const told = search.get("told");
  const labelOf = useAbsenceLabels();
  return (
    <>
      <h1>{t("needs.title")}</h1>
      <FormErrors answer={answer} labelOf={labelOf} />
      {!answer && (told === "savedNeeds" || told === "savedWish" || told === "savedReading") ? (
        <Notice isOutcome tone="done" title={t(told)} />
      ) : null}
      <p>{t("needs.lead")}</p>
      <NeedsForm partyId={partyId} needs={needs} words={words} answer={answer} isLarge />
      <section aria-labelledby="h-wish">
        <h2 id="h-wish">{t("wish.title")}</h2>
        <p>{t("wish.lead")}</p>
        <WishForm partyId={partyId} preferences={preferences} isLarge />
      </section>
      <section aria-labelledby="h-reading">
        <h2 id="h-reading">{t("reading.title")}</h2>
        <ReadingForm partyId={partyId} reading={reading} answer={answer} isLarge />
      </section>
    </>
  );
}
