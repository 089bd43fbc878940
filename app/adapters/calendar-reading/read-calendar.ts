import { DateTime, type Zone as LuxonZone } from "luxon";
import { type Entry, readEntry, type Zones } from "./entries";
import { calendarText, type Part, partsOf, propertiesOf, rawOf, textOf } from "./lines";
import {
  type Busy,
  type Doubtful,
  type EntryName,
  EntrySkipped,
  READING_LIMITS,
  type Reading,
  type ReadingLimits,
  type Skip,
  type SkipReason,
  type Window,
} from "./reading";
import { type Span, spansOf } from "./series";
import { instantOf, lengthOf, stampOf } from "./walls";
import { zoneFinder } from "./zones";

const LONGEST_TITLE = 120;

const nameOf = (part: Part): EntryName => ({
  title: textOf(part, "SUMMARY").replace(/\s+/g, " ").trim().slice(0, LONGEST_TITLE),
  startsAt: rawOf(part, "DTSTART").replace(/^.*:/, "").slice(0, 40),
});
const FILE: EntryName = { title: "", startsAt: "" };

/**
 * When the calendar in `bytes` says that somebody is busy. `zone` is the owner's, for days and floating times. Whatever
 * the bytes are, it answers: what does not count although it was meant to stands in `skipped`, with its reason.
 */
export function readCalendar(
  bytes: Uint8Array,
  window: Window,
  zone: LuxonZone,
  given: Partial<ReadingLimits> = {},
): Reading {
  const limits = { ...READING_LIMITS, ...given };
  const skips: Skip[] = [];
  const skip = (name: EntryName, reason: SkipReason) => {
    if (skips.length < limits.maxSkips) skips.push({ ...name, reason });
  };
  const none: Reading = { busy: [], skipped: skips, doubtful: [], entries: 0, free: 0 };
  if (bytes.length > limits.maxBytes) {
    skip(FILE, "tooLarge");
    return none;
  }
  const root = partsOf(calendarText(bytes));
  const calendars = [...root.parts.filter((one) => one.kind === "VCALENDAR"), root];
  const all = calendars.flatMap((one) => one.parts);
  if (!all.some((one) => /^V(CALENDAR|EVENT|FREEBUSY)$/.test(one.kind))) {
    skip(FILE, "notACalendar");
    return none;
  }
  if (calendars.some((one) => !one.isWhole)) skip(FILE, "unfinished");

  const described = new Map(
    all.filter((one) => one.kind === "VTIMEZONE").map((one) => [textOf(one, "TZID"), one]),
  );
  const zones = zoneFinder(zone, described);
  const [from, to] = [window.from.toMillis(), window.to.toMillis()];
  const spans: Span[] = [];
  const attempt = (part: Part, work: () => readonly Span[]) => {
    try {
      const found = work().filter((one) => one.from < to && one.to > from);
      if (spans.length + found.length > limits.maxBusy) throw new EntrySkipped("tooMany");
      spans.push(...found);
    } catch (problem) {
      // Whatever foreign text makes a parser throw, it is that entry that is wrong.
      skip(nameOf(part), problem instanceof EntrySkipped ? problem.reason : "badRule");
    }
  };

  const doubtful: Doubtful[] = [];
  const events = calendars.flatMap((calendar) => {
    const isCancelled = rawOf(calendar, "METHOD").trim().toUpperCase() === "CANCEL";
    return calendar.parts.filter((one) => one.kind === "VEVENT").map((part) => ({ part, isCancelled }));
  });
  const series = new Map<string, Entry[]>();
  let free = 0;
  events.forEach(({ part, isCancelled }, i) => {
    if (i === limits.maxEntries) skip(FILE, "tooMany");
    if (i >= limits.maxEntries) return;
    attempt(part, () => {
      const entry = readEntry(part, zones, isCancelled);
      if (entry.isFree) free++;
      else if (entry.zone.doubt && !entry.start.isUtc && doubtful.length < limits.maxSkips)
        doubtful.push({ ...nameOf(part), reason: entry.zone.doubt });
      const uid = textOf(part, "UID") || `\n${i}`;
      const known = series.get(uid);
      if (known) known.push(entry);
      else series.set(uid, [entry]);
      return [];
    });
  });
  const steps = { left: limits.maxSteps };
  for (const entries of series.values())
    attempt((entries.find((one) => !one.replaces) ?? (entries[0] as Entry)).part, () =>
      spansOf(entries, [from, to], zones, steps),
    );
  const freeBusy = all.filter((one) => one.kind === "VFREEBUSY");
  for (const part of freeBusy) attempt(part, () => freeBusySpans(part, zones));

  return {
    busy: busyOf(spans),
    skipped: skips,
    doubtful,
    entries: events.length + freeBusy.length,
    free,
  };
}

/** The periods of a VFREEBUSY that are not free. */
function freeBusySpans(part: Part, zones: Zones): Span[] {
  return propertiesOf(part, "FREEBUSY", "badTime").flatMap(({ parameters, values }) => {
    const type = String(parameters.fbtype ?? "BUSY").toUpperCase();
    if (type === "FREE") return [];
    return values.map((value) => {
      const [start, end] = Array.isArray(value) ? value : [];
      const stamp = stampOf(start, parameters);
      const from = instantOf(stamp, zones(stamp.tzid));
      const lasts = String(end).includes("P") ? lengthOf(end) : null;
      const until = lasts ? 0 : instantOf(stampOf(end, parameters), zones(stamp.tzid));
      const to = lasts ? from + lasts.days * 86_400_000 + lasts.ms : until;
      if (to < from) throw new EntrySkipped("endBeforeStart");
      return { from, to, tentative: type === "BUSY-TENTATIVE" };
    });
  });
}

/** Sorted, each time once; what is certain hides what only may be. */
function busyOf(spans: readonly Span[]): Busy[] {
  const each = new Map<string, Span>();
  for (const span of spans) {
    const key = `${span.from} ${span.to}`;
    if (!each.has(key) || !span.tentative) each.set(key, span);
  }
  const instant = (ms: number) => DateTime.fromMillis(ms, { zone: "utc" });
  return [...each.values()]
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map((one) => ({ start: instant(one.from), end: instant(one.to), tentative: one.tentative }));
}
