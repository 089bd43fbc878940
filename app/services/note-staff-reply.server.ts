import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
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
    inboundId: idText.optional(),
    stampedAt: z.iso.datetime({ offset: true }).optional(),
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, now } = command;
    const { caseId, invitationId, reply, inboundId, stampedAt } = input;
    const i = schema.invitations;
    const [owed] = await tx
      .update(i)
      .set({ reply, repliedAt: now, replyHow: "mail" })
      .where(
        and(eq(i.courtId, courtId), eq(i.id, invitationId), eq(i.caseId, caseId), eq(i.method, "REQUEST")),
      )
      .returning({ id: i.id, sequence: i.sequence });
    if (!owed) return refuse("slotUnknown");
    await keepReplies(command, [owed], { reply, how: "mail", at: now, inboundId, stampedAt });
    await command.record({ caseId, data: { invitationId, reply, how: "mail" } });
    return ok({ invitationId, reply });
  },
});
