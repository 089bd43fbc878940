import { type Conflict, conflicts, resourceConflicts, unroomed } from "./conflicts";
import { contains, type Interval } from "./interval";
import { dayOf, minuteOfDay } from "./minutes";
import { courtDay } from "./open-time";
import { resourceOf, type SchedulingSnapshot, type Wish } from "./snapshot";

/** Why an interval is or is not among the slots of a wish. */
export type Explanation = {
  readonly offered: boolean;
  /** It could be taken, but the search does not look there. */
  readonly notSearched: readonly ("offGrid" | "otherLength" | "outsideHorizon")[];
  /** What the clock, the court and the mandatory resources say. */
  readonly conflicts: readonly Conflict[];
  /** When no candidate of a list is free: what each says. Empty when one is. */
  readonly mediators: readonly Conflict[];
  readonly rooms: readonly Conflict[];
};

/** "Why is this slot not offered?", answered by the conflicts that decided. Epoch minutes. */
export function explain(snapshot: SchedulingSnapshot, wish: Wish, interval: Interval): Explanation {
  const notSearched: Explanation["notSearched"][number][] = [];
  if (minuteOfDay(interval.from, snapshot.zone) % wish.stepMinutes !== 0) notSearched.push("offGrid");
  if (interval.to - interval.from !== wish.durationMinutes) notSearched.push("otherLength");
  if (!contains(snapshot.horizon, interval)) notSearched.push("outsideHorizon");
  const mandatory = wish.mandatoryIds.map((id) => resourceOf(snapshot, id));
  const found = [...conflicts(snapshot, interval, wish.mandatoryIds, wish), ...unroomed(mandatory, wish)];
  const mediators = noneOf(snapshot, wish, interval, wish.mediatorCandidateIds ?? []);
  const rooms = noneOf(snapshot, wish, interval, wish.roomCandidateIds);
  const offered = [notSearched, found, mediators, rooms].every((list) => list.length === 0);
  return { offered, notSearched, conflicts: found, mediators, rooms };
}

function noneOf(
  snapshot: SchedulingSnapshot,
  wish: Wish,
  interval: Interval,
  ids: readonly string[],
): Conflict[] {
  const day = courtDay(snapshot.court, dayOf(interval.from, snapshot.zone), snapshot.zone);
  const each = ids.map((id) =>
    resourceConflicts(resourceOf(snapshot, id), day, interval, snapshot.now, wish),
  );
  return each.some((one) => one.length === 0) ? [] : each.flat();
}
