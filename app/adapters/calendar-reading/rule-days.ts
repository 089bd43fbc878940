import { DAY_MS, type Wall } from "./walls";

export const WEEKDAYS: readonly string[] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** What decides on which days a rule holds; every list is a limit, an absent one none. */
export type DayRule = {
  readonly freq: "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
  readonly interval: number;
  /** 0 is Monday. */
  readonly weekStart: number;
  readonly weekdays?: readonly { readonly nth: number; readonly weekday: number }[];
  readonly monthDays?: readonly number[];
  readonly yearDays?: readonly number[];
  readonly months?: readonly number[];
};

/** Days since 1970-01-01. */
type Day = number;
const dayOf = (year: number, month: number, day = 1): Day => Date.UTC(year, month, day) / DAY_MS;
const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7;

type Period = readonly [from: Day, to: Day];

/** The n-th period of a rule that begins on `start`, half-open. */
function periodOf(rule: DayRule, start: Day, n: number): Period {
  const step = n * rule.interval;
  if (rule.freq === "DAILY") return [start + step, start + step + 1];
  if (rule.freq === "WEEKLY") {
    const monday = start - ((weekdayOf(start) - rule.weekStart + 7) % 7) + step * 7;
    return [monday, monday + 7];
  }
  const at = new Date(start * DAY_MS);
  const year = at.getUTCFullYear();
  if (rule.freq === "YEARLY") return [dayOf(year + step, 0), dayOf(year + step + 1, 0)];
  const month = at.getUTCMonth() + step;
  return [dayOf(year, month), dayOf(year, month + 1)];
}

const LENGTH = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 } as const;

/** A number of periods after which the rule has certainly not reached `soonest`. */
const leapOf = (rule: DayRule, start: Day, soonest: Day): number =>
  Math.max(0, Math.floor((soonest - start) / (LENGTH[rule.freq] * rule.interval)) - 1);

/** Without any list of days a rule holds on the day of its start (RFC 5545 3.3.10). */
function completed(rule: DayRule, start: Day): DayRule {
  if (rule.weekdays || rule.monthDays || rule.yearDays || rule.freq === "DAILY") return rule;
  const at = new Date(start * DAY_MS);
  if (rule.freq === "WEEKLY") return { ...rule, weekdays: [{ nth: 0, weekday: weekdayOf(start) }] };
  const months = rule.months ?? (rule.freq === "YEARLY" ? [at.getUTCMonth() + 1] : undefined);
  return { ...rule, monthDays: [at.getUTCDate()], ...(months && { months }) };
}

const isNumbered = (list: readonly number[], number: number, length: number) =>
  list.includes(number) || list.includes(number - length - 1);

function holds(rule: DayRule, day: Day): boolean {
  const { months, monthDays, yearDays, weekdays } = rule;
  if (weekdays && !weekdays.some((one) => one.weekday === weekdayOf(day))) return false;
  if (!months && !monthDays && !yearDays && !weekdays?.some((one) => one.nth !== 0)) return true;
  const at = new Date(day * DAY_MS);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  if (rule.months && !rule.months.includes(month + 1)) return false;
  const [first, next] = [dayOf(year, month), dayOf(year, month + 1)];
  if (rule.monthDays && !isNumbered(rule.monthDays, day - first + 1, next - first)) return false;
  const [newYear, nextYear] = [dayOf(year, 0), dayOf(year + 1, 0)];
  if (rule.yearDays && !isNumbered(rule.yearDays, day - newYear + 1, nextYear - newYear)) return false;
  if (!rule.weekdays) return true;
  const isInMonth = rule.freq === "MONTHLY" || rule.months !== undefined;
  const [from, to] = isInMonth ? [first, next] : [newYear, nextYear];
  return rule.weekdays.some(
    ({ nth, weekday }) =>
      weekday === weekdayOf(day) &&
      (nth === 0 ||
        nth === Math.floor((day - from) / 7) + 1 ||
        nth === -(Math.floor((to - 1 - day) / 7) + 1)),
  );
}

/**
 * The days on which a rule holds, a list for each of its periods, beginning in the first that may reach `soonest` (which
 * a rule that counts must not use) and ending after `latest`. `pay` is called for every day looked at.
 */
export function* daysOf(
  given: DayRule,
  start: Wall,
  [soonest, latest]: readonly [Wall, Wall],
  pay: () => void,
): Generator<Wall[]> {
  const first = Math.floor(start / DAY_MS);
  const rule = completed(given, first);
  for (let n = leapOf(rule, first, Math.floor(soonest / DAY_MS)); ; n++) {
    const [from, to] = periodOf(rule, first, n);
    if (!(from * DAY_MS <= latest)) return;
    const days: Wall[] = [];
    for (let day = from; day < to; day++) {
      pay();
      if (holds(rule, day)) days.push(day * DAY_MS);
    }
    yield days;
  }
}
