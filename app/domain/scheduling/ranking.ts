import { gapMinutes, isActive, ownHours } from "./free-time";
import { contains, type Interval } from "./interval";
import { type CourtDay, hoursOn } from "./open-time";
import type { ResourceSnapshot } from "./snapshot";

/** Why a slot stands where it stands. */
export type RankReason = {
  readonly code: "earliest" | "residentDay" | "contiguous";
  readonly resourceId?: string;
};

/** An offer: never stored, only held or booked. Epoch minutes. */
export type Slot = Interval & {
  /** Everybody that a booking of this slot claims, the chosen room and mediator included. */
  readonly resourceIds: readonly string[];
  readonly roomId?: string;
  readonly mediatorId?: string;
  /** The day lies in a year whose holiday notice is not loaded. */
  readonly provisional: boolean;
  readonly score: number;
  readonly reasons: readonly RankReason[];
};

/** Points. A resident day is worth waiting one court day for; a session without a hole beside it is a tie-break. */
export const rankingWeights = { dayLater: -10, residentDay: 15, contiguous: 3 } as const;

/** True when the interval lies in hours at which this mediator sits in the court anyway. */
export function isResident(resource: ResourceSnapshot, day: CourtDay, interval: Interval): boolean {
  if (!resource.weeklyHours?.some((row) => row.resident)) return false;
  const rows = resource.weeklyHours.filter((row) => row.resident);
  return hoursOn(rows, day.day, day.on, day.weekday).some((hours) => contains(hours, interval));
}

/** The minutes at which this resource stops or starts being busy, or its hours begin or end, with gaps kept. */
export function edges(resource: ResourceSnapshot, days: readonly CourtDay[], now: number): Set<number> {
  const gap = gapMinutes(resource);
  const found = new Set<number>();
  for (const busy of resource.busy) if (isActive(busy, now)) found.add(busy.from - gap).add(busy.to + gap);
  for (const day of days) for (const own of ownHours(resource, day)) found.add(own.from).add(own.to);
  return found;
}

type Unranked = Omit<Slot, "score" | "reasons"> & { readonly day: CourtDay };

/**
 * Fifth step: best first. Early days win, resident days of a mediator pull a slot forward,
 * and starting or ending where somebody's work does leaves no hole. Equal scores keep the order of time.
 */
export function rank(
  candidates: readonly Unranked[],
  days: readonly CourtDay[],
  people: ReadonlyMap<string, ResourceSnapshot>,
  now: number,
): Slot[] {
  const courtDayIndex = new Map(days.filter((one) => one.open.length > 0).map((one, i) => [one.day, i]));
  const firstDay = candidates[0] ? (courtDayIndex.get(candidates[0].day.day) ?? 0) : 0;
  const known = new Map<string, Set<number>>();
  const edgesOf = (one: ResourceSnapshot) => {
    const set = known.get(one.resourceId) ?? edges(one, days, now);
    known.set(one.resourceId, set);
    return set;
  };
  const ranked = candidates.map(({ day, ...slot }, index): Slot => {
    const reasons: RankReason[] = index === 0 ? [{ code: "earliest" }] : [];
    let score = rankingWeights.dayLater * ((courtDayIndex.get(day.day) ?? 0) - firstDay);
    for (const resourceId of slot.resourceIds) {
      const person = people.get(resourceId);
      if (!person) continue;
      if (isResident(person, day, slot)) {
        score += rankingWeights.residentDay;
        reasons.push({ code: "residentDay", resourceId });
      }
      const own = edgesOf(person);
      const touching = Number(own.has(slot.from)) + Number(own.has(slot.to));
      if (touching > 0) {
        score += rankingWeights.contiguous * touching;
        reasons.push({ code: "contiguous", resourceId });
      }
    }
    return { ...slot, score, reasons };
  });
  return ranked.sort((a, b) => b.score - a.score || a.from - b.from);
}
