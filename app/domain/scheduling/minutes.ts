import { DateTime } from "luxon";
import { zoneDay, zoneDayOf } from "./zone-days";

/**
 * Where scheduling meets luxon (with zone-days.ts, for the zones). Inside, an instant is a whole number of minutes since
 * 1970-01-01T00:00Z, and a court day is a whole number of days since 1970-01-01 as the court's zone
 * counts them; without a zone, as Beijing does.
 */
export const COURT_ZONE = "Asia/Shanghai";

const DAY = 1440;

/** Minutes since the epoch; seconds are cut off, so an instant inside a minute counts as that minute. */
export const toMinutes = (at: DateTime): number => Math.floor(at.toMillis() / 60_000);

/** Minutes since the epoch, rounded up: for "now", so that a minute already begun is not offered. */
export const toMinutesUp = (at: DateTime): number => Math.ceil(at.toMillis() / 60_000);

/** The instant as a DateTime in court time. */
export const fromMinutes = (minutes: number, zone: string = COURT_ZONE): DateTime =>
  DateTime.fromMillis(minutes * 60_000, { zone });

/** The court day that an instant falls on. */
export const dayOf = (minutes: number, zone: string = COURT_ZONE): number => zoneDayOf(minutes, zone);

/** The first minute (00:00 court time) of a court day. */
export const dayStart = (day: number, zone: string = COURT_ZONE): number => zoneDay(day, zone).start;

/** What the court's clock shows, in minutes since 00:00; where a zone changes its clock not the minutes that passed. */
export function minuteOfDay(minutes: number, zone: string = COURT_ZONE): number {
  const { parts } = zoneDay(dayOf(minutes, zone), zone);
  const part = parts.find((one) => minutes < one.to);
  if (!part) throw new RangeError(`no minute of its day: ${minutes}`);
  return part.clock + minutes - part.from;
}

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
