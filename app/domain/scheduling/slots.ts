import { type Alternatives, alternatives } from "./alternatives";
import { boardOf } from "./board";
import { openTime } from "./open-time";
import type { Slot } from "./ranking";
import { type DayReasons, dayReasons } from "./reasons";
import { search } from "./search";
import type { SchedulingSnapshot, Wish } from "./snapshot";

/** What each step left out, counted in starts on the wish's grid (rest days in days). */
export type Dropped = {
  readonly restDays: number;
  /** Before now or the earliest wished start, over only after the due date, or in a way that is closed to somebody. */
  readonly outsideTerms: number;
  readonly mandatoryTaken: number;
  readonly noMediator: number;
  readonly noRoom: number;
  /** For each day of the horizon without a single slot: who or what stood against how many starts. */
  readonly days: readonly DayReasons[];
};

export type SlotSearch = {
  readonly slots: readonly Slot[];
  readonly dropped: Dropped;
  /** Only when nothing was found. */
  readonly alternatives?: Alternatives;
};

/**
 * Slots inside the snapshot's horizon at which everybody mandatory, one mediator candidate and one room
 * candidate are free, best first; with what every step left out, and other ways when there is none.
 */
export function findSlots(snapshot: SchedulingSnapshot, wish: Wish): SlotSearch {
  const days = openTime(snapshot.court, snapshot.horizon, snapshot.zone);
  const board = boardOf(snapshot, wish, days);
  const { slots, ...counts } = search(board, wish);
  const restDays = days.filter((day) => !day.working).length;
  const dropped = { ...counts, restDays, days: dayReasons(board, wish, slots) };
  return slots.length > 0 ? { slots, dropped } : { slots, dropped, alternatives: alternatives(board, wish) };
}
