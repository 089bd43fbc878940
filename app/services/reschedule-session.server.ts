import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { sessionTime } from "./book-session.server";
import { activeBooking, claim, insertBooking, intervalOf, releaseBooking } from "./booking.server";
import { verb } from "./command.server";
import { reviseInvitations } from "./invitations.server";
import { actorIdOf } from "./record.server";
import { caseIdsOfSession, nextSession } from "./session-cases.server";
import { advance, effectsOf } from "./transition.server";

/** Moves a booked session to another time, room or mode: one act, one new revision for everybody. */
export const rescheduleSession = verb({
  name: "reschedule-session",
  ability: "reschedule-session",
  input: z.object({
    sessionId: z.string().uuid("idMalformed"),
    ...sessionTime,
    reason: z.string().trim().min(1, "required").max(300),
  }),
  cases: (input, tx, courtId) => caseIdsOfSession(input.sessionId, tx, courtId),
  run: async (command) => {
    const { tx, courtId, input, now, actor, cases } = command;
    const booking = await activeBooking(tx, courtId, input.sessionId);
    if (!booking) return refuse("slotUnknown");
    const advanced = [];
    for (const row of cases) {
      const step = await advance(command, row, {
        event: "rescheduleSession",
        input: { reason: input.reason },
      });
      if (!step.ok) return step;
      advanced.push(step);
    }
    await releaseBooking(tx, courtId, booking.id, now, "moved");
    const claimed = await claim(command, {
      interval: intervalOf(input.startAt, input.minutes),
      mode: input.mode,
      roomId: input.roomId ?? null,
    });
    if (!claimed.ok) return claimed;
    const bookingId = await insertBooking(command, input.sessionId, claimed, actorIdOf(actor), null);
    const s = schema.sessions;
    await tx
      .update(s)
      .set({ mode: input.mode, roomId: input.mode === "phone" ? null : (input.roomId ?? null) })
      .where(and(eq(s.courtId, courtId), eq(s.id, input.sessionId)));
    const sequence = await reviseInvitations(command, input.sessionId, "REQUEST");
    for (const step of advanced) {
      await nextSession(command, step.row.id);
      await command.record({
        caseId: step.row.id,
        data: {
          sessionId: input.sessionId,
          bookingId,
          before: booking.id,
          startAt: claimed.range.start.toUTC().toISO(),
          sequence,
        },
        effects: effectsOf(step, { sessionId: input.sessionId, sequence }),
      });
    }
    return ok({ sessionId: input.sessionId, bookingId, sequence });
  },
});
