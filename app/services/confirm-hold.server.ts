import { z } from "zod";
import { ok, refuse } from "~/domain/result";
import { activeBooking, keepForGood } from "./booking.server";
import { lockHeld } from "./claims.server";
import { verb } from "./command.server";
import { inviteAll } from "./invitations.server";
import { caseIdsOfSession, nextSession } from "./session-cases.server";
import { meetingOf } from "./session-people.server";
import { nextVersion, seenVersion, staleSession } from "./session-version.server";

/** Turns a held time into a booking, while the hold lasts; only then do invitations go out. */
export const confirmHold = verb({
  name: "confirm-hold",
  ability: "book-session",
  input: z.object({ sessionId: z.string().uuid("idMalformed"), version: seenVersion }),
  cases: (input, tx, courtId) => caseIdsOfSession(tx, courtId, input.sessionId),
  run: async (command) => {
    const { tx, courtId, input, now, cases } = command;
    const stale = await staleSession(command, input.sessionId, input.version);
    if (stale) return stale;
    const booking = await activeBooking(tx, courtId, input.sessionId);
    if (!booking) return refuse("slotUnknown");
    if (booking.status === "booked") return refuse("alreadyAnswered");
    if (!booking.holdUntil || booking.holdUntil <= now) return refuse("holdExpired");
    if (!(await lockHeld(command, [booking.id])).has(booking.id)) return refuse("holdExpired");
    await keepForGood(command, booking.id);
    const { people, unrepresented } = await meetingOf(tx, courtId, cases, input.sessionId);
    await inviteAll(command, input.sessionId, 0, [...people, ...unrepresented]);
    const version = await nextVersion(command, input.sessionId);
    for (const row of cases) {
      await nextSession(command, row.id);
      await command.record({
        caseId: row.id,
        data: { sessionId: input.sessionId, version, bookingId: booking.id },
        effects: [
          {
            effect: "sendInvitations",
            key: `sendInvitations:${input.sessionId}:0:${row.id}`,
            payload: { caseId: row.id, sessionId: input.sessionId, sequence: 0 },
          },
        ],
      });
    }
    return ok({ sessionId: input.sessionId, bookingId: booking.id });
  },
});
