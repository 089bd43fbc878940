import { starts } from "./candidates";
import { type Conflict, type ConflictCode, courtConflicts, resourceConflicts } from "./conflicts";
import { gapMinutes } from "./free-time";
import { overlaps } from "./interval";
import { dayStart } from "./minutes";
import type { CourtDay } from "./open-time";
import { type ResourceSnapshot, resourceOf, type SchedulingSnapshot, type Wish } from "./snapshot";

/** How many starts of a day fell to one obstacle. A rest day has no starts: its count is 0. */
export type DayReason = {
  readonly code: ConflictCode;
  readonly resourceId?: string;
  readonly starts: number;
};
export type DayReasons = { readonly on: string; readonly reasons: readonly DayReason[] };

/**
 * For every day without a slot, what stood in the way, the most frequent first.
 * Candidates are asked only about starts at which everybody mandatory could come: otherwise they do not matter.
 */
export function dayReasons(
  snapshot: SchedulingSnapshot,
  wish: Wish,
  days: readonly CourtDay[],
  daysWithSlots: ReadonlySet<number>,
): DayReasons[] {
  const resources = (ids: readonly string[]) => ids.map((id) => resourceOf(snapshot, id));
  const mandatory = resources(wish.mandatoryIds);
  const candidates = resources([...(wish.mediatorCandidateIds ?? []), ...wish.roomCandidateIds]);
  return days
    .filter((day) => !daysWithSlots.has(day.day))
    .map((day) => ({ on: day.on, reasons: reasonsOf(day, snapshot.now, wish, mandatory, candidates) }));
}

function reasonsOf(
  day: CourtDay,
  now: number,
  wish: Wish,
  mandatory: readonly ResourceSnapshot[],
  candidates: readonly ResourceSnapshot[],
): DayReason[] {
  if (!day.working) return [{ code: "restDay", starts: 0 }];
  const startsAt = starts(day.open, wish);
  if (startsAt.length === 0) return [{ code: "outsideHours", starts: 0 }];
  const counts = new Map<string, DayReason>();
  const count = (found: readonly Conflict[]) => {
    for (const { code, resourceId } of new Map(found.map((c) => [`${c.code} ${c.resourceId}`, c])).values()) {
      const key = `${code} ${resourceId}`;
      counts.set(key, {
        code,
        ...(resourceId && { resourceId }),
        starts: (counts.get(key)?.starts ?? 0) + 1,
      });
    }
  };
  const inView = new Map<ResourceSnapshot, ResourceSnapshot>();
  const onDay = (one: ResourceSnapshot) => {
    const view = inView.get(one) ?? narrowed(one, day);
    inView.set(one, view);
    return view;
  };
  const ask = (who: readonly ResourceSnapshot[], from: number) => {
    const interval = { from, to: from + wish.durationMinutes };
    return who.flatMap((one) => resourceConflicts(onDay(one), day, interval, now, wish));
  };
  for (const from of startsAt) {
    const court = courtConflicts(now, day, { from, to: from + wish.durationMinutes }, wish);
    const first = court.length > 0 ? court : ask(mandatory, from);
    count(first.length > 0 ? first : ask(candidates, from));
  }
  return [...counts.values()].sort((a, b) => b.starts - a.starts);
}

/** The resource with only those claims that can matter on the day: the same answers, asked of a shorter list. */
function narrowed(resource: ResourceSnapshot, day: CourtDay): ResourceSnapshot {
  const reach = 1440 + gapMinutes(resource);
  const around = { from: dayStart(day.day) - reach, to: dayStart(day.day) + 1440 + reach };
  return {
    ...resource,
    busy: resource.busy.filter((one) => overlaps(one, around)),
    absences: resource.absences.filter((one) => overlaps(one, around)),
  };
}
