import ICAL from "ical.js";
import type { DateTime } from "luxon";
import { PRODID, parameterText, plainAddress, plainUid } from "./calendar-text";
import { utcText } from "./invitation-file";

/** When somebody is taken and nothing else; instants in UTC. */
export type FreeBusy = {
  readonly uid: string;
  readonly stamp: DateTime;
  readonly organizer: { readonly name: string; readonly address: string };
  readonly from: DateTime;
  readonly to: DateTime;
  readonly busy: readonly { readonly start: DateTime; readonly end: DateTime }[];
};

const utc = (at: DateTime) => ICAL.Time.fromJSDate(at.toJSDate(), true);

/** A VFREEBUSY, one period to a line: readers are known that take no lists. */
export function freeBusyFile(given: FreeBusy): Buffer {
  const root = new ICAL.Component("vcalendar");
  root.addPropertyWithValue("version", "2.0");
  root.addPropertyWithValue("prodid", PRODID);
  const busy = new ICAL.Component("vfreebusy");
  busy.addPropertyWithValue("uid", plainUid(given.uid));
  busy.addPropertyWithValue("dtstamp", utc(given.stamp));
  const organizer = busy.addPropertyWithValue("organizer", `mailto:${plainAddress(given.organizer.address)}`);
  organizer.setParameter("cn", parameterText(given.organizer.name));
  busy.addPropertyWithValue("dtstart", utc(given.from));
  busy.addPropertyWithValue("dtend", utc(given.to));
  const sorted = [...given.busy].sort((a, b) => a.start.toMillis() - b.start.toMillis());
  for (const { start, end } of sorted) {
    const property = new ICAL.Property("freebusy");
    property.setParameter("fbtype", "BUSY");
    property.setValue(ICAL.Period.fromJSON([utc(start).toString(), utc(end).toString()], property, false));
    busy.addProperty(property);
  }
  root.addSubcomponent(busy);
  const bytes = Buffer.from(`${root.toString()}\r\n`, "utf8");
  verify(bytes, sorted);
  return bytes;
}

/** Throws unless the bytes hold the periods that were meant, and no line is longer than allowed. */
function verify(bytes: Buffer, meant: FreeBusy["busy"]): void {
  const lines = bytes.toString("utf8").split("\r\n");
  if (lines.some((line) => Buffer.byteLength(line) > 75))
    throw new Error("calendar line longer than 75 octets");
  const read = lines.filter((line) => line.startsWith("FREEBUSY")).map((line) => line.split(":")[1]);
  const wanted = meant.map(({ start, end }) => `${icsUtc(start)}/${icsUtc(end)}`);
  if (read.join() !== wanted.join()) throw new Error("free/busy reads back differently from what was meant");
}

const icsUtc = (at: DateTime) => utcText(at).replace(/[-:]/g, "");
