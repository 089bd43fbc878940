import { type Interval, intersect, merge, subtract } from "./interval";
import { type CourtDay, hoursOn } from "./open-time";
import type { BusyInterval, ResourceSnapshot } from "./snapshot";

/** A hold that has run out no longer counts, even before anybody has released it; nor does an empty range. */
export const isActive = (busy: BusyInterval, now: number): boolean =>
  busy.from < busy.to && (!busy.hold || busy.hold.expiresAt > now);

/** Minutes that must lie between two sessions of this resource: clean-up of one, preparation of the next. */
export const gapMinutes = (resource: ResourceSnapshot): number =>
  (resource.bufferBeforeMinutes ?? 0) + (resource.bufferAfterMinutes ?? 0);

/** A busy interval with the resource's gap on both sides. */
export const widened = (busy: Interval, gap: number): Interval => ({
  from: busy.from - gap,
  to: busy.to + gap,
});

/** The resource's own hours on a court day; without hours of its own it follows the court's. */
export const ownHours = (resource: ResourceSnapshot, day: CourtDay): readonly Interval[] =>
  resource.weeklyHours ? hoursOn(resource.weeklyHours, day.day, day.on, day.weekday) : day.open;

/** Second step: when the resource could take a session, given the court's days. */
export function freeTime(resource: ResourceSnapshot, days: readonly CourtDay[], now: number): Interval[] {
  const hours: Interval[] = [];
  for (const day of days) {
    if (day.open.length === 0) continue;
    const own = ownHours(resource, day);
    for (const one of own === day.open ? own : intersect(day.open, own)) hours.push(one);
  }
  const gap = gapMinutes(resource);
  const taken: Interval[] = [
    { from: Number.NEGATIVE_INFINITY, to: now + (resource.minimumNoticeMinutes ?? 0) },
  ];
  for (const busy of resource.busy) if (isActive(busy, now)) taken.push(gap ? widened(busy, gap) : busy);
  for (const absence of resource.absences) taken.push(absence);
  return subtract(hours, merge(taken));
}
