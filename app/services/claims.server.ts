import { and, eq, inArray, sql } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import { arrayText, type InstantRange, rangeText } from "#db/types";
import { needsRoom, type SessionMode } from "~/domain/mediation/sessions";
import { ok, type Refusal, type Result, refuse } from "~/domain/result";
import { type Conflict, conflicts } from "~/domain/scheduling/conflicts";
import type { Interval } from "~/domain/scheduling/interval";
import { fromMinutes, toMinutes } from "~/domain/scheduling/minutes";
import type { SchedulingSnapshot, Terms } from "~/domain/scheduling/snapshot";
import { needUnmet } from "./access-needs.server";
import { withAlternatives } from "./booking-alternatives.server";
import { isSoft, refusalOf } from "./booking-refusal.server";
import { asksOf, type BookingWish, meetingFor, roomOf } from "./booking-wish.server";
import type { Command } from "./command.server";
import { mayOverride, type Override } from "./overrides.server";
import { snapshotOf, type Wanted, withBusyAgain } from "./scheduling-snapshot.server";
import type { Participant } from "./session-people.server";

const rangeOf = (interval: Interval): InstantRange => ({
  start: fromMinutes(interval.from),
  end: fromMinutes(interval.to),
});

export type Claim = {
  readonly wanted: readonly Wanted[];
  readonly range: InstantRange;
  readonly mode: SessionMode;
  readonly roomId: string | null;
};
export type Claimed = {
  readonly people: readonly Participant[];
  readonly claims: readonly Claim[];
  /** What was booked over; for keepOverrides. */
  readonly over: readonly Conflict[];
};

const WEEK = 7 * 1440;

/** From a week before the first to a week after the last: caps count whole weeks, gaps reach over the ends. */
const around = (intervals: readonly Interval[]): Interval => ({
  from: Math.min(...intervals.map((one) => one.from)) - WEEK,
  to: Math.max(...intervals.map((one) => one.to)) + WEEK,
});

/** Times that nothing spoke against when it was looked; `take` makes them this act's own. */
export type Looked = Omit<Claimed, "over"> & { readonly take: () => Promise<Result<Claimed>> };

/**
 * Looks whether times can be claimed for everybody of the cases and the rooms, before anything is locked. Several wishes,
 * which must not overlap, are the alternatives of one offer: all are claimed or none. `sessionId`: the session that is
 * being moved, whose people may differ from those of its cases. `override`: a coordinator's reason to book over what is
 * soft. Between this and `take` goes what takes long: who waits for the locks waits for whatever is done under them.
 */
export async function lookAt(
  command: Command<unknown>,
  wishes: readonly BookingWish[],
  sessionId: string | null = null,
  override?: Override,
): Promise<Result<Looked>> {
  const { tx, courtId, cases, actor } = command;
  if (override && !mayOverride(actor)) return refuse("forbidden", { fields: { override: ["forbidden"] } });
  const meeting = await meetingFor(tx, courtId, cases, sessionId);
  const { people, latestDueAt } = meeting;
  const claims: Claim[] = [];
  for (const wish of wishes) {
    const { interval, mode } = wish;
    const room = roomOf(meeting, wish);
    if (needsRoom(mode) && !room) return refuse("invalidInput", { fields: { roomId: ["required"] } });
    const need = needUnmet(asksOf(meeting, mode), mode, room?.facilities ?? null);
    if (need) return refuse("needUnmet", { params: { need } });
    const wanted = room ? [...people, room] : people;
    claims.push({ wanted, range: rangeOf(interval), mode, roomId: room?.resourceId ?? null });
  }
  const [only] = wishes.length === 1 ? wishes : [];
  const judged = await judge(
    command,
    wishes.map(({ interval }, i) => ({ interval, wanted: claims[i]?.wanted ?? [] })),
    {
      latestDueAt,
      isOverriding: override !== undefined,
      ...(only && { instead: (refusal) => withAlternatives(command, meeting, only, refusal) }),
    },
  );
  if (!judged.ok) return judged;
  const take = async () => {
    const taken = await judged.take();
    return taken.ok ? ok({ people, claims, over: taken.over }) : taken;
  };
  return ok({ people, claims, take });
}

/** Claims times at once. What comes back may be written; the exclusion constraint is only the last line. */
export async function claim(...asked: Parameters<typeof lookAt>): Promise<Result<Claimed>> {
  const looked = await lookAt(...asked);
  return looked.ok ? looked.take() : looked;
}

export type Asked = { readonly interval: Interval; readonly wanted: readonly Wanted[] };
type How = {
  readonly latestDueAt: number | undefined;
  /** Soft conflicts are let through and answered. */
  readonly isOverriding?: boolean;
  /** Says more of a refusal while nothing is locked yet. */
  readonly instead?: (refusal: Refusal) => Promise<Refusal>;
};

type TakenRow = { resource_id: string; until: number; mine: boolean };

/**
 * What is taken for good already at the wished times, in one small question: most who lose a time lose it so, and learn it
 * before everything else is read. Expired holds and all finer rules are left to the judgement.
 */
