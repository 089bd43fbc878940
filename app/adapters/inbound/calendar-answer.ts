import ICAL from "ical.js";
import { DateTime } from "luxon";

/** What somebody's calendar program says of an invitation (iTIP REPLY or COUNTER). Instants ISO in UTC. */
export type CalendarAnswer = {
  readonly method: string;
  readonly uid: string;
  /** Of the revision it answers; Outlook leaves it out at times. */
  readonly sequence: number | null;
  readonly dtstamp: string | null;
  readonly attendees: readonly {
    readonly address: string;
    readonly sentBy: string | null;
    readonly partstat: string;
  }[];
  readonly comment: string | null;
  readonly startAt: string | null;
  readonly endAt: string | null;
};

const MOST_WORDS = 300;

/** Octets as text: the charset that the part names, else UTF-8, else GB18030, which reads anything. */
export function decoded(bytes: Uint8Array, charset: string | null): string {
  for (const name of [charset, "utf-8"]) {
    if (!name) continue;
    try {
      return new TextDecoder(name, { fatal: true }).decode(bytes);
    } catch {
      // An unknown name or octets that are none of it: the next.
    }
  }
  return new TextDecoder("gb18030").decode(bytes);
}

const plain = (address: unknown): string =>
  String(address ?? "")
    .replace(/^mailto:/i, "")
    .trim()
    .toLowerCase();

type Component = InstanceType<typeof ICAL.Component>;

/** An instant; a zone that the file does not bring is sought by its IANA name, and a time without any is the court's. */
function instant(event: Component, name: string): string | null {
  const property = event.getFirstProperty(name);
  const value: unknown = property?.getFirstValue();
  if (!property || !(value instanceof ICAL.Time)) return null;
  if (value.zone?.tzid !== "floating") {
    const date = value.toJSDate();
    return Number.isNaN(date.getTime()) ? null : date.toISOString();
  }
  const { year, month, day, hour, minute, second } = value;
  const tzid: unknown = property.getParameter("tzid");
  const zone = typeof tzid === "string" ? tzid : "Asia/Shanghai";
  return DateTime.fromObject({ year, month, day, hour, minute, second }, { zone }).toUTC().toISO();
}

/** Where no end stands, the length does; else null. */
function endOf(event: Component, startAt: string | null): string | null {
  const end = instant(event, "dtend");
  if (end || !startAt) return end;
  const length: unknown = event.getFirstPropertyValue("duration");
  return length instanceof ICAL.Duration
    ? new Date(Date.parse(startAt) + length.toSeconds() * 1000).toISOString()
    : null;
}

/** Reads the one event of an iTIP object; null for what is none. */
export function readAnswer(bytes: Uint8Array, charset: string | null): CalendarAnswer | null {
  try {
    const text = decoded(bytes, charset).replace(/^\uFEFF/, "");
    const root = new ICAL.Component(ICAL.parse(text));
    const event = root.getFirstSubcomponent("vevent");
    const uid = event?.getFirstPropertyValue("uid");
    if (!event || !uid) return null;
    const sequence: unknown = event.getFirstPropertyValue("sequence");
    const startAt = instant(event, "dtstart");
    const comment: unknown = event.getFirstPropertyValue("comment");
    return {
      method: String(root.getFirstPropertyValue("method") ?? "").toUpperCase(),
      uid: String(uid),
      sequence: sequence === null || sequence === undefined ? null : Number(sequence),
      dtstamp: instant(event, "dtstamp"),
      attendees: event.getAllProperties("attendee").map((one) => ({
        address: plain(one.getFirstValue()),
        sentBy: one.getParameter("sent-by") ? plain(one.getParameter("sent-by")) : null,
        partstat: String(one.getParameter("partstat") ?? "NEEDS-ACTION").toUpperCase(),
      })),
      comment: typeof comment === "string" && comment.trim() ? comment.trim().slice(0, MOST_WORDS) : null,
      startAt,
      endAt: endOf(event, startAt),
    };
  } catch {
    return null;
  }
}
