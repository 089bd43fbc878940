import { dayOf, dayStart, weekdayOf } from "./minutes";
import { type CourtDay, holdsOn, spansOn } from "./open-time";
import { gapMinutes, isActive, ownHours } from "./own-time";
import type { ResourceSnapshot } from "./snapshot";

/** Why a resource cannot, where time is what matters. */
export type TimeCode =
  | "tooSoon"
  | "beyondHorizon"
  | "outsideHours"
  | "capDay"
  | "capWeek"
  | "busy"
  | "busyElsewhere"
  | "absent"
  | "ownCalendar";

/**
 * A time [from, to) that a session may not touch, in epoch minutes. `gap`: minutes around it that must stay free as well
 * (only those hurt, it is the buffer that says no). `heldUntil`: it is a hold that runs out then.
 */
export type Visit = (code: TimeCode, from: number, to: number, gap: number, heldUntil?: number) => void;

/**
 * Everything that keeps one resource from meeting on these days (consecutive court days). The one source of what is
 * filtered, explained and judged: free time, the starts that are offered and `conflicts` all ask here.
 */
export function eachObstacle(
  resource: ResourceSnapshot,
  days: readonly CourtDay[],
  now: number,
  visit: Visit,
): void {
  const first = days[0];
  if (!first) return;
  const { zone } = first;
  if (resource.minimumNoticeMinutes) visit("tooSoon", now, now + resource.minimumNoticeMinutes, 0);
  if (resource.horizonDays !== undefined) {
    const end = dayStart(dayOf(now, zone) + resource.horizonDays + 1, zone);
    visit("beyondHorizon", end, Number.POSITIVE_INFINITY, 0);
  }
  if (resource.weeklyHours || resource.dateHours)
    for (const day of days) if (day.working) outsideHours(resource, day, visit);
  const { maxPerDay, maxPerWeek } = resource;
  if (maxPerDay !== undefined || maxPerWeek !== undefined) caps(resource, days, now, visit);
  const gap = gapMinutes(resource);
  for (const busy of resource.busy)
    if (isActive(busy, now))
      visit(busy.elsewhere ? "busyElsewhere" : "busy", busy.from, busy.to, gap, busy.hold?.expiresAt);
  for (const absence of resource.absences) visit("absent", absence.from, absence.to, 0);
  for (const taken of resource.ownCalendar ?? []) visit("ownCalendar", taken.from, taken.to, 0);
  if (resource.weeklyAbsences?.length)
    for (const day of days)
      for (const row of resource.weeklyAbsences)
        if (holdsOn(row, day.on, weekdayOf(day.day)))
          for (const { from, to } of spansOn([row], day.day, zone)) visit("absent", from, to, 0);
}

/** The parts of a working day that the resource's own hours leave out. */
function outsideHours(resource: ResourceSnapshot, day: CourtDay, visit: Visit): void {
  const own = ownHours(resource, day);
  if (own === day.open) return;
  let from = dayStart(day.day, day.zone);
  for (const hours of own) {
    if (from < hours.from) visit("outsideHours", from, hours.from, 0);
    from = hours.to;
  }
  const end = dayStart(day.day + 1, day.zone);
  if (from < end) visit("outsideHours", from, end, 0);
}

/** Days and weeks (from Monday) in which as many sessions begin as this resource takes; empty ones never cap. */
function caps(resource: ResourceSnapshot, days: readonly CourtDay[], now: number, visit: Visit): void {
  const zone = days[0]?.zone;
  const { maxPerDay = Number.POSITIVE_INFINITY, maxPerWeek = Number.POSITIVE_INFINITY } = resource;
  const inDay = new Map<number, number>();
  const inWeek = new Map<number, number>();
  for (const busy of resource.busy) {
    if (!isActive(busy, now)) continue;
    const day = dayOf(busy.from, zone);
    inDay.set(day, (inDay.get(day) ?? 0) + 1);
    const monday = mondayOf(day);
    inWeek.set(monday, (inWeek.get(monday) ?? 0) + 1);
  }
  const mondays = new Set<number>();
  for (const { day } of days) {
    if ((inDay.get(day) ?? 0) >= maxPerDay) visit("capDay", dayStart(day, zone), dayStart(day + 1, zone), 0);
    mondays.add(mondayOf(day));
  }
  for (const monday of mondays)
    if ((inWeek.get(monday) ?? 0) >= maxPerWeek)
      visit("capWeek", dayStart(monday, zone), dayStart(monday + 7, zone), 0);
}

const mondayOf = (day: number): number => day - weekdayOf(day) + 1;
