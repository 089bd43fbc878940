import ICAL from "ical.js";

/**
 * The gate in front of and behind the calendar library. ical-generator 10.2 (the last for Node 20) lets control
 * characters, quotes and line ends through into structure, writes properties after components, and ends without
 * CRLF; so values are cleaned before it, its output is parsed and written again by ical.js, and the bytes are
 * read back and compared with what was meant before anybody sees them.
 */

/** Octets per line; ical.js counts the fold's leading space on top. */
ICAL.foldLength = 74;

/** As ical-generator takes it; it writes `-//company//product//language`. */
export const PRODUCT = { company: "Tiaosu", product: "Court mediation scheduling", language: "ZH" };
export const PRODID = `-//${PRODUCT.company}//${PRODUCT.product}//${PRODUCT.language}`;

/** C0 without tab and line feed, DEL, C1, separators, byte order mark, non-characters. */
const FORBIDDEN = /[\p{Cc}\u2028\u2029\uFEFF\uFFFE\uFFFF]/gu;
/** Nearly all text has none of these, nor a lone surrogate, and is not looked at twice. */
const SUSPECT = /[\p{Cc}\p{Cs}\u2028\u2029\uFEFF\uFFFE\uFFFF]/u;

/** One line of text: whatever could start a new line or property becomes a space, lone surrogates U+FFFD. */
export const oneLine = (text: string): string =>
  (SUSPECT.test(text) ? text.replace(/\p{Cs}/gu, "\uFFFD").replace(FORBIDDEN, " ") : text).trim();

/** The same of text in lines; looked at once for all of them. */
const SUSPECT_LINES = /(?!\n)[\p{Cc}\p{Cs}\u2028\u2029\uFEFF\uFFFE\uFFFF]/u;

/** Text that may have several lines; line ends become "\n", other control characters vanish. */
export const manyLines = (text: string): string => {
  const lines = text.replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n").split("\n");
  return lines.map(SUSPECT_LINES.test(text) ? oneLine : (line) => line.trim()).join("\n");
};

/** A name in a parameter: quote, caret and backslash, which one reader or another takes for escapes, turn wide. */
export const parameterText = (name: string): string =>
  oneLine(name).replace(/["^\\]/g, (mark) => (mark === '"' ? "”" : mark === "^" ? "＾" : "＼"));

const ADDRESS = /^[A-Za-z0-9.!#$%&*+/=?_{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$/;

/** A single plain ASCII address, or a thrown bug: whoever stores addresses has judged them before. */
export function plainAddress(address: string): string {
  if (!ADDRESS.test(address) || address.includes("..")) throw new Error("not a plain mail address");
  return address;
}

/** An http(s) link with nothing in it that could end a line. */
export function plainLink(url: string): string {
  const { protocol, href } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") throw new Error("not a web link");
  return href;
}

/** Ours to make: letters, digits and a few marks, so that it needs no escaping anywhere. */
export function plainUid(uid: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9@._-]{2,199}$/.test(uid)) throw new Error("not a plain UID");
  return uid;
}

/** What components are meant to hold, in any order: "NAME parameters value", parameters by alphabet. */
export type Expected = {
  readonly calendar: readonly string[];
  readonly events: readonly (readonly string[])[];
};

/** Folded to 75 octets, CRLF everywhere, the last line too. */
export function calendarBytes(calendar: InstanceType<typeof ICAL.Component>, expected: Expected): Buffer {
  const bytes = Buffer.from(`${calendar.toString()}\r\n`, "utf8");
  verify(bytes, expected);
  return bytes;
}

/** Throws unless the bytes say exactly what was meant: no property more, none less, none changed. */
export function verify(bytes: Buffer, expected: Expected): void {
  const text = bytes.toString("utf8");
  if (!text.endsWith("\r\n")) throw new Error("calendar object does not end with CRLF");
  const lines = text.slice(0, -2).split("\r\n");
  if (lines.some((line) => Buffer.byteLength(line) > 75))
    throw new Error("calendar line longer than 75 octets");
  if (/\p{Cc}/u.test(lines.join(""))) throw new Error("control character in a calendar object");
  const [name, properties, events] = ICAL.parse(text) as JCal;
  if (name !== "vcalendar" || events.length !== expected.events.length)
    throw new Error("calendar object has other components than meant");
  same("VCALENDAR", properties.map(told), expected.calendar);
  events.forEach(([kind, of, inner], i) => {
    if (kind !== "vevent" || inner.length > 0)
      throw new Error("calendar object has other components than meant");
    same("VEVENT", of.map(told), expected.events[i]!);
  });
}

/** As RFC 7265 has it, and ical.js reads it. */
type JCal = [name: string, properties: Property[], components: JCal[]];
type Property = [name: string, parameters: Readonly<Record<string, unknown>>, type: string, value: unknown];

/** "NAME parameters value" with the parameters in the order of the alphabet. */
const told = ([name, given, , value]: Property): string => {
  const parameters = Object.entries(given).map(([key, one]) => `${key}=${String(one)}`);
  return [name.toUpperCase(), ...parameters.sort(), String(value)].join(" ");
};

function same(what: string, read: readonly string[], meant: readonly string[]): void {
  const a = [...read].sort();
  const b = [...meant].sort();
  if (a.length !== b.length || a.some((line, i) => line !== b[i]))
    throw new Error(`${what} reads back differently from what was meant`);
}
