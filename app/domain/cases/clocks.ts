import type { DateTime } from "luxon";
import {
  addDays,
  addMonths,
  addWorkingDays,
  courtDate,
  daysBetween,
  dueInstant,
  ending,
  plusDays,
  type WorkCalendar,
  workdaysBetween,
} from "./calendar";
import type { ClockCode } from "./clock-codes";
import { CLOCK_RULES, type ClockRule, type ClockUnit } from "./clock-rules";
import type { Article } from "./laws";
import type { Stage } from "./stages";

/** Days from `fromOn` up to (not including) `toOn`; null = still going on. */
export type Exclusion = { readonly fromOn: string; readonly toOn: string | null };
export type Extension = { readonly length: number; readonly unit: ClockUnit };

/** What is stored. Everything else follows from it and the calendar, so a new holiday notice can be applied to it. */
export type Clock = {
  readonly code: ClockCode;
  readonly startOn: string;
  readonly length: number;
  readonly unit: ClockUnit;
  readonly extensions: readonly Extension[];
  readonly exclusions: readonly Exclusion[];
};

/** The clock's explanation as values; words are made of it by i18n. */
export type ClockSentence = {
  readonly code: ClockCode;
  readonly article: Article;
  readonly verified: boolean;
  readonly startOn: string;
  readonly length: number;
  readonly unit: ClockUnit;
  readonly extensions: readonly Extension[];
  readonly excludedDays: number;
  readonly rawEndOn: string;
  readonly rolled: boolean;
  readonly dueOn: string;
  readonly provisional: boolean;
  /** An exclusion is still going on: the date moves with every day, and nothing expires. */
  readonly paused: boolean;
};

/** `length` lets a court set its own limits (L..) otherwise; statutory ones keep the rule's. */
export function startClock(rule: ClockRule, startOn: string, length = rule.length): Clock {
  if (length === null) throw new Error(`${rule.code} ends with an event, not with a day`);
  return { code: rule.code, startOn, length, unit: rule.unit, extensions: [], exclusions: [] };
}

export function extendClock(clock: Clock, extension: Extension): Clock {
  return { ...clock, extensions: [...clock.extensions, extension] };
}

export function beginExclusion(clock: Clock, fromOn: string): Clock {
  return { ...clock, exclusions: [...clock.exclusions, { fromOn, toOn: null }] };
}

export function endExclusion(clock: Clock, toOn: string): Clock {
  return {
    ...clock,
    exclusions: clock.exclusions.map((one) => (one.toOn === null ? { ...one, toOn } : one)),
  };
}

/** The due date and how it came about. `today` (court-local) bounds an exclusion that is still going on. */
export function explainClock(clock: Clock, calendar: WorkCalendar, today: string): ClockSentence {
  const rule = CLOCK_RULES[clock.code];
  const excludedDays = countExcluded(clock, calendar, today);
  const base = { unit: clock.unit, length: clock.length };
  const period = count(calendar, clock.startOn, [base, ...clock.extensions], clock.unit, excludedDays);
  return {
    code: clock.code,
    article: rule.article,
    verified: rule.verified,
    startOn: clock.startOn,
    length: clock.length,
    unit: clock.unit,
    extensions: clock.extensions,
    excludedDays,
    rawEndOn: period.rawEndOn,
    rolled: period.rolled,
    dueOn: period.dueOn,
    provisional: period.provisional,
    paused: clock.exclusions.some((one) => one.toOn === null),
  };
}

/** Calendar days to the last day: 0 on the day itself, negative afterwards. */
export function daysLeft(sentence: Pick<ClockSentence, "dueOn">, now: DateTime): number {
  return daysBetween(courtDate(now), sentence.dueOn);
}

/** Over at 24:00 of the due day in Beijing; never while paused. */
export function isOver(sentence: Pick<ClockSentence, "dueOn" | "paused">, now: DateTime): boolean {
  return !sentence.paused && now >= dueInstant(sentence.dueOn);
}

export const CLOCK_TONES = ["calm", "soon", "urgent", "over", "paused"] as const;
export type ClockTone = (typeof CLOCK_TONES)[number];

/** For lists: seven days before it is soon, on the last two it is urgent. */
export function toneOf(sentence: Pick<ClockSentence, "dueOn" | "paused">, now: DateTime): ClockTone {
  if (sentence.paused) return "paused";
  if (isOver(sentence, now)) return "over";
  const left = daysLeft(sentence, now);
  if (left <= 1) return "urgent";
  return left <= 7 ? "soon" : "calm";
}

/** Limits that only an entry within the stage sets going: for objections, the service of the ruling (INT 372). */
const AWAITED = { confirmed: ["T14"] } as const satisfies Partial<Record<Stage, readonly ClockCode[]>>;
export type AwaitedClock = (typeof AWAITED)[keyof typeof AWAITED][number];
const AWAITED_IN: Readonly<Partial<Record<Stage, readonly AwaitedClock[]>>> = AWAITED;

/** The limits that will run in this stage but do not yet; `running` are those that do. Without a date: none is known. */
export function awaitedClocks(stage: Stage, running: readonly ClockCode[]): readonly AwaitedClock[] {
  return (AWAITED_IN[stage] ?? []).filter((code) => !running.includes(code));
}

/** Which of these clocks a newly loaded calendar moves; for the list shown after loading a notice. */
export function recompute<T extends Clock>(
  clocks: readonly T[],
  before: WorkCalendar,
  after: WorkCalendar,
  today: string,
): readonly { readonly clock: T; readonly wasDueOn: string; readonly sentence: ClockSentence }[] {
  return clocks.flatMap((clock) => {
    const was = explainClock(clock, before, today);
    const sentence = explainClock(clock, after, today);
    if (was.dueOn === sentence.dueOn && was.provisional === sentence.provisional) return [];
    return [{ clock, wasDueOn: was.dueOn, sentence }];
  });
}

/** Days not counted, in the clock's own days; the start day was never counted, so it cannot be excluded. */
function countExcluded(clock: Clock, calendar: WorkCalendar, today: string): number {
  const firstCounted = plusDays(clock.startOn, 1);
  return clock.exclusions.reduce((sum, one) => {
    const from = one.fromOn > firstCounted ? one.fromOn : firstCounted;
    const to = one.toOn ?? today;
    if (to <= from) return sum;
    return sum + (clock.unit === "workday" ? workdaysBetween(calendar, from, to) : daysBetween(from, to));
  }, 0);
}

/** Lengths are added up before the roll, so that an extension never gains the rest days the base would have rolled over. */
function count(
  calendar: WorkCalendar,
  startOn: string,
  lengths: readonly Extension[],
  unit: ClockUnit,
  excludedDays: number,
) {
  const total = (of: ClockUnit) =>
    lengths.filter((one) => one.unit === of).reduce((sum, one) => sum + one.length, 0);
  const months = total("month");
  const workdays = total("workday") + (unit === "workday" ? excludedDays : 0);
  const days = total("day") + (unit === "workday" ? 0 : excludedDays);
  const afterMonths = months > 0 ? addMonths(calendar, startOn, months).rawEndOn : startOn;
  if (workdays > 0 && days === 0) return { ...addWorkingDays(calendar, afterMonths, workdays), startOn };
  const afterWorkdays = workdays > 0 ? addWorkingDays(calendar, afterMonths, workdays).rawEndOn : afterMonths;
  const rawEndOn = addDays(calendar, afterWorkdays, days).rawEndOn;
  return ending(calendar, startOn, rawEndOn);
}
