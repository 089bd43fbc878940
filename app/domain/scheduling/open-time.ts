import { type Interval, intersect, merge } from "./interval";
import { COURT_ZONE, dateOf, dayOf, weekdayOf } from "./minutes";
import type { ClockHours, CourtCalendar, WeeklyHours } from "./snapshot";
import { zoneDay } from "./zone-days";

/** A court day with everything the later steps ask about it. `open` is normal and in epoch minutes. */
export type CourtDay = {
  readonly day: number;
  readonly on: string;
  readonly zone: string;
  readonly working: boolean;
  /** The weekday whose hours apply; on a make-up workday not the one of the date. */
  readonly weekday: number;
  readonly provisional: boolean;
  readonly open: readonly Interval[];
};

/** When the clock of one day shows these hours: nothing of an hour that it leaves out, both of one that it shows twice. */
export function spansOn(hours: readonly ClockHours[], day: number, zone: string): Interval[] {
  const { parts } = zoneDay(day, zone);
  const spans: Interval[] = [];
  for (const { fromMin, toMin } of hours)
    for (const part of parts) {
      const from = Math.max(part.from, part.from + fromMin - part.clock);
      const to = Math.min(part.to, part.from + toMin - part.clock);
      if (from < to) spans.push({ from, to });
    }
  return spans.length > 1 ? merge(spans) : spans;
}

/** True when the row holds on a date of that weekday. */
export const holdsOn = (row: WeeklyHours, on: string, weekday: number): boolean =>
  row.weekday === weekday &&
  row.fromMin < row.toMin &&
  (!row.validFrom || row.validFrom <= on) &&
  (!row.validTo || on < row.validTo);

/** The intervals of one day that hour rows give; rows outside their validity are left out. */
export function hoursOn(
  rows: readonly WeeklyHours[],
  day: number,
  on: string,
  weekday: number,
  zone: string = COURT_ZONE,
): Interval[] {
  const held = byWeekday(rows)[weekday]!.filter((row) => holdsOn(row, on, weekday));
  return spansOn(held, day, zone);
}

const sorted = new WeakMap<readonly WeeklyHours[], readonly WeeklyHours[][]>();

/** The rows of each weekday (1 to 7), sorted out once: a search asks for every day of many resources. */
function byWeekday(rows: readonly WeeklyHours[]): readonly WeeklyHours[][] {
  const known = sorted.get(rows);
  if (known) return known;
  const made: WeeklyHours[][] = Array.from({ length: 8 }, () => []);
  for (const row of rows) made[row.weekday]?.push(row);
  sorted.set(rows, made);
  return made;
}

/** What the court's calendar says about one day. Weekends rest unless a notice makes them workdays. */
export function courtDay(court: CourtCalendar, day: number, zone: string = COURT_ZONE): CourtDay {
  const on = dateOf(day);
  const own = weekdayOf(day);
  const exception = court.exceptions[on];
  const working = exception ? exception === "work" : own <= 5;
  const weekday = working && own > 5 ? court.makeUpWeekday : own;
  const open = working ? hoursOn(court.hours, day, on, weekday, zone) : [];
  const provisional = court.provisionalFromOn !== undefined && court.provisionalFromOn <= on;
  return { day, on, zone, working, weekday, provisional, open };
}

/** First step: the days of the horizon, each with the court's opening hours inside the horizon. */
export function openTime(court: CourtCalendar, horizon: Interval, zone: string = COURT_ZONE): CourtDay[] {
  const days: CourtDay[] = [];
  if (horizon.from >= horizon.to) return days;
  for (let day = dayOf(horizon.from, zone); day <= dayOf(horizon.to - 1, zone); day++) {
    const one = courtDay(court, day, zone);
    days.push({ ...one, open: intersect(one.open, [horizon]) });
  }
  return days;
}
