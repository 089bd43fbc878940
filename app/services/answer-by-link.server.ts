import { type Result, refuse } from "~/domain/result";
import { answerInvitation } from "./answer-invitation.server";
import type { AnswerLink } from "./answer-links.server";
import { execute } from "./command.server";
import type { Deps } from "./deps.server";

/**
 * Takes the answer that a page behind an answer link sends, for the link's one invitation and no other. The same answer
 * once more, from a double tap or a reload, changes nothing; a second thought from an old page is a new answer. Refuses
 * with staleVersion where the page showed another revision of the invitation than now stands: nobody has said that he can
 * come at a time that he has not seen.
 */
export async function answerByLink(
  deps: Deps,
  link: AnswerLink,
  said: {
    readonly reply: string;
    readonly reason: string;
    /** The revision that the page showed. */
    readonly sequence: string;
    /** Of the page as it was sent. */
    readonly key: string;
  },
): Promise<Result<{ reply: string }>> {
  const { actor, invitationId, sessionId, recipientId, standing } = link;
  const reason = said.reason.trim();
  if (said.sequence !== String(standing.sequence)) return refuse("staleVersion");
  const isSaid = standing.reply === said.reply && standing.how === "link";
  if (isSaid && (!reason || reason === standing.reason)) return { ok: true, reply: said.reply };
  const { caseId } = actor;
  // What it replaces is part of the key: an answer goes once from any one state, and again when that has changed.
  const idempotencyKey = [
    said.key.slice(0, 40),
    invitationId,
    standing.sequence,
    standing.repliedAt ?? "",
    said.reply,
  ].join(":");
  return execute(
    deps,
    actor,
    answerInvitation,
    { caseId, sessionId, recipientId, reply: said.reply, ...(reason ? { reason } : {}) },
    { idempotencyKey },
  );
}
