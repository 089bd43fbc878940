import { and, eq, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { schema, type Tx } from "#db/client";
import { arrayText, type InstantRange } from "#db/types";
import { dueInstant } from "~/domain/cases/calendar";
import type { SessionMode } from "~/domain/mediation/sessions";
import { ok, type Refusal, type Result, refuse } from "~/domain/result";
import { type Conflict, conflicts } from "~/domain/scheduling/conflicts";
import type { Interval } from "~/domain/scheduling/interval";
import { fromMinutes, toMinutes } from "~/domain/scheduling/minutes";
import type { SchedulingSnapshot } from "~/domain/scheduling/snapshot";
import { mediationDueOn, runningClocks } from "./clocks.server";
import type { Command } from "./command.server";
import { snapshotOf, type Wanted, withBusyAgain } from "./scheduling-snapshot.server";
import { type Participant, participantsOf, roomsOf } from "./session-people.server";

/** The wish of one booking. Epoch minutes. A booking that is being moved has given its old time back before. */
export type BookingWish = {
  readonly interval: Interval;
  readonly mode: SessionMode;
  readonly roomId: string | null;
};

export const intervalOf = (startAt: string, minutes: number): Interval => {
  const from = toMinutes(DateTime.fromISO(startAt, { zone: "Asia/Shanghai" }));
  return { from, to: from + minutes };
};

const rangeOf = (interval: Interval): InstantRange => ({
  start: fromMinutes(interval.from),
  end: fromMinutes(interval.to),
});

/** The first obstacle in words' terms: a code, whose it is, and until when. */
function refusalOf(found: readonly Conflict[], labels: ReadonlyMap<string, string>): Refusal {
  const first = found[0] as Conflict;
  const elsewhere = found.find((one) => one.code === "busyElsewhere");
  const taken = found.find((one) => one.code === "busy" || one.code === "absent");
  const shown = elsewhere ?? taken ?? first;
  const params = {
    codes: [...new Set(found.map((one) => one.code))],
    who: shown.resourceId ? (labels.get(shown.resourceId) ?? "") : "",
    ...(shown.until ? { until: fromMinutes(shown.until).toISO() ?? "" } : {}),
  };
  if (elsewhere) return refuse("busyElsewhere", { params });
  if (taken) return refuse("slotTaken", { params });
  const code =
    first.code === "past" || first.code === "tooSoon"
      ? "tooSoon"
      : first.code === "beyondDueDate"
        ? "beyondDueDate"
        : "outsideHours";
  return refuse(code, { params });
}

type Judge = (snapshot: SchedulingSnapshot) => readonly Conflict[];

export type Claim = {
  readonly people: readonly Participant[];
  readonly wanted: readonly Wanted[];
  readonly range: InstantRange;
};

/**
 * Judges a wish, locks everybody and the room in sorted order, judges again on what is committed by then, and frees
 * expired holds that stand in the way. What comes back may be written; the exclusion constraint is only the last line.
 */
export async function claim(command: Command<unknown>, wish: BookingWish): Promise<Result<Claim>> {
  const { tx, courtId, cases, now, settings } = command;
  const people = await participantsOf(tx, courtId, cases);
  const rooms = await roomsOf(tx, courtId);
  const room = wish.roomId ? rooms.find((one) => one.resourceId === wish.roomId) : null;
  if (wish.mode === "onsite" && !room) return refuse("invalidInput", { fields: { roomId: ["required"] } });
  const wanted: Wanted[] = [...people, ...(room && wish.mode !== "phone" ? [room] : [])];
  const labels = new Map(wanted.map((one) => [one.resourceId, one.label]));
  const latest = await latestOf(command);
  const judge: Judge = (snapshot) =>
    conflicts(
      snapshot,
      wish.interval,
      wanted.map((one) => one.resourceId),
      {
        ...(latest === undefined ? {} : { latestDueAt: latest }),
        earliestAt: toMinutes(now) + settings.minimumNoticeMinutes,
      },
    );
  const horizon = { from: wish.interval.from - 1440, to: wish.interval.to + 1440 };
  const before = await snapshotOf(tx, courtId, wanted, horizon, now, settings);
  const found = judge(before);
  if (found.length) return refusalOf(found, labels);
  await tx.execute(
    sql`select lock_resources(${arrayText(wanted.map((one) => one.homeId))}::text[], ${arrayText(wanted.map((one) => one.resourceId))}::uuid[])`,
  );
  const locked = await withBusyAgain(tx, before, wanted);
  const stillFound = judge(locked);
  if (stillFound.length) return refusalOf(stillFound, labels);
  for (const one of wanted) {
    const resource = locked.resources.find((each) => each.resourceId === one.resourceId);
    if (resource?.busy.some((busy) => busy.hold)) {
      await tx.execute(
        sql`select release_expired(${one.homeId}, ${one.resourceId}::uuid, ${now.toUTC().toISO()}::timestamptz)`,
      );
    }
  }
  return ok({ people, wanted, range: rangeOf(wish.interval) });
}

/** The end of the mediation period that ends first among the cases; sessions lie before it. */
async function latestOf(command: Command<unknown>): Promise<number | undefined> {
  const dues: string[] = [];
  for (const row of command.cases) {
    const due = mediationDueOn(await runningClocks(command.tx, row.courtId, row.id));
    if (due) dues.push(due);
  }
  const first = dues.sort()[0];
  return first ? toMinutes(dueInstant(first)) : undefined;
}

/** Writes a booking and the time it takes of everybody. */
export async function insertBooking(
  command: Command<unknown>,
  sessionId: string,
  claimed: Claim,
  actorId: string,
  hold: DateTime | null,
): Promise<string> {
  const { tx, courtId, now } = command;
  const bookingId = uuidv7();
  await tx.insert(schema.bookings).values({
    courtId,
    id: bookingId,
    sessionId,
    during: claimed.range,
    status: hold ? "held" : "booked",
    holdUntil: hold,
    byId: actorId,
    createdAt: now,
  });
  await tx.insert(schema.occupancies).values(
    claimed.wanted.map((one) => ({
      homeId: one.homeId,
      id: uuidv7(),
      courtId,
      resourceId: one.resourceId,
      bookingId,
      during: claimed.range,
      holdUntil: hold,
    })),
  );
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
