import { covers, type Interval } from "./interval";
import { dayOf } from "./minutes";
import { facilityOf, type NeedCode, needBehind } from "./needs";
import { eachObstacle } from "./obstacles";
import { type CourtDay, courtDay } from "./open-time";
import {
  type ResourceSnapshot,
  resourceOf,
  type SchedulingSnapshot,
  type Terms,
  type Wish,
} from "./snapshot";

export const conflictCodes = [
  "past",
  "tooSoon",
  "beyondDueDate",
  "restDay",
  "outsideHours",
  "capDay",
  "capWeek",
  "beyondHorizon",
  "busy",
  "busyElsewhere",
  "buffer",
  "absent",
  "ownCalendar",
  "facilityMissing",
  "languageMissing",
  "modeClosed",
] as const;
export type ConflictCode = (typeof conflictCodes)[number];

/**
 * What a coordinator may book over, with a reason that the person overridden sees. All others are hard: nobody can be in
 * two places, the law's last day binds everybody, and without what they need people cannot take part.
 */
export const SOFT_CONFLICTS = [
  "tooSoon",
  "outsideHours",
  "restDay",
  "capDay",
  "capWeek",
  "buffer",
  "beyondHorizon",
  "ownCalendar",
] as const satisfies readonly ConflictCode[];
export type SoftConflict = (typeof SOFT_CONFLICTS)[number];

/** Why an interval cannot be taken. Without `resourceId` it is the court or the clock that says no. */
export type Conflict = {
  readonly code: ConflictCode;
  readonly resourceId?: string;
  /** Epoch minutes at which this obstacle ends, where it has an end. */
  readonly until?: number;
  /** The obstacle is a hold that runs out at this epoch minute. */
  readonly heldUntil?: number;
  /** What somebody who is to come cannot do without, where that is the obstacle. */
  readonly need?: NeedCode;
};

/**
 * Everything that speaks against these resources meeting in [from, to), or an empty list.
 * The same rules filter what is offered, explain what is not, and judge a wish again under the lock.
 * The horizon of the search plays no part; `terms` adds the limits of the wish.
 */
export function conflicts(
  snapshot: SchedulingSnapshot,
  interval: Interval,
  resourceIds: readonly string[],
  terms: Terms = {},
): Conflict[] {
  const { zone } = snapshot;
  const day = courtDay(snapshot.court, dayOf(interval.from, zone), zone);
  const found = courtConflicts(snapshot.now, day, interval, terms);
  for (const id of resourceIds)
    found.push(...resourceConflicts(resourceOf(snapshot, id), day, interval, snapshot.now, terms));
  return found;
}

/** What the clock, the court's calendar and the way of meeting say, whoever comes. `day` is the one of `interval.from`. */
export function courtConflicts(now: number, day: CourtDay, interval: Interval, terms: Terms): Conflict[] {
  const found: Conflict[] = [];
  if (interval.from < now) found.push({ code: "past" });
  else if (terms.earliestAt !== undefined && interval.from < terms.earliestAt)
    found.push({ code: "tooSoon", until: terms.earliestAt });
  if (terms.latestDueAt !== undefined && interval.to > terms.latestDueAt)
    found.push({ code: "beyondDueDate" });
  if (!day.working) found.push({ code: "restDay" });
  else if (!covers(day.open, interval)) found.push({ code: "outsideHours" });
  if (terms.modeClosed) found.push({ code: "modeClosed", need: terms.modeClosed });
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
  const outside = new Set<string>();
  eachObstacle(resource, [day], now, (code, from, to, gap, heldUntil) => {
    if (from >= to || from - gap >= interval.to || to + gap <= interval.from) return;
    // What is past is past, and not too soon as well; and two holes in somebody's hours are one reason.
    if ((code === "tooSoon" && interval.from < now) || outside.has(code)) return;
    if (code === "outsideHours") outside.add(code);
    const isGap = from >= interval.to || to <= interval.from;
    const until = code === "outsideHours" || code === "beyondHorizon" ? undefined : to + gap;
    found.push({
      code: isGap ? "buffer" : code,
      resourceId,
      ...(until !== undefined && { until }),
      ...(heldUntil !== undefined && { heldUntil }),
    });
  });
  return [...found, ...misfits(resource, terms)];
}

/** What the resource lacks at whatever time: a room a facility, a mediator a language. */
export function misfits(resource: ResourceSnapshot, terms: Terms): Conflict[] {
  const { resourceId } = resource;
  const found: Conflict[] = [];
  const lacking = terms.needs?.find((need) => !resource.facilities?.includes(need));
  if (resource.kind === "room" && lacking !== undefined) {
    const facility = facilityOf(lacking);
    found.push({ code: "facilityMissing", resourceId, ...(facility && { need: needBehind(facility) }) });
  }
  const isUnderstood = terms.languages?.every((one) => resource.languages?.includes(one)) ?? true;
  if (resource.kind === "mediator" && !isUnderstood)
    found.push({ code: "languageMissing", resourceId, need: "dialect" });
  return found;
}

/** Somebody needs a room of the court, by video too, and the wish names none: not one of `mandatory`, and no candidate. */
export function unroomed(
  mandatory: readonly ResourceSnapshot[],
  wish: Pick<Wish, "needs" | "roomCandidateIds">,
): Conflict[] {
  const facility = wish.needs?.[0];
  if (facility === undefined || wish.roomCandidateIds.length > 0) return [];
  if (mandatory.some((one) => one.kind === "room")) return [];
  const known = facilityOf(facility);
  return [{ code: "facilityMissing", ...(known && { need: needBehind(known) }) }];
}
