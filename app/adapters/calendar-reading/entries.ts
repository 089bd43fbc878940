import { type Part, type Property, propertiesOf, rawOf, textOf } from "./lines";
import { EntrySkipped } from "./reading";
import { DAY_MS, instantOf, type Length, lengthOf, type Stamp, stampOf } from "./walls";
import type { Zone } from "./zones";

/** One VEVENT, read: when, how long, and what it is to its series. */
export type Entry = {
  readonly part: Part;
  readonly start: Stamp;
  readonly zone: Zone;
  readonly length: Length;
  readonly sequence: number;
  /** Which occurrence of its series it replaces. */
  readonly replaces: Stamp | null;
  readonly isForFuture: boolean;
  /** Its own words say that it takes no time: cancelled, transparent, without length. */
  readonly isFree: boolean;
  readonly tentative: boolean;
};

export type Zones = (tzid: string) => Zone;

/** A single date or time; one without a zone, in a series, stands in the series' own. */
export function stampIn(property: Property | undefined): Stamp | null {
  return property ? stampOf(property.values[0], property.parameters) : null;
}

export function readEntry(part: Part, zones: Zones, isCancelled: boolean): Entry {
  if (!part.isWhole) throw new EntrySkipped("unfinished");
  const [first] = propertiesOf(part, "DTSTART", "badTime");
  const start = stampIn(first);
  if (!start) throw new EntrySkipped("noStart");
  const zone = zones(start.tzid);
  const length = lengthFrom(part, start, zone, zones);
  const busyStatus = textOf(part, "X-MICROSOFT-CDO-BUSYSTATUS").toUpperCase();
  const status = textOf(part, "STATUS").toUpperCase();
  const [id] = propertiesOf(part, "RECURRENCE-ID", "badTime");
  return {
    part,
    start,
    zone,
    length,
    sequence: Number.parseInt(rawOf(part, "SEQUENCE"), 10) || 0,
    replaces: stampIn(id),
    isForFuture: String(id?.parameters.range ?? "").toUpperCase() === "THISANDFUTURE",
    isFree:
      isCancelled ||
      status === "CANCELLED" ||
      textOf(part, "TRANSP").toUpperCase() === "TRANSPARENT" ||
      busyStatus === "FREE" ||
      (length.days === 0 && length.ms === 0),
    tentative: status === "TENTATIVE" || busyStatus === "TENTATIVE" || busyStatus === "WORKINGELSEWHERE",
  };
}

/** DTEND says how long by the clock, DURATION by the calendar; without both a day lasts a day, a time no time. */
function lengthFrom(part: Part, start: Stamp, zone: Zone, zones: Zones): Length {
  const [until] = propertiesOf(part, "DTEND", "badTime");
  const end = stampIn(until);
  if (end?.isDay && start.isDay) {
    if (end.wall < start.wall) throw new EntrySkipped("endBeforeStart");
    return { days: Math.max(1, (end.wall - start.wall) / DAY_MS), ms: 0 };
  }
  if (end) {
    const ms = instantOf(end, end.isDay ? zone : zones(end.tzid)) - instantOf(start, zone);
    if (ms < 0) throw new EntrySkipped("endBeforeStart");
    return { days: 0, ms };
  }
  const [lasts] = propertiesOf(part, "DURATION", "badTime");
  return lasts ? lengthOf(lasts.values[0]) : { days: start.isDay ? 1 : 0, ms: 0 };
}
