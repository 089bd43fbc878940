import { DateTime } from "luxon";

/**
 * The only place where scheduling meets luxon. Inside, an instant is a whole number of minutes since
 * 1970-01-01T00:00Z, and a court day is a whole number of days since 1970-01-01 as Beijing counts them.
 */
export const COURT_ZONE = "Asia/Shanghai";

const DAY = 1440;
/** Asia/Shanghai has kept +08:00 without summer time since 1991; scheduling never looks further back. */
const OFFSET = 480;

/** Minutes since the epoch; seconds are cut off, so an instant inside a minute counts as that minute. */
export const toMinutes = (at: DateTime): number => Math.floor(at.toMillis() / 60_000);

/** Minutes since the epoch, rounded up: for "now", so that a minute already begun is not offered. */
export const toMinutesUp = (at: DateTime): number => Math.ceil(at.toMillis() / 60_000);

/** The instant as a DateTime in court time (Asia/Shanghai). */
export const fromMinutes = (minutes: number): DateTime =>
  DateTime.fromMillis(minutes * 60_000, { zone: COURT_ZONE });

/** The court day that an instant falls on. */
export const dayOf = (minutes: number): number => Math.floor((minutes + OFFSET) / DAY);

/** The first minute (00:00 court time) of a court day. */
export const dayStart = (day: number): number => day * DAY - OFFSET;

/** Minutes since 00:00 court time. */
export const minuteOfDay = (minutes: number): number => minutes - dayStart(dayOf(minutes));

/** ISO weekday of a court day: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** YYYY-MM-DD of a court day. */
export function dateOf(day: number): string {
  const on = DateTime.fromMillis(day * DAY * 60_000, { zone: "utc" }).toISODate();
  if (on === null) throw new RangeError(`no such day: ${day}`);
  return on;
}

/** The court day of a YYYY-MM-DD. */
export function dayOfDate(on: string): number {
  const date = DateTime.fromISO(on, { zone: "utc" });
  if (!date.isValid) throw new RangeError(`not a date: ${on}`);
  return Math.floor(date.toMillis() / (DAY * 60_000));
}
