import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { v4 as uuid } from "uuid";
import * as people from "~/i18n/session-people";
import { textFor } from "~/i18n/text";
import { useText } from "~/i18n/use-text";
import { act, guarded } from "~/platform/answer.server";
import { requireViewer } from "~/platform/viewer.server";
import { addParticipant } from "~/services/add-participant.server";
import { answerInvitation } from "~/services/answer-invitation.server";
import { excuseParticipant } from "~/services/excuse-participant.server";
import { sessionPeopleQuery } from "~/services/queries-session-people.server";
import { ask } from "~/services/query.server";
import { Notice } from "~/ui/notice";
import { Page } from "~/ui/page";
import { FormErrors } from "../_staff/form-errors";
import { textsOf } from "../_staff/form-fields";
import { pageTitle } from "../_staff/page-title";
import { refuseForm } from "../_staff/refusal.server";
import { placeOfSession } from "../_staff.sessions_.$id/place.server";
import { SessionCrumbs } from "../_staff.sessions_.$id/session-crumbs";
import { AddLawyer } from "./add-lawyer";
import { ComingTable } from "./coming-table";
import { ExcusedList } from "./excused-list";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (locale) => textFor(locale, people)("title"));

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const place = await placeOfSession(deps, actor, params.id);
  const { sessionId, first } = place;
  const found = await guarded(() => ask(deps, actor, sessionPeopleQuery, { caseId: first.id, sessionId }));
  if (!found.ok) throw new Response(null, { status: 404 });
  return { place, ...found, formKey: uuid() };
}

export type PeopleShown = ReturnType<typeof useLoaderData<typeof loader>>;

export async function action({ request, context, params }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor } = await requireViewer(request, context);
  const form = await request.formData();
  const { intent = "", ...put } = textsOf(form);
  const sessionId = params.id ?? "";
  const key = `${form.get("_key")}-${intent}-${put.resourceId ?? put.recipientId ?? ""}`;
  const [, reply] = /^answer\.(\w+)$/.exec(intent) ?? [];
  const done = reply
    ? await act(deps, actor, answerInvitation, { ...put, sessionId, reply }, `${key}-${put.caseId}`)
    : intent === "excuse"
      ? await act(deps, actor, excuseParticipant, { ...put, sessionId }, key)
      : await act(deps, actor, addParticipant, { ...put, sessionId }, key);
  if (!done.ok) return refuseForm(request, done, form);
  return redirect(`/sessions/${sessionId}/people?done=${reply ? "answer" : intent}`, 303);
}

const DONE = ["answer", "excuse", "add"] as const;

/** Who comes, what each said, and what changes about it. */
export default function People() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const t = useText(people);
  const done = DONE.find((one) => one === search.get("done"));
  return (
    <Page>
      <SessionCrumbs place={shown.place} title={t("title")} />
      <FormErrors answer={answer} labelOf={(name) => (name === "resourceId" ? t("addWho") : undefined)} />
      {done && !answer ? (
        <Notice tone="done" isOutcome>
          <p>{t(`done.${done}`)}</p>
        </Notice>
      ) : null}
      <p>{t(shown.isOn ? "about" : "over")}</p>
      <ComingTable shown={shown} />
      <ExcusedList shown={shown} />
      {shown.isOn ? <AddLawyer shown={shown} /> : null}
    </Page>
  );
}
