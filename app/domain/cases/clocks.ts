import type { DateTime } from "luxon";
import { ok, type Result, refuse } from "../result";
import {
  addDays,
  addMonths,
  addWorkingDays,
  courtDate,
  daysBetween,
  dueInstant,
  ending,
  type WorkCalendar,
} from "./calendar";
import type { ClockCode } from "./clock-codes";
import { countPauses } from "./clock-pauses";
import {
  CLOCK_RULES,
  type ClockLength,
  type ClockPause,
  type ClockRule,
  type ClockUnit,
} from "./clock-rules";
import type { Article } from "./laws";
import type { Stage } from "./stages";

/** Days from `fromOn` up to (not including) `toOn`; null = still going on. */
export type Exclusion = { readonly fromOn: string; readonly toOn: string | null };
export type Extension = ClockLength;

/** What is stored. Everything else follows from it and the calendar, so a new holiday notice can be applied to it. */
export type Clock = {
  readonly code: ClockCode;
  readonly startOn: string;
  readonly length: number;
  readonly unit: ClockUnit;
  readonly extensions: readonly Extension[];
  /** 扣除 */
  readonly exclusions: readonly Exclusion[];
  /** 中止 */
  readonly suspensions: readonly Exclusion[];
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
  /** Not counted, and while the case was halted; a day that was both stands once, with what began first. */
  readonly excludedDays: number;
  readonly suspendedDays: number;
  readonly rawEndOn: string;
  readonly rolled: boolean;
  readonly dueOn: string;
  readonly provisional: boolean;
  /** It stands still now: the date moves with every day, and nothing expires. */
  readonly paused: boolean;
  readonly pausedBy: ClockPause | null;
};

/** `length` lets a court set its own limits (L..) otherwise; statutory ones keep the rule's. */
export function startClock(rule: ClockRule, startOn: string, length = rule.length): Clock {
  if (length === null) throw new Error(`${rule.code} ends with an event, not with a day`);
  return {
    code: rule.code,
    startOn,
    length,
    unit: rule.unit,
    extensions: [],
    exclusions: [],
    suspensions: [],
  };
}

/** Adds an extension; whether the rule allows it is for extendByRule (clock-extensions.ts). */
export function extendClock(clock: Clock, extension: Extension): Clock {
  return { ...clock, extensions: [...clock.extensions, extension] };
}

const begun = (spans: readonly Exclusion[], fromOn: string): readonly Exclusion[] =>
  spans.some((one) => one.toOn === null) ? spans : [...spans, { fromOn, toOn: null }];
const ended = (spans: readonly Exclusion[], toOn: string): readonly Exclusion[] =>
  spans.map((one) => (one.toOn === null ? { ...one, toOn } : one));

/** From this court day on its days are not counted 扣除 (ONL 26). Refused where the rule knows no exclusion. */
export function beginExclusion(clock: Clock, fromOn: string): Result<{ clock: Clock }> {
  if (!CLOCK_RULES[clock.code].pauses.includes("exclusion"))
    return refuse("clockRunsOn", { params: { rule: clock.code } });
  return ok({ clock: { ...clock, exclusions: begun(clock.exclusions, fromOn) } });
}

/** `toOn`: the first court day that counts again. */
export function endExclusion(clock: Clock, toOn: string): Clock {
  return { ...clock, exclusions: ended(clock.exclusions, toOn) };
}

/** The case is halted 中止 from this court day on (INV 18). Refused where the rule runs on all the same. */
export function suspendClock(clock: Clock, fromOn: string): Result<{ clock: Clock }> {
  if (!CLOCK_RULES[clock.code].pauses.includes("suspension"))
    return refuse("clockRunsOn", { params: { rule: clock.code } });
  return ok({ clock: { ...clock, suspensions: begun(clock.suspensions, fromOn) } });
}

/** `toOn`: the first court day on which the rest of the period runs on. */
export function resumeClock(clock: Clock, toOn: string): Clock {
  return { ...clock, suspensions: ended(clock.suspensions, toOn) };
}

/** The due date and how it came about. `today` (court-local) bounds an exclusion that is still going on. */
export function explainClock(clock: Clock, calendar: WorkCalendar, today: string): ClockSentence {
  const rule = CLOCK_RULES[clock.code];
  const lengths = [{ unit: clock.unit, length: clock.length }, ...clock.extensions];
  const period = (paused: number) => count(calendar, clock.startOn, lengths, clock.unit, paused);
  const pauses = countPauses(clock, calendar, today, (paused) => period(paused).dueOn);
  const { rawEndOn, rolled, dueOn, provisional } = period(pauses.excludedDays + pauses.suspendedDays);
  return {
    code: clock.code,
    article: rule.article,
    verified: rule.verified,
    startOn: clock.startOn,
    length: clock.length,
    unit: clock.unit,
    extensions: clock.extensions,
    ...pauses,
    rawEndOn,
    rolled,
    dueOn,
    provisional,
    paused: pauses.pausedBy !== null,
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

/** Lengths are added up before the roll, so that an extension never gains the rest days the base would have rolled over. */
function count(
  calendar: WorkCalendar,
  startOn: string,
  lengths: readonly Extension[],
  unit: ClockUnit,
  pausedDays: number,
) {
  const total = (of: ClockUnit) =>
    lengths.filter((one) => one.unit === of).reduce((sum, one) => sum + one.length, 0);
  const months = total("month");
  const workdays = total("workday") + (unit === "workday" ? pausedDays : 0);
  const days = total("day") + (unit === "workday" ? 0 : pausedDays);
  const afterMonths = months > 0 ? addMonths(calendar, startOn, months).rawEndOn : startOn;
  if (workdays > 0 && days === 0) return { ...addWorkingDays(calendar, afterMonths, workdays), startOn };
  const afterWorkdays = workdays > 0 ? addWorkingDays(calendar, afterMonths, workdays).rawEndOn : afterMonths;
  const rawEndOn = addDays(calendar, afterWorkdays, days).rawEndOn;
  return ending(calendar, startOn, rawEndOn);
}
