import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { broughtShape, invitedTo, tooLate, writtenAt } from "./answer-brought.server";
import { INVITATION_REPLIES } from "./answer-invitation.server";
import { idText } from "./case-act.server";
import { verb } from "./command.server";
import { keepReplies } from "./invitation-replies.server";

/** What a mediator's or lawyer's calendar answered to an invitation; it is shown, and decides nothing by itself. */
export const noteStaffReply = verb({
  name: "note-staff-reply",
  ability: "note-reply",
  input: z.object({
    caseId: idText,
    invitationId: idText,
    reply: z.enum(INVITATION_REPLIES),
    inboundId: idText,
    ...broughtShape,
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, now } = command;
    const { caseId, invitationId, reply, inboundId, sequence } = input;
    const stampedAt = writtenAt(input.writtenAt, now);
    const owed = await invitedTo(tx, courtId, { caseId, invitationId });
    if (!owed) return refuse("slotUnknown");
    const late = await tooLate(tx, owed, { sequence, writtenAt: stampedAt }, now);
    if (late) return late;
    const i = schema.invitations;
    await tx
      .update(i)
      .set({ reply, repliedAt: now, replyHow: "mail" })
      .where(and(eq(i.courtId, courtId), eq(i.id, invitationId)));
    await keepReplies(command, [owed], { reply, how: "mail", at: now, inboundId, stampedAt });
    await command.record({ caseId, data: { invitationId, reply, how: "mail" } });
    return ok({ invitationId, reply });
  },
});
