import ICAL from "ical.js";
import generator, { ICalEventClass, ICalEventStatus } from "ical-generator";
import type { DateTime } from "luxon";
import { calendarBytes, manyLines, oneLine, PRODID, PRODUCT, plainLink, plainUid } from "./calendar-text";
import { utcText } from "./invitation-file";

/** One session in a calendar that is only read: nobody is invited, no address is in it. */
export type FeedEntry = {
  readonly uid: string;
  readonly sequence: number;
  /** When the session last changed, so that unchanged data gives unchanged bytes (ETag). */
  readonly changedAt: DateTime;
  readonly start: DateTime;
  readonly end: DateTime;
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  readonly url?: string;
  readonly status: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
};

/** A subscribed calendar of a person or a room. `refreshHours` is a wish that few clients honour. */
export function feedFile(name: string, refreshHours: number, entries: readonly FeedEntry[]): Buffer {
  // These properties have no text type, so nothing escapes them: marks with a meaning become their wide forms.
  const title = oneLine(name).replace(/[,;\\]/g, (mark) => ({ ",": "，", ";": "；" })[mark] ?? "＼");
  const every = `PT${Math.max(1, Math.trunc(refreshHours))}H`;
  return build(entries, [
    ["x-wr-calname", title],
    ["x-wr-timezone", "Asia/Shanghai"],
    ["x-published-ttl", every],
    ["refresh-interval", every],
  ]);
}

/** One session as a file to download into any calendar. */
export const downloadFile = (entry: FeedEntry): Buffer => build([entry], []);

function build(entries: readonly FeedEntry[], headers: readonly (readonly [string, string])[]): Buffer {
  const calendar = generator({ prodId: PRODUCT });
  const texts = entries.map((entry) => ({
    uid: plainUid(entry.uid),
    summary: oneLine(entry.summary),
    description: manyLines(entry.description ?? ""),
    location: oneLine(entry.location ?? ""),
  }));
  entries.forEach((entry, i) => {
    if (entry.start >= entry.end) throw new Error("a session must end after it starts");
    const text = texts[i]!;
    calendar.createEvent({
      id: text.uid,
      sequence: entry.sequence,
      stamp: entry.changedAt.toUTC(),
      start: entry.start.toUTC(),
      end: entry.end.toUTC(),
      summary: text.summary,
      ...(text.description && { description: text.description }),
      ...(text.location && { location: text.location }),
      status: ICalEventStatus[entry.status],
      class: ICalEventClass.PRIVATE,
    });
  });

  const root = new ICAL.Component(ICAL.parse(calendar.toString()));
  for (const [key, value] of headers) root.addProperty(header(key, value));
  root.getAllSubcomponents("vevent").forEach((vevent, i) => {
    const url = entries[i]?.url;
    if (url) vevent.addPropertyWithValue("url", plainLink(url));
  });

  return calendarBytes(root, {
    calendar: [
      "VERSION 2.0",
      `PRODID ${PRODID}`,
      ...headers.map(([key, value]) => `${key.toUpperCase()} ${value}`),
    ],
    events: entries.map((entry, i) => {
      const text = texts[i]!;
      return [
        `UID ${text.uid}`,
        `SEQUENCE ${entry.sequence}`,
        `DTSTAMP ${utcText(entry.changedAt)}`,
        `DTSTART ${utcText(entry.start)}`,
        `DTEND ${utcText(entry.end)}`,
        `SUMMARY ${text.summary}`,
        ...(text.description ? [`DESCRIPTION ${text.description}`] : []),
        ...(text.location ? [`LOCATION ${text.location}`] : []),
        `STATUS ${entry.status}`,
        "CLASS PRIVATE",
        ...(entry.url ? [`URL ${plainLink(entry.url)}`] : []),
      ];
    }),
  });
}

function header(key: string, value: string): InstanceType<typeof ICAL.Property> {
  const property = new ICAL.Property(key);
  if (key === "refresh-interval") {
    property.resetType("duration");
    property.setValue(ICAL.Duration.fromString(value));
  } else property.setValue(value);
  return property;
}
