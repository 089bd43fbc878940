import { type Interval, merge } from "./interval";
import { dayOf } from "./minutes";
import { courtDay } from "./open-time";
import type { CourtCalendar, WeeklyHours } from "./snapshot";
import { replaceWeek, type Validity } from "./week";

/** The day before every other: for hours that hold since nobody knows when. */
const EVER = "0001-01-01";

type Hours = { readonly weekday: number; readonly fromMinute: number; readonly toMinute: number };

/**
 * The court's hours with one week put in for a period of dates; what held there ends where it begins and goes on where it
 * ends, so that after the summer the winter's hours come back by themselves.
 */
export function courtWeek(
  rows: readonly WeeklyHours[],
  validity: Validity,
  hours: readonly Hours[],
): WeeklyHours[] {
  const kept = rows.map(({ weekday, fromMin, toMin, validFrom, validTo }) => ({
    weekday,
    fromMinute: fromMin,
    toMinute: toMin,
    validFrom: validFrom ?? EVER,
    validTo: validTo ?? null,
    resident: false,
  }));
  const week = hours.map((one) => ({ ...one, resident: false }));
  return replaceWeek(kept, validity, week).map(({ weekday, fromMinute, toMinute, validFrom, validTo }) => ({
    weekday,
    fromMin: fromMinute,
    toMin: toMinute,
    ...(validFrom !== EVER && { validFrom }),
    ...(validTo !== null && { validTo }),
  }));
}

export type CourtPeriod = {
  /** YYYY-MM-DD; null: since ever, until further notice. Half-open. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly hours: readonly Hours[];
};

/** The court's hours by the period for which they hold, earliest first, without what was over before `today`. */
export function courtPeriods(rows: readonly WeeklyHours[], today: string): CourtPeriod[] {
  const periods = new Map<string, CourtPeriod & { hours: Hours[] }>();
  for (const { weekday, fromMin, toMin, validFrom = null, validTo = null } of rows) {
    if (validTo !== null && validTo <= today) continue;
    const key = `${validFrom} ${validTo}`;
    const period = periods.get(key) ?? { validFrom, validTo, hours: [] };
    period.hours.push({ weekday, fromMinute: fromMin, toMinute: toMin });
    periods.set(key, period);
  }
  return [...periods.values()].sort((a, b) => ((a.validFrom ?? EVER) < (b.validFrom ?? EVER) ? -1 : 1));
}

/** Does the court stand open all the time from `from` to `to` (epoch minutes)? */
export function isOpenFor(court: CourtCalendar, { from, to }: Interval): boolean {
  return merge([...courtDay(court, dayOf(from)).open]).some((one) => one.from <= from && to <= one.to);
}

/** A period's hours as one text: two periods with the same are one. */
const weekText = ({ hours }: CourtPeriod): string =>
  JSON.stringify(hours.map((one) => [one.weekday, one.fromMinute, one.toMinute]).sort());

/**
 * The court's hours without the period that begins on `from`: what holds before it goes on for its dates. Null where no
 * period begins there, or nothing holds before it.
 */
export function withoutPeriod(
  rows: readonly WeeklyHours[],
  from: string,
): { readonly validTo: string | null; readonly rows: WeeklyHours[] } | null {
  const periods = courtPeriods(rows, EVER);
  const gone = periods.find((one) => one.validFrom === from);
  const before = periods.find((one) => one.validTo === from);
  if (!gone || !before) return null;
  const next = periods.find((one) => one.validFrom === gone.validTo);
  const isOne = next !== undefined && weekText(next) === weekText(before);
  const merged = { ...before, validTo: isOne ? next.validTo : gone.validTo };
  const left = periods.filter((one) => one !== gone && one !== before && !(isOne && one === next));
  const week = [...left, merged].flatMap(({ validFrom, validTo, hours }) =>
    hours.map(({ weekday, fromMinute, toMinute }) => ({
      weekday,
      fromMin: fromMinute,
      toMin: toMinute,
      ...(validFrom !== null && { validFrom }),
      ...(validTo !== null && { validTo }),
    })),
  );
  return { validTo: gone.validTo, rows: week };
}
