import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { activeBooking, releaseBooking } from "./booking.server";
import { keepWords } from "./case-act.server";
import { type Command, verb } from "./command.server";
import { reviseInvitations } from "./invitations.server";
import { caseIdsOfSession, nextSession } from "./session-cases.server";
import { nextVersion, seenVersion, staleSession } from "./session-version.server";
import { advance, effectsOf } from "./transition.server";

/** Ends a planned session and gives its time back. Returns the revision that tells everybody, or null when nobody was told of it. */
export async function dropSession(
  command: Command<unknown>,
  sessionId: string,
  reason: string,
): Promise<number | null> {
  const { tx, courtId, now } = command;
  const booking = await activeBooking(tx, courtId, sessionId);
  if (booking) await releaseBooking(tx, courtId, booking.id, now, reason);
  const s = schema.sessions;
  await tx
    .update(s)
    .set({ status: "cancelled", endedAt: now })
    .where(and(eq(s.courtId, courtId), eq(s.id, sessionId)));
  return booking?.status === "booked" ? reviseInvitations(command, sessionId, "CANCEL") : null;
}

/** Cancels a booked or held session; everybody invited gets a real cancellation. */
export const cancelSession = verb({
  name: "cancel-session",
  ability: "cancel-session",
  input: z.object({
    sessionId: z.string().uuid("idMalformed"),
    version: seenVersion,
    reason: z.string().trim().min(1, "required").max(300),
  }),
  cases: (input, tx, courtId) => caseIdsOfSession(tx, courtId, input.sessionId),
  run: async (command) => {
    const { input, cases } = command;
    const stale = await staleSession(command, input.sessionId, input.version);
    if (stale) return stale;
    if (!(await activeBooking(command.tx, command.courtId, input.sessionId))) return refuse("slotUnknown");
    const advanced = [];
    for (const row of cases) {
      const step = await advance(command, row, { event: "cancelSession", input: { reason: input.reason } });
      if (!step.ok) return step;
      advanced.push(step);
    }
    const sequence = await dropSession(command, input.sessionId, "cancelled");
    const version = await nextVersion(command, input.sessionId);
    for (const step of advanced) {
      await nextSession(command, step.row.id);
      await keepWords(command, step.row.id, input.reason);
      await command.record({
        caseId: step.row.id,
        data: { sessionId: input.sessionId, version, sequence },
        effects: sequence === null ? [] : effectsOf(step, { sessionId: input.sessionId, sequence }),
      });
    }
    return ok({ sessionId: input.sessionId, sequence });
  },
});
