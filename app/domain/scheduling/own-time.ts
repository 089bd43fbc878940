import type { Interval } from "./interval";
import { type CourtDay, hoursOn, spansOn } from "./open-time";
import type { BusyInterval, ResourceSnapshot } from "./snapshot";

/** A hold that has run out no longer counts, even before anybody has released it; nor does an empty range. */
export const isActive = (busy: BusyInterval, now: number): boolean =>
  busy.from < busy.to && (!busy.hold || busy.hold.expiresAt > now);

/** Minutes that must lie between two sessions of this resource: clean-up of one, preparation of the next. */
export const gapMinutes = (
  resource: Pick<ResourceSnapshot, "bufferBeforeMinutes" | "bufferAfterMinutes">,
): number => (resource.bufferBeforeMinutes ?? 0) + (resource.bufferAfterMinutes ?? 0);

/** The resource's own hours on a court day: the date's, else the weekly ones, else the court's (`day.open` itself). */
export function ownHours(resource: ResourceSnapshot, day: CourtDay): readonly Interval[] {
  const dated = resource.dateHours?.[day.on];
  if (dated) return spansOn(dated, day.day, day.zone);
  if (!resource.weeklyHours) return day.open;
  return hoursOn(resource.weeklyHours, day.day, day.on, day.weekday, day.zone);
}

/** The hours of a day at which the resource sits in the court (驻院); hours of one date say nothing about that. */
export function residentHours(resource: ResourceSnapshot, day: CourtDay): Interval[] {
  if (resource.dateHours?.[day.on]) return [];
  const rows = resource.weeklyHours?.filter((row) => row.resident) ?? [];
  return rows.length > 0 ? hoursOn(rows, day.day, day.on, day.weekday, day.zone) : [];
}
