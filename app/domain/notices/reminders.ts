import { DateTime } from "luxon";
import { COURT_ZONE } from "../scheduling/minutes";

/** Nobody is reminded between these hours of the court's day; other notices go at any hour. */
const QUIET_FROM = 20;
const QUIET_UNTIL = 8;
const EVENING = { hour: 19, minute: 30, second: 0, millisecond: 0 } as const;
const APART_MS = 4 * 3_600_000;

/** How far ahead a court may remind, in hours, and how often. */
export const REMINDER_HOURS = [1, 336] as const;
export const MOST_REMINDERS = 5;

export type Reminder = { readonly hours: number; readonly at: DateTime };

export function isQuiet(at: DateTime): boolean {
  const { hour } = at.setZone(COURT_ZONE);
  return hour >= QUIET_FROM || hour < QUIET_UNTIL;
}

/** The first minute that is no longer quiet. */
export function quietUntil(at: DateTime): DateTime {
  if (!isQuiet(at)) return at;
  const here = at.setZone(COURT_ZONE);
  const day = here.hour < QUIET_UNTIL ? here : here.plus({ days: 1 });
  return day.set({ hour: QUIET_UNTIL, minute: 0, second: 0, millisecond: 0 });
}

/** What would fall into the night goes earlier, to the evening before. */
function outOfTheNight(at: DateTime): DateTime {
  if (!isQuiet(at)) return at;
  const here = at.setZone(COURT_ZONE);
  return (here.hour < QUIET_UNTIL ? here.minus({ days: 1 }) : here).set(EVENING);
}

/**
 * When somebody who is told now is reminded of a session: so many hours before, never at night, never twice within four
 * hours (the one nearer the session stays), and not so soon after the notice itself that both say the same.
 */
export function remindersFor(of: {
  readonly startAt: DateTime;
  readonly hours: readonly number[];
  readonly now: DateTime;
}): Reminder[] {
  const planned = [...new Set(of.hours)]
    .map((hours) => ({ hours, at: outOfTheNight(of.startAt.minus({ hours })) }))
    .filter(({ at }) => at.toMillis() - of.now.toMillis() >= APART_MS)
    .sort((a, b) => b.at.toMillis() - a.at.toMillis() || a.hours - b.hours);
  const kept: Reminder[] = [];
  for (const one of planned) {
    const next = kept.at(-1);
    if (!next || next.at.toMillis() - one.at.toMillis() >= APART_MS) kept.push(one);
  }
  return kept.reverse();
}

/** When an invitation without an answer counts as silent: after the court's hours, or half-way to a session before that. */
export function silentAt(of: {
  readonly sentAt: DateTime;
  readonly startAt: DateTime;
  readonly hours: number;
}): DateTime {
  const after = of.sentAt.plus({ hours: of.hours });
  if (after < of.startAt) return after;
  return DateTime.fromMillis((of.sentAt.toMillis() + of.startAt.toMillis()) / 2, { zone: COURT_ZONE });
}
