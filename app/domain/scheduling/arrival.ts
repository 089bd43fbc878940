import type { Interval } from "./interval";

/** When one side of one case is asked to come, in epoch minutes; `from` is when its part of the meeting begins. */
export type Arrival = { readonly from: number; readonly at: number };

type Of = {
  /** Of the whole block. */
  readonly during: Interval;
  /** In a joint session 集中调解: when this case's part begins, counted from the block's start. */
  readonly afterMinutes: number;
  /** The side that must not meet the other comes so much earlier, to a waiting room of its own. 0: nobody is kept apart. */
  readonly apartMinutes: number;
};

/** The others learn nothing of it: their own arrival is the same with and without. */
export function arrivalOf({ during, afterMinutes, apartMinutes }: Of): Arrival {
  const from = Math.min(during.from + afterMinutes, during.to);
  return { from, at: from - apartMinutes };
}

/** Arrivals of so many cases in one block, in their order: evenly spread and on the grid, the first at its start. */
export function staggered(cases: number, minutes: number, stepMinutes: number): number[] {
  const share = Math.max(stepMinutes, Math.floor(minutes / cases / stepMinutes) * stepMinutes);
  const last = Math.max(0, Math.floor(minutes / stepMinutes) - 1) * stepMinutes;
  return Array.from({ length: cases }, (_, n) => Math.min(n * share, last));
}
