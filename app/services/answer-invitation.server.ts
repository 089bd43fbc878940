import { and, eq, inArray, isNull, lte, or } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { asId, type PartyId } from "~/domain/ids";
import { ok, type Result, refuse } from "~/domain/result";
import { type Brought, tooLate } from "./answer-brought.server";
import { act, caseShape, idText, recordAct } from "./case-act.server";
import { partiesOfCase } from "./case-head.server";
import { type Command, verb } from "./command.server";
import { keepReplies } from "./invitation-replies.server";
import { hasBegun } from "./party-sessions.server";

export const REPLY_CHANNELS = ["phone", "counter", "wechat", "mail"] as const;
export const INVITATION_REPLIES = ["accepted", "declined", "tentative"] as const;

const shape = z.object({
  ...caseShape,
  sessionId: idText,
  /** Whose answer: a party or an agent; a link answers for its own party. */
  recipientId: idText.optional(),
  reply: z.enum(INVITATION_REPLIES),
  reason: z.string().trim().max(300, "textTooLong").optional(),
  /** How staff heard it; what a party does itself came by its link. */
  how: z.enum(REPLY_CHANNELS).default("phone"),
});

async function answer(
  command: Command<z.output<typeof shape>>,
  brought: Brought | null,
): Promise<Result<{ sessionId: string; reply: string }>> {
  const { actor, input, tx, courtId } = command;
  const parties = await partiesOfCase(tx, courtId, input.caseId);
  const party =
    actor.kind === "party"
      ? parties.find((one) => one.id === actor.partyId)
      : parties.find(
          (one) => one.id === input.recipientId || one.agents.some((agent) => agent.id === input.recipientId),
        );
  const own = party ? [party.id, ...party.agents.map((agent) => agent.id)] : [];
  const wanted = input.recipientId ?? (actor.kind === "party" ? undefined : "");
  const recipients = wanted ? own.filter((id) => id === wanted) : wanted === undefined ? own : [];
  if (!party || !recipients.length)
    return refuse("partyUnknown", { fields: { recipientId: ["partyUnknown"] } });
  const i = schema.invitations;
  const owed = await tx
    .select()
    .from(i)
    .where(
      and(
        eq(i.courtId, courtId),
        eq(i.sessionId, input.sessionId),
        eq(i.caseId, input.caseId),
        inArray(i.recipientId, recipients),
      ),
    );
  if (!owed.length) return refuse("slotUnknown");
  if (brought)
    for (const one of owed) {
      const late = await tooLate(tx, one, brought, command.now);
      if (late) return late;
    }
  if (owed.some((one) => one.method === "CANCEL")) return refuse("offerClosed");
  if (actor.kind === "party" && !brought) {
    const { sessionId, caseId } = input;
    if (await hasBegun(command, { sessionId, caseId, partyId: party.id })) return refuse("sessionBegun");
  }
  const how = brought?.how ?? (actor.kind === "party" ? "link" : input.how);
  const acted = await act(command, "answer-invitation", {
    event: "answerTime",
    input: { partyId: asId<PartyId>(party.id) },
  });
  if (!acted.ok) return acted;
  await tx
    .update(i)
    .set({
      reply: input.reply,
      repliedAt: acted.at,
      replyHow: how,
      replyReason: input.reason || null,
    })
    .where(
      and(
        eq(i.courtId, courtId),
        inArray(
          i.id,
          owed.map((one) => one.id),
        ),
        // Entered late, it does not undo what was said after it.
        or(isNull(i.repliedAt), lte(i.repliedAt, acted.at)),
      ),
    );
  await keepReplies(command, owed, {
    reply: input.reply,
    how,
    at: acted.at,
    words: input.reason,
    inboundId: brought?.inboundId,
    stampedAt: brought?.writtenAt,
  });
  await recordAct(command, acted, {
    sessionId: input.sessionId,
    partyId: party.id,
    reply: input.reply,
    how,
  });
  return ok({ sessionId: input.sessionId, reply: input.reply });
}

/**
 * A side, or staff for it, says whether it can come. The reason is its own: it is kept with the invitation and shown to
 * the mediator alone, never to the other side. Answering again changes the answer; a side does so by its link until its
 * part begins.
 */
export const answerInvitation = verb({
  name: "answer-invitation",
  ability: "answer-time",
  input: shape,
  cases: (input) => [input.caseId],
  run: (command) => answer(command, null),
});

/** The same act, as a message of the side itself brought it. No door knows it: nobody says of himself how he was heard. */
export const answerBroughtBy = (brought: Brought): typeof answerInvitation => ({
  ...answerInvitation,
  run: (command) => answer(command, brought),
});
