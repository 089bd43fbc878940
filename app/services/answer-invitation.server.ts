import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { asId, type PartyId } from "~/domain/ids";
import { ok, refuse } from "~/domain/result";
import { act, caseShape, idText, recordAct } from "./case-act.server";
import { partiesOfCase } from "./case-head.server";
import { verb } from "./command.server";
import { keepReplies } from "./invitation-replies.server";

export const REPLY_CHANNELS = ["phone", "counter", "wechat", "mail", "sms"] as const;
export const INVITATION_REPLIES = ["accepted", "declined", "tentative"] as const;

/**
 * A side, or staff for it, says whether it can come. The reason is its own: it is kept with the invitation and shown to
 * the mediator alone, never to the other side. Answering again changes the answer.
 */
export const answerInvitation = verb({
  name: "answer-invitation",
  ability: "answer-time",
  input: z.object({
    ...caseShape,
    sessionId: idText,
    /** Whose answer: a party or an agent; a link answers for its own party. */
    recipientId: idText.optional(),
    reply: z.enum(INVITATION_REPLIES),
    reason: z.string().trim().max(300, "textTooLong").optional(),
    /** How staff heard it; what a party does itself came by its link, unless its mail or message brought it. */
    how: z.enum(REPLY_CHANNELS).optional(),
    /** The message that brought it, and when that was written. */
    inboundId: idText.optional(),
    stampedAt: z.iso.datetime({ offset: true }).optional(),
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { actor, input, tx, courtId } = command;
    const parties = await partiesOfCase(tx, courtId, input.caseId);
    const party =
      actor.kind === "party"
        ? parties.find((one) => one.id === actor.partyId)
        : parties.find(
            (one) =>
              one.id === input.recipientId || one.agents.some((agent) => agent.id === input.recipientId),
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
    if (owed.some((one) => one.method === "CANCEL")) return refuse("offerClosed");
    const how = input.how ?? (actor.kind === "party" ? "link" : "phone");
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
        ),
      );
    await keepReplies(command, owed, {
      reply: input.reply,
      how,
      at: acted.at,
      words: input.reason,
      inboundId: input.inboundId,
      stampedAt: input.stampedAt,
    });
    await recordAct(command, acted, {
      sessionId: input.sessionId,
      partyId: party.id,
      reply: input.reply,
      how,
    });
    return ok({ sessionId: input.sessionId, reply: input.reply });
  },
});
