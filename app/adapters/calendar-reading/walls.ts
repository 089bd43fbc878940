import type { Property } from "./lines";
import { EntrySkipped } from "./reading";
import type { Zone } from "./zones";

/** A clock's reading, as the milliseconds at which UTC's clock shows the same. */
export type Wall = number;
export const DAY_MS = 86_400_000;

/** A time as a file writes it: a day, or a clock's reading in some zone. */
export type Stamp = {
  readonly wall: Wall;
  readonly isDay: boolean;
  readonly isUtc: boolean;
  readonly tzid: string;
};

/** Also what jCal makes of eight digits without VALUE=DATE. */
const DAY = /^(\d{4})-(\d\d)-(\d\d)(?:T::)?$/;
const TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(Z?)$/;

/** What jCal writes of a date or a time; dates that no calendar has are refused, not rolled over. */
export function stampOf(value: unknown, parameters: Property["parameters"]): Stamp {
  const match = typeof value === "string" ? (TIME.exec(value) ?? DAY.exec(value)) : null;
  if (!match) throw new EntrySkipped("badTime");
  const [year, month, day, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const wall = Date.UTC(year as number, (month as number) - 1, day, hour, minute, Math.min(second, 59));
  const isSame = new Date(wall).toISOString().startsWith(`${match[1]}-${match[2]}-${match[3]}`);
  if (!isSame || hour > 23 || minute > 59 || second > 60 || (year as number) < 1600)
    throw new EntrySkipped("badTime");
  const isDay = match.length < 6;
  const tzid = Array.isArray(parameters.tzid) ? parameters.tzid[0] : parameters.tzid;
  // A day is its reader's, whatever zone stands beside it.
  return { wall, isDay, isUtc: match[7] === "Z", tzid: isDay ? "" : (tzid ?? "") };
}

/** The instant of a stamp, in milliseconds; a day begins at its zone's midnight. */
export const instantOf = (stamp: Stamp, zone: Zone): number =>
  stamp.isUtc ? stamp.wall : zone.instantOf(stamp.wall);

/** A length as it counts: whole days by the calendar, the rest by the clock. */
export type Length = { readonly days: number; readonly ms: number };

const DURATION =
  /^([+-]?)P(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/;

export function lengthOf(value: unknown): Length {
  const match = typeof value === "string" ? DURATION.exec(value) : null;
  if (!match || value === "P" || value === "PT") throw new EntrySkipped("badTime");
  const [weeks, days, hours, minutes, seconds] = match.slice(2).map((part) => Number(part ?? 0));
  if (match[1] === "-") throw new EntrySkipped("endBeforeStart");
  return {
    days: (weeks as number) * 7 + (days as number),
    ms: ((hours as number) * 3600 + (minutes as number) * 60 + (seconds as number)) * 1000,
  };
}