async function takenAt({ tx, now }: Command<unknown>, asked: readonly Asked[]): Promise<Conflict[]> {
  const found = await Promise.all(
    asked.map(({ interval, wanted }) =>
      tx.execute<TakenRow>(sql`
        select w.id as resource_id, (extract(epoch from upper(b.during)) / 60)::int as until, b.mine
        from unnest(${arrayText(wanted.map((one) => one.homeId))}::text[], ${arrayText(wanted.map((one) => one.resourceId))}::uuid[]) as w(home, id),
        lateral busy(w.home, w.id, ${rangeText(rangeOf(interval))}::tstzrange) b
        where b.hold_until is null or b.hold_until > ${now.toUTC().toISO()}::timestamptz`),
    ),
  );
  return found.flat().map(({ resource_id, until, mine }) => ({
    code: mine ? "busy" : "busyElsewhere",
    resourceId: resource_id,
    until,
  }));
}

/** Everything that speaks against the wishes, parted into what may be booked over and a refusal. */
function judgement(asked: readonly Asked[], terms: Terms, isOverriding: boolean) {
  const labels = new Map(asked.flatMap((one) => one.wanted).map((one) => [one.resourceId, one.label]));
  return (snapshot: SchedulingSnapshot) => {
    const found = asked.flatMap((one) =>
      conflicts(
        snapshot,
        one.interval,
        one.wanted.map((each) => each.resourceId),
        terms,
      ),
    );
    const stands = isOverriding ? found.filter((one) => !isSoft(one)) : found;
    return { over: found.filter(isSoft), refusal: stands.length ? refusalOf(stands, labels) : null };
  };
}

type Taken = { readonly over: readonly Conflict[] };

/**
 * Judges who is asked when, on a fresh snapshot. `take` locks them all in sorted order, judges again on what is committed
 * by then, and frees expired holds that stand in the way.
 */
async function judge(
  command: Command<unknown>,
  asked: readonly Asked[],
  how: How,
): Promise<Result<{ take: () => Promise<Result<Taken>> }>> {
  const { tx, courtId, now, settings } = command;
  const wanted = [
    ...new Map(asked.flatMap((one) => one.wanted).map((one) => [one.resourceId, one])).values(),
  ];
  const terms = {
    ...(how.latestDueAt === undefined ? {} : { latestDueAt: how.latestDueAt }),
    earliestAt: toMinutes(now) + settings.minimumNoticeMinutes,
  };
  const judged = judgement(asked, terms, how.isOverriding ?? false);
  const lose = (refusal: Refusal) => how.instead?.(refusal) ?? refusal;
  const taken = await takenAt(command, asked);
  const labels = new Map(wanted.map((one) => [one.resourceId, one.label]));
  if (taken.length) return lose(refusalOf(taken, labels));
  const horizon = around(asked.map((one) => one.interval));
  const before = await snapshotOf(tx, courtId, wanted, horizon, now, settings);
  const first = judged(before);
  if (first.refusal) return lose(first.refusal);
  const take = async (): Promise<Result<Taken>> => {
    await lockResources(tx, wanted);
    const locked = await withBusyAgain(tx, before, wanted);
    const { over, refusal } = judged(locked);
    if (refusal) return refusal;
    const held = locked.resources.filter((one) => one.busy.some((busy) => busy.hold));
    for (const one of held)
      await tx.execute(
        sql`select release_expired(${one.homeId}, ${one.resourceId}::uuid, ${now.toUTC().toISO()}::timestamptz)`,
      );
    return ok({ over });
  };
  return ok({ take });
}

/** Claims a time for who is asked, as the only step. */
export async function secure(
  command: Command<unknown>,
  asked: readonly Asked[],
  how: How,
): Promise<Result<Taken>> {
  const judged = await judge(command, asked, how);
  return judged.ok ? judged.take() : judged;
}

/** Locks resources in sorted order; a transaction that will claim for several sessions asks for all of them at once. */
export async function lockResources(
  tx: Tx,
  wanted: readonly Pick<Wanted, "homeId" | "resourceId">[],
): Promise<void> {
  const homes = arrayText(wanted.map((one) => one.homeId));
  const ids = arrayText(wanted.map((one) => one.resourceId));
  await tx.execute(sql`select lock_resources(${homes}::text[], ${ids}::uuid[])`);
}

/**
 * Locks everybody whose time held bookings keep, in the order of all claims, and answers which of them are whole: a rival
 * who found a hold expired has freed its time, and an act that began just before may come to its locks after him.
 */
export async function lockHeld(
  { tx, courtId }: Pick<Command<unknown>, "tx" | "courtId">,
  bookingIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const o = schema.occupancies;
  const ofThem = and(eq(o.courtId, courtId), inArray(o.bookingId, [...bookingIds]));
  const kept = await tx.select({ homeId: o.homeId, resourceId: o.resourceId }).from(o).where(ofThem);
  await lockResources(tx, kept);
  const now = await tx.select({ id: o.bookingId, releasedAt: o.releasedAt }).from(o).where(ofThem);
  const freed = new Set(now.filter((one) => one.releasedAt).map((one) => one.id));
  return new Set(bookingIds.filter((id) => !freed.has(id)));
}
