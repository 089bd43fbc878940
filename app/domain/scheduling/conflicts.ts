import { gapMinutes, isActive, ownHours, widened } from "./free-time";
import { covers, type Interval, overlaps } from "./interval";
import { dayOf } from "./minutes";
import { type CourtDay, courtDay } from "./open-time";
import { type ResourceSnapshot, resourceOf, type SchedulingSnapshot, type Terms } from "./snapshot";

export const conflictCodes = [
  "past",
  "tooSoon",
  "beyondDueDate",
  "restDay",
  "outsideHours",
  "busy",
  "busyElsewhere",
  "absent",
  "facilityMissing",
] as const;
export type ConflictCode = (typeof conflictCodes)[number];

/** Why an interval cannot be taken. Without `resourceId` it is the court or the clock that says no. */
export type Conflict = {
  readonly code: ConflictCode;
  readonly resourceId?: string;
  /** Epoch minutes at which this obstacle ends, where it has an end. */
  readonly until?: number;
  /** The obstacle is a hold that runs out at this epoch minute. */
  readonly heldUntil?: number;
};

/**
 * Everything that speaks against these resources meeting in [from, to), or an empty list.
 * The same function filters what is offered, explains what is not, and judges a wish again under the lock.
 * The horizon plays no part; `terms` adds the limits of the wish.
 */
export function conflicts(
  snapshot: SchedulingSnapshot,
  interval: Interval,
  resourceIds: readonly string[],
  terms: Terms = {},
): Conflict[] {
  const day = courtDay(snapshot.court, dayOf(interval.from));
  const found = courtConflicts(snapshot.now, day, interval, terms);
  for (const id of resourceIds)
    found.push(...resourceConflicts(resourceOf(snapshot, id), day, interval, snapshot.now, terms));
  return found;
}

/** What the clock and the court's calendar say, whoever comes. `day` is the court day of `interval.from`. */
export function courtConflicts(now: number, day: CourtDay, interval: Interval, terms: Terms): Conflict[] {
  const found: Conflict[] = [];
  if (interval.from < now) found.push({ code: "past" });
  else if (terms.earliestAt !== undefined && interval.from < terms.earliestAt)
    found.push({ code: "tooSoon", until: terms.earliestAt });
  if (terms.latestDueAt !== undefined && interval.to > terms.latestDueAt)
    found.push({ code: "beyondDueDate" });
  if (!day.working) found.push({ code: "restDay" });
  else if (!covers(day.open, interval)) found.push({ code: "outsideHours" });
  return found;
}

/** What one resource says. Hours count only on a day and time at which the court itself is open. */
export function resourceConflicts(
  resource: ResourceSnapshot,
  day: CourtDay,
  interval: Interval,
  now: number,
  terms: Terms,
): Conflict[] {
  const found: Conflict[] = [];
  const { resourceId } = resource;
  const soonest = now + (resource.minimumNoticeMinutes ?? 0);
  if (interval.from >= now && interval.from < soonest)
    found.push({ code: "tooSoon", resourceId, until: soonest });
  if (resource.weeklyHours && day.working && !covers(ownHours(resource, day), interval))
    found.push({ code: "outsideHours", resourceId });
  const gap = gapMinutes(resource);
  for (const busy of resource.busy) {
    if (!isActive(busy, now) || !overlaps(gap ? widened(busy, gap) : busy, interval)) continue;
    const code = busy.elsewhere ? "busyElsewhere" : "busy";
    const until = busy.to + gap;
    found.push({ code, resourceId, until, ...(busy.hold && { heldUntil: busy.hold.expiresAt }) });
  }
  for (const absence of resource.absences)
    if (overlaps(absence, interval)) found.push({ code: "absent", resourceId, until: absence.to });
  if (resource.kind === "room" && terms.needs?.some((need) => !resource.facilities?.includes(need)))
    found.push({ code: "facilityMissing", resourceId });
  return found;
}
