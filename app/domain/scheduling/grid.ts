import { type Bits, fill, noBits } from "./bits";
import type { Interval } from "./interval";
import type { CourtDay } from "./open-time";
import type { Wish } from "./snapshot";
import { zoneDay } from "./zone-days";

/**
 * All starts of a wish's grid from which its duration fits into the court's open time, ascending, in epoch minutes.
 * Sets of starts are bits over their positions, and lose nothing: they are worked out from the exact intervals.
 */
export type Grid = {
  readonly startsAt: Int32Array;
  readonly durationMinutes: number;
  readonly days: readonly CourtDay[];
  /** Where each day's starts begin in `startsAt`; one more at the end. */
  readonly firstOf: Int32Array;
  /** Which of `days` each start lies on. */
  readonly dayAt: Uint16Array;
  /** Per stretch of 32 minutes from the first start on: the position of the first start in it or after. */
  readonly stretches: Int32Array;
};

const STRETCH = 5;

function stretchesOf(startsAt: Int32Array): Int32Array {
  const first = startsAt[0] ?? 0;
  const last = startsAt.at(-1) ?? 0;
  const stretches = new Int32Array(startsAt.length > 0 ? ((last - first) >>> STRETCH) + 1 : 0);
  let position = 0;
  for (let n = 0; n < stretches.length; n++) {
    while (startsAt[position]! < first + (n << STRETCH)) position++;
    stretches[n] = position;
  }
  return stretches;
}

/** The grid counts from 00:00 as the court's clock shows it, also on a day on which the clock is changed. */
export function gridOf(days: readonly CourtDay[], wish: Pick<Wish, "durationMinutes" | "stepMinutes">): Grid {
  const { durationMinutes, stepMinutes } = wish;
  const found: number[] = [];
  const dayAt: number[] = [];
  const firstOf = new Int32Array(days.length + 1);
  days.forEach((day, n) => {
    firstOf[n] = found.length;
    for (const open of day.open)
      for (const part of zoneDay(day.day, day.zone).parts) {
        const from = Math.max(open.from, part.from);
        const clock = part.clock + from - part.from;
        let start = from + Math.ceil(clock / stepMinutes) * stepMinutes - clock;
        for (; start < part.to && start + durationMinutes <= open.to; start += stepMinutes) {
          found.push(start);
          dayAt.push(n);
        }
      }
  });
  firstOf[days.length] = found.length;
  const startsAt = Int32Array.from(found);
  const stretches = stretchesOf(startsAt);
  return { startsAt, durationMinutes, days, firstOf, dayAt: Uint16Array.from(dayAt), stretches };
}

/** Position of the first start at or after this minute. */
export function positionOf({ startsAt, stretches }: Grid, minute: number): number {
  const past = minute - (startsAt[0] ?? 0);
  if (past <= 0) return 0;
  const stretch = past / (1 << STRETCH);
  if (stretch >= stretches.length) return startsAt.length;
  let position = stretches[Math.floor(stretch)]!;
  while (position < startsAt.length && startsAt[position]! < minute) position++;
  return position;
}

/** The starts, from the first position to before the second, from which a session would touch [from, to). */
export const touching = (grid: Grid, from: number, to: number): readonly [number, number] => [
  positionOf(grid, from - grid.durationMinutes + 1),
  positionOf(grid, to),
];

/** Puts in the starts from which a session would touch [from, to). */
export const fillTouching = (grid: Grid, bits: Bits, from: number, to: number): void => {
  if (from < to) fill(bits, positionOf(grid, from - grid.durationMinutes + 1), positionOf(grid, to));
};

/** Puts in the starts from which a session would lie wholly in [from, to). */
export const fillInside = (grid: Grid, bits: Bits, { from, to }: Interval): void =>
  fill(bits, positionOf(grid, from), positionOf(grid, to - grid.durationMinutes + 1));

/** The starts from which a session lies wholly in one of these. */
export function bitsInside(grid: Grid, intervals: Iterable<Interval>): Bits {
  const bits = noBits(grid.startsAt.length);
  for (const one of intervals) fillInside(grid, bits, one);
  return bits;
}
