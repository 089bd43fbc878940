import { DateTime } from "luxon";

/** All dates here are court-local (Asia/Shanghai) calendar dates, YYYY-MM-DD. */
export type CalendarYear = {
  readonly year: number;
  readonly source: string;
  /** Rest days beyond weekends: first and last day, both included. */
  readonly off: readonly (readonly [first: string, last: string])[];
  /** Make-up workdays on weekends. */
  readonly work: readonly string[];
};

export type WorkCalendar = {
  readonly years: ReadonlySet<number>;
  readonly exceptions: ReadonlyMap<string, "off" | "work">;
};

export type Period = {
  readonly startOn: string;
  /** Where the bare count ends. */
  readonly rawEndOn: string;
  /** The first day that is no rest day, from `rawEndOn` on (CPL 85). */
  readonly dueOn: string;
  readonly rolled: boolean;
  /** Some day that matters lies in a year whose arrangement is not loaded yet. */
  readonly provisional: boolean;
};

/** A New Year's arrangement can reach back into December, so its last days need the next year's notice too. */
const NEXT_YEAR_REACHES_FROM = "-12-25";

const COURT_ZONE = "Asia/Shanghai";
const dayOf = (date: string) => DateTime.fromISO(date, { zone: "utc" });
const dateOf = (day: DateTime) => day.toFormat("yyyy-MM-dd");

export function plusDays(date: string, days: number): string {
  return dateOf(dayOf(date).plus({ days }));
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round(dayOf(to).diff(dayOf(from), "days").days);
}

const dated = new WeakMap<CalendarYear, ReadonlyMap<string, "off" | "work">>();

/** A year's days that differ from their weekday, laid out once: every search for a time asks for them. */
function datesOf(year: CalendarYear): ReadonlyMap<string, "off" | "work"> {
  const known = dated.get(year);
  if (known) return known;
  const dates = new Map<string, "off" | "work">();
  for (const [first, last] of year.off)
    for (let date = first; date <= last; date = plusDays(date, 1)) dates.set(date, "off");
  for (const date of year.work) dates.set(date, "work");
  dated.set(year, dates);
  return dates;
}

/** `overrides` are the court's own closures and extra days; they win over the national arrangement. */
export function workCalendar(
  years: readonly CalendarYear[],
  overrides: Readonly<Record<string, "off" | "work">> = {},
): WorkCalendar {
  const exceptions = new Map<string, "off" | "work">();
  for (const year of years) for (const [date, kind] of datesOf(year)) exceptions.set(date, kind);
  for (const [date, kind] of Object.entries(overrides)) exceptions.set(date, kind);
  return { years: new Set(years.map((year) => year.year)), exceptions };
}

export function isWorkday(calendar: WorkCalendar, date: string): boolean {
  const exception = calendar.exceptions.get(date);
  return exception ? exception === "work" : dayOf(date).weekday <= 5;
}

/** Whether everything that can decide about this date has been published and loaded. */
export function isKnown(calendar: WorkCalendar, date: string): boolean {
  const year = Number(date.slice(0, 4));
  if (!calendar.years.has(year)) return false;
  return date < `${year}${NEXT_YEAR_REACHES_FROM}` || calendar.years.has(year + 1);
}

/** The first workday on or after `date`. */
export function rollForward(calendar: WorkCalendar, date: string): string {
  let day = date;
  while (!isWorkday(calendar, day)) day = plusDays(day, 1);
  return day;
}

/** CPL 85: the start day is not counted; rest days inside count; a last day of rest rolls forward. */
export function addDays(calendar: WorkCalendar, startOn: string, days: number): Period {
  return ending(calendar, startOn, plusDays(startOn, days));
}

/** Months end on the corresponding day, or the month's last when there is none (CC 202); a year is 12 of them. */
export function addMonths(calendar: WorkCalendar, startOn: string, months: number): Period {
  return ending(calendar, startOn, dateOf(dayOf(startOn).plus({ months })));
}

/** Only workdays count (ONL, MDR), so the end needs no roll. */
export function addWorkingDays(calendar: WorkCalendar, startOn: string, days: number): Period {
  let date = startOn;
  let known = true;
  for (let left = days; left > 0; ) {
    date = plusDays(date, 1);
    known = known && isKnown(calendar, date);
    if (isWorkday(calendar, date)) left -= 1;
  }
  return { startOn, rawEndOn: date, dueOn: date, rolled: false, provisional: !known };
}

/** Moves an end that was counted otherwise (exclusions) to the day it falls due. */
export function ending(calendar: WorkCalendar, startOn: string, rawEndOn: string): Period {
  const dueOn = rollForward(calendar, rawEndOn);
  const provisional = !isKnown(calendar, rawEndOn) || !isKnown(calendar, dueOn);
  return { startOn, rawEndOn, dueOn, rolled: dueOn !== rawEndOn, provisional };
}

/** Workdays in [from, to). */
export function workdaysBetween(calendar: WorkCalendar, from: string, to: string): number {
  let count = 0;
  for (let date = from; date < to; date = plusDays(date, 1)) if (isWorkday(calendar, date)) count += 1;
  return count;
}

/** 24:00 of the day at the court (CC 203): the exclusive end, that is the next midnight in Beijing. */
export function dueInstant(dueOn: string): DateTime {
  return DateTime.fromISO(dueOn, { zone: COURT_ZONE }).plus({ days: 1 });
}

/** The court-local date of an instant. */
export function courtDate(now: DateTime): string {
  return dateOf(now.setZone(COURT_ZONE));
}
