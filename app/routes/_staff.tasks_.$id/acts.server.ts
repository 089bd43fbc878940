import type { UserActor } from "~/domain/policy/actor";
import type { Refusal } from "~/domain/result";
import { act } from "~/platform/answer.server";
import { addContact } from "~/services/add-contact.server";
import { answerInvitation } from "~/services/answer-invitation.server";
import { closeTask, TASK_OUTCOMES } from "~/services/close-task.server";
import { acceptCounter, declineCounter } from "~/services/decide-counter.server";
import type { Deps } from "~/services/deps.server";
import { matchMessage } from "~/services/match-message.server";
import { noteTold } from "~/services/note-told.server";
import { resendMessage } from "~/services/resend-message.server";
import { takeTask } from "~/services/take-task.server";
import { textsOf } from "../_staff/form-fields";

type Done = { readonly ok: true; readonly to: string } | Refusal;
type At = {
  readonly deps: Deps;
  readonly actor: UserActor;
  readonly taskId: string;
  readonly key: string;
  readonly put: Record<string, string>;
};
type Act = (at: At) => Promise<Done>;

const list = (done: string): Done => ({ ok: true, to: `/tasks?done=${done}` });

const take: Act = async ({ deps, actor, taskId, key, put }) => {
  const taken = await act(deps, actor, takeTask, { taskId, give: put.intent === "give" }, key);
  return taken.ok ? { ok: true, to: `/tasks/${taskId}` } : taken;
};

/** A better address first, then the same notice to it. */
const correct: Act = async ({ deps, actor, taskId, key, put }) => {
  const { caseId, partyId, agentId, kind, value } = put;
  const contact = { caseId, partyId, agentId: agentId || undefined, kind, value, preferred: true };
  const added = await act(deps, actor, addContact, contact, `${key}-contact`);
  if (!added.ok) return added;
  const channel = kind === "mobile" ? "sms" : "mail";
  const resent = await act(deps, actor, resendMessage, { taskId, channel }, key);
  return resent.ok ? list("resent") : resent;
};

const resend: Act = async ({ deps, actor, taskId, key, put }) => {
  const channel = put.channel || undefined;
  const resent = await act(deps, actor, resendMessage, { taskId, channel }, `${key}-${put.channel}`);
  return resent.ok ? list("resent") : resent;
};

const told: Act = async ({ deps, actor, taskId, key, put }) => {
  const call = { taskId, contactPointId: put.contactPointId || undefined, words: put.words };
  const noted = await act(deps, actor, noteTold, call, key);
  return noted.ok ? list("told") : noted;
};

const match: Act = async ({ deps, actor, taskId, key, put }) => {
  const matched = await act(deps, actor, matchMessage, { taskId, number: put.number ?? "" }, key);
  return matched.ok ? { ok: true, to: `/tasks/${taskId}?done=matched` } : matched;
};

/** The answer as staff read it in the message; then nothing is left to do about it. */
const heard: Act = async ({ deps, actor, taskId, key, put }) => {
  const { caseId, sessionId, recipientId, how, intent = "" } = put;
  const reply = intent.slice("heard.".length);
  const answer = { caseId, sessionId, recipientId, reply, how };
  const noted = await act(
    deps,
    actor,
    answerInvitation,
    answer,
    `${key}-${sessionId}-${recipientId}-${reply}`,
  );
  if (!noted.ok) return noted;
  const closed = await act(deps, actor, closeTask, { taskId, how: "noted" }, key);
  return closed.ok ? list("noted") : closed;
};

const decide: Act = async ({ deps, actor, key, put }) => {
  const { sessionId, proposalId, version, reason, intent } = put;
  const decided =
    intent === "accept"
      ? await act(deps, actor, acceptCounter, { sessionId, proposalId, version, reason }, `${key}-accept`)
      : await act(deps, actor, declineCounter, { sessionId, proposalId }, `${key}-decline`);
  return decided.ok ? list(intent === "accept" ? "accepted" : "declined") : decided;
};

const close: Act = async ({ deps, actor, taskId, key, put }) => {
  const how = TASK_OUTCOMES.find((one) => one === put.intent?.slice("close.".length)) ?? "done";
  const closed = await act(deps, actor, closeTask, { taskId, how, note: put.note ?? "" }, `${key}-${how}`);
  return closed.ok ? list("closed") : closed;
};

const ACTS: Readonly<Record<string, Act>> = {
  take,
  give: take,
  correct,
  resend,
  told,
  match,
  heard,
  accept: decide,
  decline: decide,
  close,
};

/** Does what the pressed button says and answers where it leads. A colleague who was faster is no fault: his end is shown. */
export async function actOnTask(deps: Deps, actor: UserActor, taskId: string, form: FormData): Promise<Done> {
  const put = textsOf(form);
  // A form without a button's word is one that was sent by Enter: it closes nothing without words.
  const named = ACTS[put.intent?.split(".")[0] ?? ""] ?? close;
  const done = await named({ deps, actor, taskId, key: String(form.get("_key") ?? ""), put });
  const isLate = !done.ok && !done.fields && ["alreadyAnswered", "offerClosed"].includes(done.refusal);
  return isLate ? { ok: true, to: `/tasks/${taskId}?done=late` } : done;
}
