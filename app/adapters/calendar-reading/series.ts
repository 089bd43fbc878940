import type { Entry, Zones } from "./entries";
import { propertiesOf } from "./lines";
import { EntrySkipped } from "./reading";
import { type Steps, wallsOf } from "./rules";
import { DAY_MS, instantOf, type Length, lengthOf, type Stamp, stampOf, type Wall } from "./walls";
import type { Zone } from "./zones";

/** [from, to) in milliseconds, and whether it only may be. */
export type Span = { readonly from: number; readonly to: number; readonly tentative: boolean };

/** A time zone is never further off than this, and a day never begins further from UTC's. */
const SLACK_MS = 2 * DAY_MS;
const FARTHEST_SHIFT_MS = 366 * DAY_MS;

const spanFrom = (wall: Wall, zone: Zone, isUtc: boolean, length: Length, tentative: boolean): Span => {
  const at = (reading: Wall) => (isUtc ? reading : zone.instantOf(reading));
  const end = at(wall + length.days * DAY_MS) + length.ms;
  return { from: at(wall), to: end, tentative };
};

const spanOf = (entry: Entry): Span =>
  spanFrom(entry.start.wall, entry.zone, entry.start.isUtc, entry.length, entry.tentative);

/** The busy times of the entries of one UID that may touch [from, to): masters and what replaces their occurrences. */
export function spansOf(
  entries: readonly Entry[],
  window: readonly [number, number],
  zones: Zones,
  steps: Steps,
): Span[] {
  const masters = newest(entries.filter((one) => !one.replaces));
  const replacing = entries.filter((one) => one.replaces !== null);
  const spans = newestEach(replacing, masters[0], zones)
    .filter((one) => !one.isFree)
    .map(spanOf);
  for (const master of masters) spans.push(...occurrences(master, replacing, window, zones, steps));
  return spans;
}

/** Of entries sent again the last revision; several of one revision are several entries. */
function newest(entries: readonly Entry[]): Entry[] {
  const last = Math.max(...entries.map((one) => one.sequence));
  return entries.filter((one) => one.sequence === last);
}

/** The last revision of each replacement. */
function newestEach(entries: readonly Entry[], master: Entry | undefined, zones: Zones): Entry[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = keysOf(entry.replaces as Stamp, master ?? entry, zones)[0] as string;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].flatMap((group) => newest(group).slice(-1));
}

/**
 * What an occurrence is called by EXDATE and RECURRENCE-ID: its instant, or its day. A day names every occurrence of a
 * series of times that begins on it; a time names the day it falls on in a series of days.
 */
function keysOf(stamp: Stamp, series: Entry, zones: Zones): string[] {
  if (stamp.isDay) return [`day ${stamp.wall}`];
  const zone = stamp.tzid ? zones(stamp.tzid) : series.zone;
  if (!series.start.isDay) return [`at ${instantOf(stamp, zone)}`];
  const wall = stamp.isUtc ? series.zone.wallOf(stamp.wall) : stamp.wall;
  return [`day ${Math.floor(wall / DAY_MS) * DAY_MS}`];
}

function occurrences(
  master: Entry,
  replacing: readonly Entry[],
  window: readonly [number, number],
  zones: Zones,
  steps: Steps,
): Span[] {
  const gone = new Set(replacing.flatMap((one) => keysOf(one.replaces as Stamp, master, zones)));
  for (const property of propertiesOf(master.part, "EXDATE", "badTime"))
    for (const value of property.values)
      for (const key of keysOf(stampOf(value, property.parameters), master, zones)) gone.add(key);
  const changes = futureChanges(master, replacing, zones);
  const shift = Math.max(0, ...changes.map((one) => Math.abs(one.shift)));
  if (shift > FARTHEST_SHIFT_MS) throw new EntrySkipped("ruleUnsupported");
  const longest = Math.max(
    ...[master, ...changes.map((one) => one.entry)].map((one) => one.length.days * DAY_MS + one.length.ms),
  );
  const reach = [window[0] - longest - shift - SLACK_MS, window[1] + shift + SLACK_MS] as const;

  const { zone, start } = master;
  const at = (wall: Wall) => (start.isUtc ? wall : zone.instantOf(wall));
  const wallOf = (instant: number) => (start.isUtc ? instant : zone.wallOf(instant));
  for (const property of propertiesOf(master.part, "EXRULE", "badRule"))
    for (const wall of wallsOf(property.values[0], start.wall, reach, wallOf, steps))
      gone.add(`at ${at(wall)}`).add(`day ${start.isDay ? wall : Number.NaN}`);

  const spans: Span[] = [];
  const add = (wall: Wall, length: Length) => {
    const day = Math.floor((start.isUtc ? zone.wallOf(wall) : wall) / DAY_MS) * DAY_MS;
    if (gone.has(`day ${day}`) || (!start.isDay && gone.has(`at ${at(wall)}`))) return;
    const change = changes.findLast((one) => at(wall) >= one.from);
    const entry = change?.entry ?? master;
    if (entry.isFree) return;
    spans.push(
      change
        ? spanFrom(
            (change.entry.start.isUtc ? at(wall) : change.entry.zone.wallOf(at(wall))) + change.shift,
            change.entry.zone,
            change.entry.start.isUtc,
            change.entry.length,
            change.entry.tentative,
          )
        : spanFrom(wall, zone, start.isUtc, length, master.tentative),
    );
  };
  const walls = new Set<Wall>([start.wall]);
  for (const property of propertiesOf(master.part, "RRULE", "badRule"))
    for (const wall of wallsOf(property.values[0], start.wall, reach, wallOf, steps)) walls.add(wall);
  const own = new Map<Wall, Length>();
  for (const property of propertiesOf(master.part, "RDATE", "badTime"))
    for (const value of property.values) {
      const [wall, length] = extra(value, property.parameters, master, zones);
      walls.add(wall);
      if (length) own.set(wall, length);
    }
  for (const wall of walls) add(wall, own.get(wall) ?? master.length);
  return spans;
}

type Change = { readonly entry: Entry; readonly from: number; readonly shift: number };

/** Replacements that hold for all that follows (RANGE=THISANDFUTURE), in order; `shift` moves each later start. */
function futureChanges(master: Entry, replacing: readonly Entry[], zones: Zones): Change[] {
  return replacing
    .filter((one) => one.isForFuture)
    .map((entry) => {
      const stamp = entry.replaces as Stamp;
      const from = instantOf(stamp, stamp.tzid ? zones(stamp.tzid) : master.zone);
      const wall = entry.start.isUtc ? from : entry.zone.wallOf(from);
      return { entry, from, shift: entry.start.wall - wall };
    })
    .sort((a, b) => a.from - b.from);
}

/** An RDATE on the series' own clock; a period brings its own length. */
function extra(
  value: unknown,
  parameters: Parameters<typeof stampOf>[1],
  master: Entry,
  zones: Zones,
): [Wall, Length | null] {
  const isPeriod = Array.isArray(value);
  const stamp = stampOf(isPeriod ? value[0] : value, parameters);
  const zone = stamp.tzid ? zones(stamp.tzid) : master.zone;
  const instant = instantOf(stamp, zone);
  const wall = stamp.isDay ? stamp.wall : master.start.isUtc ? instant : master.zone.wallOf(instant);
  if (!isPeriod) return [wall, null];
  if (String(value[1]).includes("P")) return [wall, lengthOf(value[1])];
  const ms = instantOf(stampOf(value[1], parameters), zone) - instant;
  if (ms < 0) throw new EntrySkipped("endBeforeStart");
  return [wall, { days: 0, ms }];
}
