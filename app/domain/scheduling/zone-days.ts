import { IANAZone } from "luxon";

/** A part of a local day in which the clock runs evenly; at `from` it shows `clock` minutes since 00:00. Epoch minutes. */
export type EvenPart = { readonly from: number; readonly to: number; readonly clock: number };
/** One local day of a zone, [start, end) in epoch minutes: 23 or 25 hours and two parts where the clock is changed. */
export type ZoneDay = { readonly start: number; readonly end: number; readonly parts: readonly EvenPart[] };

const DAY = 1440;
/** Days kept per zone: some ten years. Forgetting all of them costs a few milliseconds. */
const MOST_KEPT = 4096;

type Zone = {
  /** Minutes that the zone is ahead of UTC at an epoch minute. */
  readonly aheadAt: (minute: number) => number;
  /** A guess to begin with: what it is ahead in January 1970. */
  readonly usual: number;
  readonly days: Map<number, ZoneDay>;
};
const zones = new Map<string, Zone>();

function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const iana = IANAZone.create(name);
  if (!iana.isValid) throw new RangeError(`no such zone: ${name}`);
  const aheadAt = (minute: number) => iana.offset(minute * 60_000);
  const made: Zone = { aheadAt, usual: aheadAt(0), days: new Map() };
  zones.set(name, made);
  return made;
}

/** The first minute in (low, high] for which `is` holds; it must not hold before and hold from then on. */
function firstMinute(low: number, high: number, is: (minute: number) => boolean): number {
  let [no, yes] = [low, high];
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (is(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

function midnight({ aheadAt }: Zone, day: number): number {
  const local = day * DAY;
  const guess = local - aheadAt(local);
  if (aheadAt(guess - 1) === local - guess && aheadAt(guess) === local - guess) return guess;
  return firstMinute(guess - DAY, guess + DAY, (minute) => minute + aheadAt(minute) >= local);
}

function made(zone: Zone, day: number): ZoneDay {
  const start = midnight(zone, day);
  const end = midnight(zone, day + 1);
  const clockAt = (minute: number) => minute + zone.aheadAt(minute) - day * DAY;
  const before = zone.aheadAt(start);
  if (before === zone.aheadAt(end - 1))
    return { start, end, parts: [{ from: start, to: end, clock: clockAt(start) }] };
  const changed = firstMinute(start, end - 1, (minute) => zone.aheadAt(minute) !== before);
  return {
    start,
    end,
    parts: [
      { from: start, to: changed, clock: clockAt(start) },
      { from: changed, to: end, clock: clockAt(changed) },
    ],
  };
}

function dayIn(zone: Zone, day: number): ZoneDay {
  const known = zone.days.get(day);
  if (known) return known;
  if (zone.days.size >= MOST_KEPT) zone.days.clear();
  const one = made(zone, day);
  zone.days.set(day, one);
  return one;
}

/** The local day with that number (days since 1970-01-01 as the zone counts them), worked out once. */
export const zoneDay = (day: number, name: string): ZoneDay => dayIn(zoneOf(name), day);

/** The local day that an epoch minute falls on. */
export function zoneDayOf(minute: number, name: string): number {
  const zone = zoneOf(name);
  let day = Math.floor((minute + zone.usual) / DAY);
  let one = dayIn(zone, day);
  while (minute < one.start) one = dayIn(zone, --day);
  while (minute >= one.end) one = dayIn(zone, ++day);
  return day;
}
