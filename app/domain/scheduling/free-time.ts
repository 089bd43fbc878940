import { type Interval, intersect, merge, subtract } from "./interval";
import { eachObstacle } from "./obstacles";
import type { CourtDay } from "./open-time";
import { ownHours } from "./own-time";
import type { ResourceSnapshot } from "./snapshot";

/** Second step: when the resource could take a session, given the court's days. What is past is not free. */
export function freeTime(resource: ResourceSnapshot, days: readonly CourtDay[], now: number): Interval[] {
  const hours: Interval[] = [];
  for (const day of days) {
    if (day.open.length === 0) continue;
    const own = ownHours(resource, day);
    for (const one of own === day.open ? own : intersect(day.open, own)) hours.push(one);
  }
  const taken: Interval[] = [{ from: Number.NEGATIVE_INFINITY, to: now }];
  eachObstacle(resource, days, now, (code, from, to, gap) => {
    if (code !== "outsideHours") taken.push({ from: from - gap, to: to + gap });
  });
  return subtract(hours, merge(taken));
}
