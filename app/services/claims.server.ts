import { sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { arrayText, type InstantRange } from "#db/types";
import { dueInstant } from "~/domain/cases/calendar";
import { mayHaveRoom, needsRoom, type SessionMode } from "~/domain/mediation/sessions";
import { ok, type Result, refuse } from "~/domain/result";
import { type Conflict, conflicts } from "~/domain/scheduling/conflicts";
import type { Interval } from "~/domain/scheduling/interval";
import { fromMinutes, toMinutes } from "~/domain/scheduling/minutes";
import type { SchedulingSnapshot } from "~/domain/scheduling/snapshot";
import { needUnmet, requirementsFor } from "./access-needs.server";
import { isSoft, refusalOf } from "./booking-refusal.server";
import { mediationDueOn, runningClocks } from "./clocks.server";
import type { Command } from "./command.server";
import { snapshotOf, type Wanted, withBusyAgain } from "./scheduling-snapshot.server";
import { type Participant, peopleOfSession, roomsOf } from "./session-people.server";

/** The wish of one booking. Epoch minutes. A booking that is being moved has given its old time back before. */
export type BookingWish = {
  readonly interval: Interval;
  readonly mode: SessionMode;
  readonly roomId: string | null;
};

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
export type Claimed = { readonly people: readonly Participant[]; readonly claims: readonly Claim[] };

const WEEK = 7 * 1440;

/** From a week before the first to a week after the last: caps count whole weeks, gaps reach over the ends. */
const around = (intervals: readonly Interval[]): Interval => ({
  from: Math.min(...intervals.map((one) => one.from)) - WEEK,
  to: Math.max(...intervals.map((one) => one.to)) + WEEK,
});

/**
 * Claims times for everybody of the cases and the rooms. What comes back may be written; the exclusion constraint is only
 * the last line. Several wishes, which must not overlap, are the alternatives of one offer: all are claimed or none.
 * `sessionId`: the session that is being moved, whose people may differ from those of its cases.
 */
export async function claim(
  command: Command<unknown>,
  wishes: readonly BookingWish[],
  sessionId: string | null = null,
): Promise<Result<Claimed>> {
  const { tx, courtId, cases } = command;
  const people = await peopleOfSession(tx, courtId, cases, sessionId);
  const rooms = await roomsOf(tx, courtId);
  const claims: Claim[] = [];
  for (const { interval, mode, roomId } of wishes) {
    const room = roomId ? rooms.find((one) => one.resourceId === roomId) : undefined;
    if (needsRoom(mode) && !room) return refuse("invalidInput", { fields: { roomId: ["required"] } });
    const taken = mayHaveRoom(mode) ? room : undefined;
    const asks = await requirementsFor(
      tx,
      courtId,
      cases.map((row) => row.id),
      people.map((one) => one.resourceId),
      mode,
    );
    const need = needUnmet(asks, mode, taken?.facilities ?? null);
    if (need) return refuse("needUnmet", { params: { need } });
    claims.push({
      wanted: taken ? [...people, taken] : people,
      range: rangeOf(interval),
      mode,
      roomId: taken?.resourceId ?? null,
    });
  }
  const secured = await secure(
    command,
    wishes.map(({ interval }, i) => ({ interval, wanted: claims[i]?.wanted ?? [] })),
  );
  return secured.ok ? ok({ people, claims }) : secured;
}

export type Asked = { readonly interval: Interval; readonly wanted: readonly Wanted[] };

/**
 * The claim itself: judges who is asked when, locks them all in sorted order, judges again on what is committed by then,
 * and frees expired holds that stand in the way.
 */
export async function secure(command: Command<unknown>, asked: readonly Asked[]): Promise<Result> {
  const { tx, courtId, now, settings } = command;
  const wanted = [
    ...new Map(asked.flatMap((one) => one.wanted).map((one) => [one.resourceId, one])).values(),
  ];
  const labels = new Map(wanted.map((one) => [one.resourceId, one.label]));
  const latest = await latestOf(command);
  const terms = {
    ...(latest === undefined ? {} : { latestDueAt: latest }),
    earliestAt: toMinutes(now) + settings.minimumNoticeMinutes,
  };
  const judge = (snapshot: SchedulingSnapshot): readonly Conflict[] =>
    asked.flatMap((one) =>
      conflicts(
        snapshot,
        one.interval,
        one.wanted.map((each) => each.resourceId),
        terms,
      ),
    );
  const horizon = around(asked.map((one) => one.interval));
  const before = await snapshotOf(tx, courtId, wanted, horizon, now, settings);
  const found = judge(before);
  if (found.length) return refusalOf(found, labels);
  await lockResources(tx, wanted);
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
  return ok();
}

/** Locks resources in sorted order; a transaction that will claim for several sessions asks for all of them at once. */
export async function lockResources(tx: Tx, wanted: readonly Wanted[]): Promise<void> {
  const homes = arrayText(wanted.map((one) => one.homeId));
  const ids = arrayText(wanted.map((one) => one.resourceId));
  await tx.execute(sql`select lock_resources(${homes}::text[], ${ids}::uuid[])`);
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
