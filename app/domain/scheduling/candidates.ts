import { type Interval, intersect } from "./interval";
import { dayOf, dayStart } from "./minutes";
import type { Wish } from "./snapshot";

/** The starts on the wish's grid from which its duration fits into one of the intervals, ascending. */
export function starts(
  free: readonly Interval[],
  wish: Pick<Wish, "durationMinutes" | "stepMinutes">,
): number[] {
  const { durationMinutes, stepMinutes } = wish;
  const found: number[] = [];
  for (const one of free) {
    const midnight = dayStart(dayOf(one.from));
    let start = midnight + Math.ceil((one.from - midnight) / stepMinutes) * stepMinutes;
    for (; start + durationMinutes <= one.to; start += stepMinutes) found.push(start);
  }
  return found;
}

/** The minutes in which all of them are free; without any list, the open time itself. */
export function common(open: readonly Interval[], lists: readonly (readonly Interval[])[]): Interval[] {
  let rest: readonly Interval[] = open;
  for (const list of lists) rest = intersect(rest, list);
  return [...rest];
}

/** For each start the candidates (as indexes into `lists`) who are free for the whole duration. */
export function whoIsFree(
  startsAt: readonly number[],
  durationMinutes: number,
  lists: readonly (readonly Interval[])[],
): number[][] {
  const who: number[][] = startsAt.map(() => []);
  lists.forEach((list, index) => {
    let at = 0;
    for (const free of list) {
      while (at < startsAt.length && startsAt[at]! < free.from) at++;
      for (; at < startsAt.length && startsAt[at]! + durationMinutes <= free.to; at++) who[at]!.push(index);
    }
  });
  return who;
}
