import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { sessionTime, wishIn } from "./book-session.server";
import { activeBooking, insertBooking, releaseBooking } from "./booking.server";
import { alternativesAfter } from "./booking-alternatives.server";
import { claim } from "./claims.server";
import { verb } from "./command.server";
import { reviseInvitations } from "./invitations.server";
import { isoOf } from "./iso.server";
import { allowWay, meetingShape } from "./meeting-way.server";
import { keepOverrides, overrideShape } from "./overrides.server";
import { caseIdsOfSession, nextSession } from "./session-cases.server";
import { nextVersion, seenVersion, staleSession } from "./session-version.server";
import { advance, effectsOf } from "./transition.server";

/** Moves a booked session to another time, room or mode: one act, one new revision for everybody. */
export const rescheduleSession = verb({
  name: "reschedule-session",
  ability: "reschedule-session",
  input: z.object({
    sessionId: z.string().uuid("idMalformed"),
    ...sessionTime,
    ...meetingShape,
    ...overrideShape,
    version: seenVersion,
    reason: z.string().trim().min(1, "required").max(300),
  }),
  cases: (input, tx, courtId) => caseIdsOfSession(tx, courtId, input.sessionId),
  run: async (command) => {
    const { tx, courtId, input, now, cases } = command;
    const stale = await staleSession(command, input.sessionId, input.version);
    if (stale) return stale;
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
    const claimed = await claim(command, [wishIn(input)], input.sessionId, input.override);
    if (!claimed.ok) return claimed;
    const way = await allowWay(command, input);
    if (!way.ok) return way;
    const [time] = claimed.claims;
    if (!time) throw new Error("reschedule-session: a claim without a time");
    const bookingId = await insertBooking(command, time, input.sessionId, null);
    const overrides = await keepOverrides(command, bookingId, claimed.over, input.override);
    const s = schema.sessions;
    await tx
      .update(s)
      .set({ mode: time.mode, roomId: time.roomId, place: way.place })
      .where(and(eq(s.courtId, courtId), eq(s.id, input.sessionId)));
    const version = await nextVersion(command, input.sessionId);
    const sequence = await reviseInvitations(command, input.sessionId, "REQUEST");
    for (const step of advanced) {
      await nextSession(command, step.row.id);
      await command.record({
        caseId: step.row.id,
        data: {
          sessionId: input.sessionId,
          version,
          bookingId,
          before: booking.id,
          startAt: isoOf(time.interval.from),
          sequence,
          ...(overrides.length ? { overrides } : {}),
        },
        effects: effectsOf(step, { sessionId: input.sessionId, sequence }),
      });
    }
    return ok({ sessionId: input.sessionId, bookingId, sequence });
  },
  afterRefusal: (input, refusal) => alternativesAfter(refusal, { sessionId: input.sessionId }, wishIn(input)),
});
