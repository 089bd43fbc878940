import { and, eq, inArray, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import { schema, type Tx, together } from "#db/client";
import { arrayText } from "#db/types";
import { needsRoom, type SessionMode } from "~/domain/mediation/sessions";
import { ok, type Refusal, type Result, refuse } from "~/domain/result";
import { type Conflict, conflicts } from "~/domain/scheduling/conflicts";
import type { Interval } from "~/domain/scheduling/interval";
import { toMinutes } from "~/domain/scheduling/minutes";
import type { SchedulingSnapshot, Terms } from "~/domain/scheduling/snapshot";
import { needUnmet } from "./access-needs.server";
import { withAlternatives } from "./booking-alternatives.server";
import { askBooking, type BookingView } from "./booking-question.server";
import { isSoft, refusalOf } from "./booking-refusal.server";
import { asksOf, type BookingWish, roomOf } from "./booking-wish.server";
import type { Command } from "./command.server";
import { mayOverride, type Override } from "./overrides.server";
import { snapshotOf, type Wanted, withBusyAgain } from "./scheduling-snapshot.server";
import type { Invited, Participant } from "./session-people.server";
import type { Settings } from "./settings.server";

export type Claim = {
  readonly wanted: readonly Wanted[];
  readonly interval: Interval;
  readonly mode: SessionMode;
  readonly roomId: string | null;
};
export type Claimed = {
  readonly people: readonly Participant[];
  /** Who is told beside them, though nobody's time is claimed for them. */
  readonly unrepresented: readonly Invited[];
  readonly claims: readonly Claim[];
  /** What was booked over; for keepOverrides. */
  readonly over: readonly Conflict[];
};

const hullOf = (intervals: readonly Interval[]): Interval => ({
  from: Math.min(...intervals.map((one) => one.from)),
  to: Math.max(...intervals.map((one) => one.to)),
});

/** Times that nothing spoke against when it was looked; `take` makes them this act's own. */
export type Looked = Omit<Claimed, "over"> & { readonly take: () => Promise<Result<Claimed>> };

/**
 * All that speaks for and against times for the cases of an act, before anything is locked. `sessionId`: the session that
 * is being moved, whose people may differ from those of its cases.
 */
export function viewFor(
  { tx, courtId, cases, now, today }: Command<unknown>,
  wishes: readonly BookingWish[],
  sessionId: string | null = null,
): Promise<BookingView> {
  return askBooking(tx, { courtId, caseIds: cases.map((row) => row.id), sessionId, wishes, now, today });
}

/**
 * Whether times can be claimed for everybody of the cases and the rooms. Several wishes, which must not overlap, are the
 * alternatives of one offer: all are claimed or none. `override`: a coordinator's reason to book over what is soft.
 * Between this and `take` goes what takes long: who waits for the locks waits for whatever is done under them.
 */
export function lookAt(
  command: Command<unknown>,
  view: BookingView,
  wishes: readonly BookingWish[],
  override?: Override,
): Result<Looked> {
  const { actor, now } = command;
  if (override && !mayOverride(actor)) return refuse("forbidden", { fields: { override: ["forbidden"] } });
  const met = claimsIn(view, wishes);
  if (!met.ok) return met;
  const { claims } = met;
  const { people, unrepresented, latestDueAt } = view.meeting;
  const isOverriding = override !== undefined;
  const { refusal } = judgement(claims, termsOf(view, latestDueAt, now), isOverriding)(view.snapshot);
  const [only] = wishes.length === 1 ? wishes : [];
  if (refusal) return only ? withAlternatives(view, only, refusal, now) : refusal;
  const take = async () => {
    const taken = await takeJudged(command, claims, view.snapshot, { latestDueAt, isOverriding });
    return taken.ok ? ok({ people, unrepresented, claims, over: taken.over }) : taken;
  };
  return ok({ people, unrepresented, claims, take });
}

/** What the mediator speaks; he is always among those who meet. */
const spokenIn = ({ resources }: SchedulingSnapshot): readonly string[] =>
  resources.find((one) => one.kind === "mediator")?.languages ?? [];

/** What each wish claims, where the court can give it: a room where the way of meeting takes one, and what people need. */
function claimsIn(
  { meeting, snapshot }: BookingView,
  wishes: readonly BookingWish[],
): Result<{ claims: readonly Claim[] }> {
  const { people } = meeting;
  const claims: Claim[] = [];
  for (const wish of wishes) {
    const { interval, mode } = wish;
    const room = roomOf(meeting, wish);
    if (needsRoom(mode) && !room) return refuse("invalidInput", { fields: { roomId: ["required"] } });
    const need = needUnmet(asksOf(meeting, mode), mode, room?.facilities ?? null, spokenIn(snapshot));
    if (need) return refuse("needUnmet", { params: { need } });
    const wanted = room ? [...people, room] : people;
    claims.push({ wanted, interval, mode, roomId: room?.resourceId ?? null });
  }
  return ok({ claims });
}

/** Why a wish loses already, with the nearest times instead; null where only the whole ritual can tell. */
export function lostIn(view: BookingView, wish: BookingWish, now: DateTime): Refusal | null {
  const met = claimsIn(view, [wish]);
  if (!met.ok) return null;
  const terms = termsOf(view, view.meeting.latestDueAt, now);
  const { refusal } = judgement(met.claims, terms, false)(view.snapshot);
  return refusal && withAlternatives(view, wish, refusal, now);
}

/** Claims times at once. What comes back may be written; the exclusion constraint is only the last line. */
export async function claim(
  command: Command<unknown>,
  wishes: readonly BookingWish[],
  sessionId: string | null = null,
  override?: Override,
): Promise<Result<Claimed>> {
  const looked = lookAt(command, await viewFor(command, wishes, sessionId), wishes, override);
  return looked.ok ? looked.take() : looked;
}

export type Asked = { readonly interval: Interval; readonly wanted: readonly Wanted[] };
type How = {
  readonly latestDueAt: number | undefined;
  /** Soft conflicts are let through and answered. */
  readonly isOverriding?: boolean;
};

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

const termsOf = (
  { settings }: { readonly settings: Settings },
  latestDueAt: number | undefined,
  now: DateTime,
): Terms => ({
  ...(latestDueAt === undefined ? {} : { latestDueAt }),
  earliestAt: toMinutes(now) + settings.minimumNoticeMinutes,
});

/** Who is asked, each once. */
const allIn = (asked: readonly Asked[]): Wanted[] => [
  ...new Map(asked.flatMap((one) => one.wanted).map((one) => [one.resourceId, one])).values(),
];

/**
 * Locks who is asked in sorted order, judges again on what is committed by then, and frees expired holds that stand in the
 * way. `before`: the snapshot on which nothing spoke against it.
 */
async function takeJudged(
  command: Command<unknown>,
  asked: readonly Asked[],
  before: SchedulingSnapshot,
  how: How,
): Promise<Result<Taken>> {
  const { tx, now } = command;
  const wanted = allIn(asked);
  const ids = new Set(wanted.map((one) => one.resourceId));
  const ofThem = {
    ...before,
    horizon: hullOf(asked.map((one) => one.interval)),
    resources: before.resources.filter((one) => ids.has(one.resourceId)),
  };
  // Sent together: what is taken is read after the locks are held.
  const [, locked] = await together([lockResources(tx, wanted), withBusyAgain(tx, ofThem, wanted)]);
  const judged = judgement(asked, termsOf(command, how.latestDueAt, now), how.isOverriding ?? false);
  const { over, refusal } = judged(locked);
  if (refusal) return refusal;
  const held = locked.resources.filter((one) => one.busy.some((busy) => busy.hold));
  for (const one of held)
    await tx.execute(
      sql`select release_expired(${one.homeId}, ${one.resourceId}::uuid, ${now.toUTC().toISO()}::timestamptz)`,
    );
  return ok({ over });
}

/** Claims a time for who is asked: judged on a fresh snapshot, then under their locks. */
export async function secure(
  command: Command<unknown>,
  asked: readonly Asked[],
  how: How,
): Promise<Result<Taken>> {
  const { tx, courtId, now, settings } = command;
  const horizon = hullOf(asked.map((one) => one.interval));
  const before = await snapshotOf(tx, courtId, allIn(asked), horizon, now, settings);
  const terms = termsOf(command, how.latestDueAt, now);
  const { refusal } = judgement(asked, terms, how.isOverriding ?? false)(before);
  return refusal ?? takeJudged(command, asked, before, how);
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
