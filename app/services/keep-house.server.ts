import { and, eq, isNotNull, lte } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { asCourtId } from "~/domain/ids";
import { ok } from "~/domain/result";
import { releaseBooking } from "./booking.server";
import { dropSession } from "./cancel-session.server";
import { lockHeld } from "./claims.server";
import { execute, NotFound, verb } from "./command.server";
import type { Deps } from "./deps.server";
import { keepClocks } from "./keep-clocks.server";
import { caseIdsOfSession } from "./session-cases.server";
import { dropFaded } from "./sign-in-throttle.server";
import { expireOffer } from "./withdraw-offer.server";

/** Ends a hold that ran out: its time is free again, and the case's record says so. */
export const releaseHold = verb({
  name: "release-hold",
  ability: "cancel-session",
  input: z.object({ sessionId: z.string().uuid("idMalformed") }),
  cases: (input, tx, courtId) => caseIdsOfSession(tx, courtId, input.sessionId),
  run: async (command) => {
    const { tx, courtId, input, now, cases } = command;
    const b = schema.bookings;
    const [held] = await tx
      .select({ id: b.id })
      .from(b)
      .where(
        and(
          eq(b.courtId, courtId),
          eq(b.sessionId, input.sessionId),
          eq(b.status, "held"),
          lte(b.holdUntil, now),
        ),
      );
    if (held) {
      await lockHeld(command, [held.id]);
      await releaseBooking(tx, courtId, held.id, now, "expired");
      await dropSession(command, input.sessionId, "expired");
    }
    for (const row of cases)
      await command.record({ caseId: row.id, data: { sessionId: input.sessionId, expired: Boolean(held) } });
    return ok({ released: Boolean(held) });
  },
});

const EXPIRED_PER_ROUND = 50;

/** What nobody has to ask for: holds and limits that ran out, counters of failed sign-ins that faded. Runs before each round of the worker. */
export async function keepHouse(deps: Deps, courtId: string): Promise<void> {
  const now = deps.clock.now();
  await deps.db.withDirectory((tx) => dropFaded(tx, now));
  const b = schema.bookings;
  const expired = await deps.db.withCourt(courtId, (tx) =>
    tx
      .select({ sessionId: b.sessionId })
      .from(b)
      .where(and(eq(b.courtId, courtId), eq(b.status, "held"), isNotNull(b.sessionId), lte(b.holdUntil, now)))
      .limit(EXPIRED_PER_ROUND),
  );
  const o = schema.offers;
  const over = await deps.db.withCourt(courtId, (tx) =>
    tx
      .select({ caseId: o.caseId })
      .from(o)
      .where(and(eq(o.courtId, courtId), eq(o.status, "open"), lte(o.until, now)))
      .limit(EXPIRED_PER_ROUND),
  );
  await keepClocks(deps, courtId);
  const actor = { kind: "job", courtId: asCourtId(courtId), name: "keep-house" } as const;
  for (const { caseId } of over) await execute(deps, actor, expireOffer, { caseId });
  for (const { sessionId } of expired) {
    if (!sessionId) continue;
    await execute(deps, actor, releaseHold, { sessionId }).catch((error: unknown) => {
      if (!(error instanceof NotFound)) throw error;
    });
  }
}
