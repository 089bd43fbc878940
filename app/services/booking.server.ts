import { and, eq, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { schema, type Tx } from "#db/client";
import { insertAll, type Rows, rowsFor } from "#db/insert-rows";
import type { InstantRange } from "#db/types";
import type { Interval } from "~/domain/scheduling/interval";
import { fromMinutes } from "~/domain/scheduling/minutes";
import type { Claim } from "./claims.server";
import type { Command } from "./command.server";
import { actorIdOf } from "./record.server";

export const intervalOf = (startAt: string, minutes: number): Interval => {
  const from = Math.floor(Date.parse(startAt) / 60_000);
  return { from, to: from + minutes };
};

const rangeOf = ({ from, to }: Interval): InstantRange => ({
  start: fromMinutes(from),
  end: fromMinutes(to),
});

type Held = { readonly until: DateTime; readonly offerId?: string };

/** The rows of a booking and of the time it takes of everybody. Without a session it is one of an offer's times. */
export function bookingRows(
  { courtId, now, actor }: Pick<Command<unknown>, "courtId" | "now" | "actor">,
  claimed: Claim,
  sessionId: string | null,
  held: Held | null,
  bookingId: string,
): Rows[] {
  const until = held?.until ?? null;
  const during = rangeOf(claimed.interval);
  const booking = {
    courtId,
    id: bookingId,
    sessionId,
    during,
    status: held ? ("held" as const) : ("booked" as const),
    holdUntil: until,
    byId: actorIdOf(actor),
    createdAt: now,
    ...(held?.offerId
      ? { offerId: held.offerId, offeredMode: claimed.mode, offeredRoomId: claimed.roomId }
      : {}),
  };
  const occupied = claimed.wanted.map((one) => ({
    homeId: one.homeId,
    id: uuidv7(),
    courtId,
    resourceId: one.resourceId,
    bookingId,
    during,
    holdUntil: until,
  }));
  return [rowsFor(schema.bookings, [booking]), rowsFor(schema.occupancies, occupied)];
}

/** Writes a booking; see bookingRows. Returns its id. */
export async function insertBooking(
  command: Command<unknown>,
  claimed: Claim,
  sessionId: string | null,
  held: Held | null,
): Promise<string> {
  const bookingId = uuidv7();
  const inserted = insertAll(bookingRows(command, claimed, sessionId, held, bookingId));
  if (inserted) await command.tx.execute(inserted);
  return bookingId;
}

/** Gives a booking's time back; for good. */
export async function releaseBooking(
  tx: Tx,
  courtId: string,
  bookingId: string,
  now: DateTime,
  reason: string,
): Promise<void> {
  const b = schema.bookings;
  await tx
    .update(b)
    .set({ status: "released", releasedAt: now, releaseReason: reason, holdUntil: null })
    .where(and(eq(b.courtId, courtId), eq(b.id, bookingId)));
  const o = schema.occupancies;
  await tx
    .update(o)
    .set({ releasedAt: now })
    .where(and(eq(o.courtId, courtId), eq(o.bookingId, bookingId), sql`${o.releasedAt} is null`));
}

/** The booking that a session stands on now, held or booked. */
export async function activeBooking(tx: Tx, courtId: string, sessionId: string) {
  const b = schema.bookings;
  const [row] = await tx
    .select()
    .from(b)
    .where(and(eq(b.courtId, courtId), eq(b.sessionId, sessionId), sql`${b.status} <> 'released'`))
    .for("update");
  return row ?? null;
}

/** Turns a hold into a booking for good; that its time is still its own was looked at under the locks (lockHeld). */
export async function keepForGood(
  { tx, courtId }: Pick<Command<unknown>, "tx" | "courtId">,
  bookingId: string,
  sessionId?: string,
): Promise<void> {
  const b = schema.bookings;
  await tx
    .update(b)
    .set({ status: "booked", holdUntil: null, ...(sessionId ? { sessionId } : {}) })
    .where(and(eq(b.courtId, courtId), eq(b.id, bookingId)));
  const o = schema.occupancies;
  await tx
    .update(o)
    .set({ holdUntil: null })
    .where(and(eq(o.courtId, courtId), eq(o.bookingId, bookingId)));
}
