import { EntrySkipped } from "./reading";
import { type DayRule, daysOf, WEEKDAYS } from "./rule-days";
import { DAY_MS, stampOf, type Wall } from "./walls";

/** What is left to spend on the rules of a file: days and ticks looked at. */
export type Steps = { left: number };
const STEPS_PER_RULE = 100_000;
const MOST_TIMES = 5_000;
const MOST_INTERVAL = 10_000;
const LONGEST_LIST = 400;

type Given = ReadonlyMap<string, unknown>;
const UNIT_MS: Readonly<Record<string, number>> = {
  WEEKLY: 7 * DAY_MS,
  DAILY: DAY_MS,
  HOURLY: 3_600_000,
  MINUTELY: 60_000,
  SECONDLY: 1_000,
};
const LISTS = [
  "bysecond",
  "byminute",
  "byhour",
  "byday",
  "bymonthday",
  "byyearday",
  "byweekno",
  "bymonth",
  "bysetpos",
];

const PARTS = new Set(["freq", "interval", "count", "until", "wkst", "rscale", ...LISTS]);

/** A list of whole numbers in [least, most], or of its negatives where `isFromEnd`. */
function numbers(
  given: Given,
  name: string,
  least: number,
  most: number,
  isFromEnd = false,
): number[] | undefined {
  const value = given.get(name);
  if (value === undefined) return undefined;
  const list = (Array.isArray(value) ? value : [value]).map(Number);
  const isGood = (one: number) => {
    const size = isFromEnd ? Math.abs(one) : one;
    return Number.isInteger(one) && size >= least && size <= most;
  };
  if (list.length > LONGEST_LIST || !list.every(isGood)) throw new EntrySkipped("badRule");
  return list;
}

function weekdaysIn(given: Given, isNthAllowed: boolean): DayRule["weekdays"] {
  const value = given.get("byday");
  if (value === undefined) return undefined;
  const list = Array.isArray(value) ? value : [value];
  if (list.length > LONGEST_LIST) throw new EntrySkipped("badRule");
  return list.map((one) => {
    const [, nth = "0", name = ""] = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/i.exec(String(one)) ?? [];
    const weekday = WEEKDAYS.indexOf(name.toUpperCase());
    if (weekday < 0 || (Number(nth) !== 0 && !isNthAllowed)) throw new EntrySkipped("badRule");
    return { nth: Number(nth), weekday };
  });
}

/** A rule of days; what programs disagree about (BYWEEKNO) is told to the calendar's owner rather than guessed. */
function dayRule(given: Given, interval: number): DayRule {
  const freq = String(given.get("freq"));
  if (freq !== "DAILY" && freq !== "WEEKLY" && freq !== "MONTHLY" && freq !== "YEARLY")
    throw new EntrySkipped("badRule");
  const monthDays = numbers(given, "bymonthday", 1, 31, true);
  const yearDays = numbers(given, "byyearday", 1, 366, true);
  if (given.has("byweekno") || (yearDays && freq !== "YEARLY") || (monthDays && freq === "WEEKLY"))
    throw new EntrySkipped("ruleUnsupported");
  const months = numbers(given, "bymonth", 1, 12);
  const weekdays = weekdaysIn(given, freq === "MONTHLY" || freq === "YEARLY");
  const wkst = given.get("wkst");
  const weekStart = typeof wkst === "number" ? (wkst + 5) % 7 : WEEKDAYS.indexOf(String(wkst ?? "MO"));
  return {
    freq,
    interval,
    weekStart: Math.max(0, weekStart),
    ...(weekdays && { weekdays }),
    ...(monthDays && { monthDays }),
    ...(yearDays && { yearDays }),
    ...(months && { months }),
  };
}

function untilOf(value: unknown, wallOf: (instant: number) => Wall): Wall {
  if (value === undefined) return Number.POSITIVE_INFINITY;
  const stamp = stampOf(String(value), {});
  if (stamp.isDay) return stamp.wall + DAY_MS - 1;
  return stamp.isUtc ? wallOf(stamp.wall) : stamp.wall;
}

