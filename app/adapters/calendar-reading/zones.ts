import ICAL from "ical.js";
import { FixedOffsetZone, IANAZone, type Zone as LuxonZone } from "luxon";
import { findIana } from "windows-iana";
import type { Part } from "./lines";
import type { Doubt } from "./reading";
import { DAY_MS, type Wall } from "./walls";

const MOST_REMEMBERED = 50_000;
const MOST_ZONES = 500;

/** How a zone's clock goes: from its reading to the instant and back, in milliseconds. */
export type Zone = {
  instantOf(wall: Wall): number;
  wallOf(instant: number): Wall;
  readonly doubt?: Doubt;
};

/** No zone changes its offset between two quarters of an hour, and asking for one is slow. */
function remembered(offset: (instant: number) => number): (instant: number) => number {
  const known = new Map<number, number>();
  return (instant) => {
    const quarter = Math.floor(instant / 900_000);
    const found = known.get(quarter) ?? offset(quarter * 900_000);
    if (known.size < MOST_REMEMBERED) known.set(quarter, found);
    return found;
  };
}

/** A reading that a clock shows twice is its first, one that it leaps over counts as if it had not (RFC 5545 3.3.5). */
export function luxonZone(zone: LuxonZone, doubt?: Doubt): Zone {
  const offset = remembered((instant) => zone.offset(instant) * 60_000);
  return {
    instantOf: (wall) => {
      const before = wall - offset(wall - DAY_MS);
      if (wall - offset(before) === before) return before;
      const after = wall - offset(wall + DAY_MS);
      return wall - offset(after) === after ? after : before;
    },
    wallOf: (instant) => instant + offset(instant),
    ...(doubt && { doubt }),
  };
}

/** What programs in Chinese call the one zone of China. */
const CHINESE: Readonly<Record<string, string>> = {
  中国标准时间: "Asia/Shanghai",
  北京时间: "Asia/Shanghai",
  "tzone://microsoft/utc": "UTC",
};

/** The zone of a name: IANA's, also after a path; Windows's (CLDR's table windowsZones). */
function known(tzid: string): LuxonZone | null {
  const name = CHINESE[tzid.toLowerCase()] ?? tzid;
  const parts = name.split("/").filter(Boolean);
  for (let from = name.startsWith("/") ? 0 : Math.max(0, parts.length - 3); from < parts.length; from++) {
    const tail = parts.slice(from).join("/");
    // One word behind a path is a city or a country, and no zone.
    if (from > 0 && parts.length - from < 2) break;
    if (/^[A-Z][\w+/-]*$/i.test(tail) && IANAZone.isValidZone(tail)) return IANAZone.create(tail);
  }
  const [iana] = findIana(name);
  return iana ? IANAZone.create(iana) : null;
}

const OFFSET = /^\(?\s*(?:GMT|UTC)?\s*([+-])(\d{1,2})(?:[:.]?(\d{2}))?(?![\d])/i;

function byOffset(tzid: string): LuxonZone | null {
  const [, sign, hours, minutes] = OFFSET.exec(tzid) ?? [];
  const total = Number(hours) * 60 + Number(minutes ?? 0);
  if (!sign || total > 14 * 60) return null;
  return FixedOffsetZone.instance(sign === "-" ? -total : total);
}

const LONG_MONTHS = ["1", "3", "5", "7", "8", "10", "12"];
/** What stands in the rules by which programs describe a zone; whatever else does could be walked for hours. */
const RULE_PARTS: Readonly<Record<string, RegExp>> = {
  FREQ: /^YEARLY$/,
  INTERVAL: /^1$/,
  WKST: /^(MO|TU|WE|TH|FR|SA|SU)$/,
  BYMONTH: /^([1-9]|1[0-2])$/,
  BYDAY: /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/,
  BYMONTHDAY: /^(\d{1,2})(,\d{1,2}){0,6}$/,
  UNTIL: /^\d{8}(T\d{6}Z?)?$/,
  COUNT: /^\d{1,4}$/,
};

/** One or a few days of one month of every year. */
function isYearly(line: string): boolean {
  const parts = line
    .replace(/^RRULE:/i, "")
    .toUpperCase()
    .split(";")
    .map((part) => part.split("="));
  const rule = new Map(parts.map(([name = "", value = ""]) => [name, value]));
  const isPlain = parts.every(
    ([name = "", value = "", ...more]) => more.length === 0 && RULE_PARTS[name]?.test(value),
  );
  if (!isPlain || rule.size !== parts.length || !rule.has("FREQ") || !rule.has("BYMONTH")) return false;
  // A thirtieth of February never comes, and the walk to it never ends.
  const last = LONG_MONTHS.includes(rule.get("BYMONTH") ?? "") ? 31 : 28;
  const days = (rule.get("BYMONTHDAY") ?? "1").split(",").map(Number);
  return days.every((day) => day >= 1 && day <= last);
}

/** A zone as the file itself describes it; null unless its rules are yearly, as every program's are. */
function described(part: Part): Zone | null {
  const rules = part.parts;
  const isPlain = (one: Part) =>
    one.lines.length <= 400 && one.lines.every((line) => !/^RRULE/i.test(line) || isYearly(line));
  if (rules.length === 0 || rules.length > 200 || !rules.every(isPlain)) return null;
  const text = [
    "BEGIN:VTIMEZONE",
    ...part.lines,
    ...rules.flatMap((one) => [`BEGIN:${one.kind}`, ...one.lines, `END:${one.kind}`]),
    "END:VTIMEZONE",
  ].join("\r\n");
  try {
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(text)));
    const offset = (wall: Wall) => zone.utcOffset(ICAL.Time.fromJSDate(new Date(wall), true)) * 1000;
    if (!Number.isFinite(offset(Date.UTC(2026, 0, 1)))) return null;
    return {
      instantOf: (wall) => wall - offset(wall),
      wallOf: (instant) => instant + offset(instant + offset(instant)),
    };
  } catch {
    return null;
  }
}

/** Finds the zone behind each name once. `own` is the owner's, for floating times and names that nobody knows. */
export function zoneFinder(own: LuxonZone, described_: ReadonlyMap<string, Part>): (tzid: string) => Zone {
  const floating = luxonZone(own);
  const found = new Map<string, Zone>([["", floating]]);
  const find = (tzid: string): Zone => {
    const name = tzid.trim();
    const iana = known(name);
    if (iana) return luxonZone(iana);
    const part = described_.get(tzid);
    const own_ = part ? described(part) : null;
    if (own_) return own_;
    const fixed = byOffset(name);
    return fixed ? luxonZone(fixed, "zoneByOffset") : luxonZone(own, "zoneGuessed");
  };
  return (tzid) => {
    const zone = found.get(tzid) ?? (found.size < MOST_ZONES ? find(tzid) : floating);
    found.set(tzid, zone);
    return zone;
  };
}
