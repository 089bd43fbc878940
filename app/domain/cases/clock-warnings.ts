import type { DateTime } from "luxon";
import { daysBetween, plusDays, rollForward, type WorkCalendar } from "./calendar";
import { type ClockSentence, daysLeft } from "./clocks";

/** How a warning is remembered: `D-7`. */
const markOf = (days: number) => `D-${days}`;

export type Warning = {
  /** All that are done with by this one: whoever missed D-7 is told D-3 alone. */
  readonly marks: readonly string[];
  readonly mark: string;
  readonly daysLeft: number;
};

/**
 * The warning that is due now, if one is. `warnDays` are the court's (7, 3, 1), scaled to the clock: D-n goes only where
 * the whole clock lasts at least twice n calendar days, start day excluded, so that no limit begins with its own alarm: of
 * 15 days D-7, D-3, D-1; of 7 days D-3 and D-1; of 3 days D-1 alone. Each goes once; none while the clock stands still or
 * after its end.
 */
export function warningDue(
  sentence: Pick<ClockSentence, "startOn" | "dueOn" | "paused">,
  warnDays: readonly number[],
  warned: readonly string[],
  now: DateTime,
): Warning | null {
  const left = daysLeft(sentence, now);
  if (sentence.paused || left < 0) return null;
  const whole = daysBetween(sentence.startOn, sentence.dueOn);
  const reached = warnDays.filter((days) => days * 2 <= whole && left <= days);
  const nearest = Math.min(...reached);
  if (reached.length === 0 || warned.includes(markOf(nearest))) return null;
  return { marks: reached.map(markOf), mark: markOf(nearest), daysLeft: left };
}

/** By which court day a mediation whose time is over must have been ended: the next workday after its last day. */
export const endByOn = (calendar: WorkCalendar, dueOn: string): string =>
  rollForward(calendar, plusDays(dueOn, 1));