/**
 * The readings of the series' clock at which a rule (as jCal holds it) lets it begin, from its start to `latest`; those
 * before `soonest` may be left out. `wallOf` turns an UNTIL in UTC into the series' clock.
 */
export function* wallsOf(
  value: unknown,
  start: Wall,
  [soonest, latest]: readonly [Wall, Wall],
  wallOf: (instant: number) => Wall,
  steps: Steps,
): Generator<Wall> {
  if (typeof value !== "object" || value === null) throw new EntrySkipped("badRule");
  const given: Given = new Map(Object.entries(value));
  // A part that is not understood may be what the rule is about; lunar calendars and the like (RFC 7529).
  if ([...given.keys()].some((name) => !PARTS.has(name))) throw new EntrySkipped("ruleUnsupported");
  if (String(given.get("rscale") ?? "GREGORIAN").toUpperCase() !== "GREGORIAN")
    throw new EntrySkipped("ruleUnsupported");
  const interval = Number(given.get("interval") ?? 1);
  let count = given.has("count") ? Number(given.get("count")) : Number.POSITIVE_INFINITY;
  if (!(interval >= 1 && interval <= MOST_INTERVAL) || !(count >= 1)) throw new EntrySkipped("badRule");
  let left = STEPS_PER_RULE;
  const pay = () => {
    if (--left < 0) throw new EntrySkipped("tooOften");
    if (--steps.left < 0) throw new EntrySkipped("tooMany");
  };
  const last = Math.min(latest, untilOf(given.get("until"), wallOf));
  const reach = [count === Number.POSITIVE_INFINITY ? soonest : start, last] as const;
  const unit = UNIT_MS[String(given.get("freq"))];
  const isEven = unit !== undefined && !LISTS.some((name) => given.has(name));
  if (unit !== undefined && unit < DAY_MS && !isEven) throw new EntrySkipped("ruleUnsupported");
  const leap = isEven ? Math.max(0, Math.floor((soonest - start) / (unit * interval))) : 0;
  count -= leap;
  const found = isEven
    ? ticks(start + leap * unit * interval, unit * interval, pay)
    : times(given, interval, start, reach, pay);
  let told = 0;
  for (const wall of found) {
    if (wall > last || count-- <= 0) return;
    if (wall >= soonest && ++told > MOST_TIMES) throw new EntrySkipped("tooOften");
    yield wall;
  }
}

/** Days and weeks without a list, and hours: one after the other. */
function* ticks(from: Wall, step: number, pay: () => void): Generator<Wall> {
  for (let wall = from; ; wall += step) {
    pay();
    yield wall;
  }
}

function* times(
  given: Given,
  interval: number,
  start: Wall,
  reach: readonly [Wall, Wall],
  pay: () => void,
): Generator<Wall> {
  const rule = dayRule(given, interval);
  const at = new Date(start);
  const seconds = numbers(given, "bysecond", 0, 60) ?? [at.getUTCSeconds()];
  const minutes = numbers(given, "byminute", 0, 59) ?? [at.getUTCMinutes()];
  const hours = numbers(given, "byhour", 0, 23) ?? [at.getUTCHours()];
  if (hours.length * minutes.length * seconds.length > LONGEST_LIST) throw new EntrySkipped("tooOften");
  const clock = hours
    .flatMap((hour) =>
      minutes.flatMap((minute) => seconds.map((second) => (hour * 60 + minute) * 60 + second)),
    )
    .map((second) => second * 1000)
    .sort((a, b) => a - b);
  const positions = numbers(given, "bysetpos", 1, 366, true);
  for (const days of daysOf(rule, start, reach, pay)) {
    const all = days.flatMap((day) => clock.map((ms) => day + ms));
    const chosen = positions
      ? all.filter((_, i) => positions.includes(i + 1) || positions.includes(i - all.length))
      : all;
    for (const wall of chosen) {
      pay();
      if (wall >= start) yield wall;
    }
  }
}
