import { type Interval, intersect, merge } from "./interval";
import { dateOf, dayOf, dayStart, weekdayOf } from "./minutes";
import type { CourtCalendar, WeeklyHours } from "./snapshot";

/** A court day with everything the later steps ask about it. `open` is normal and in epoch minutes. */
export type CourtDay = {
  readonly day: number;
  readonly on: string;
  readonly working: boolean;
  /** The weekday whose hours apply; on a make-up workday not the one of the date. */
  readonly weekday: number;
  readonly provisional: boolean;
  readonly open: readonly Interval[];
};

/** The intervals of one day that hour rows give; rows outside their validity are left out. */
export function hoursOn(rows: readonly WeeklyHours[], day: number, on: string, weekday: number): Interval[] {
  const start = dayStart(day);
  const intervals: Interval[] = [];
  for (const row of rows)
    if (
      row.weekday === weekday &&
      row.fromMin < row.toMin &&
      (!row.validFrom || row.validFrom <= on) &&
      (!row.validTo || on < row.validTo)
    )
      intervals.push({ from: start + row.fromMin, to: start + row.toMin });
  return intervals.length > 1 ? merge(intervals) : intervals;
}

/** What the court's calendar says about one day. Weekends rest unless a notice makes them workdays. */
export function courtDay(court: CourtCalendar, day: number): CourtDay {
  const on = dateOf(day);
  const own = weekdayOf(day);
  const exception = court.exceptions[on];
  const working = exception ? exception === "work" : own <= 5;
  const weekday = working && own > 5 ? court.makeUpWeekday : own;
  const open = working ? hoursOn(court.hours, day, on, weekday) : [];
  const provisional = court.provisionalFromOn !== undefined && court.provisionalFromOn <= on;
  return { day, on, working, weekday, provisional, open };
}

/** First step: the days of the horizon, each with the court's opening hours inside the horizon. */
export function openTime(court: CourtCalendar, horizon: Interval): CourtDay[] {
  const days: CourtDay[] = [];
  if (horizon.from >= horizon.to) return days;
  for (let day = dayOf(horizon.from); day <= dayOf(horizon.to - 1); day++) {
    const one = courtDay(court, day);
    days.push({ ...one, open: intersect(one.open, [horizon]) });
  }
  return days;
}
