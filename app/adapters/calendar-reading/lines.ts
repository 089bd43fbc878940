import ICAL from "ical.js";
import { EntrySkipped } from "./reading";

/** UTF-8 (with or without a mark), UTF-16 with a mark, else GB18030; damaged bytes cost a character, not the file. */
export function calendarText(bytes: Uint8Array): string {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  if (mark === 0xfffe || mark === 0xfeff)
    return new TextDecoder(mark === 0xfffe ? "utf-16le" : "utf-16be").decode(bytes);
  for (const encoding of ["utf-8", "gb18030"])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  return new TextDecoder("utf-8").decode(bytes);
}

/** A component as it stands in the file: its own lines, unfolded, and what lies in it. */
export type Part = {
  readonly kind: string;
  readonly lines: string[];
  readonly parts: Part[];
  /** Its END was there. */
  isWhole: boolean;
};

const DEEPEST = 8;

/** The components of a text, however broken: each line stands alone, and an END closes what is open. */
export function partsOf(text: string): Part {
  const root: Part = { kind: "", lines: [], parts: [], isWhole: true };
  const open: Part[] = [root];
  for (const line of text.replace(/(?:\r\n?|\n)[ \t]/g, "").split(/\r\n?|\n/)) {
    const [, edge, name] = /^(BEGIN|END):([A-Z-]{1,40})\s*$/i.exec(line) ?? [];
    const kind = name?.toUpperCase() ?? "";
    const top = open.at(-1) as Part;
    if (edge?.toUpperCase() === "BEGIN") {
      // An entry is in no entry: the one before was cut off.
      const at = kind === "VEVENT" ? open.findIndex((one) => one.kind === "VEVENT") : -1;
      if (at > 0) open.length = at;
      const part: Part = { kind, lines: [], parts: [], isWhole: false };
      (open.at(-1) as Part).parts.push(part);
      if (open.length < DEEPEST) open.push(part);
    } else if (edge) {
      const at = open.findLastIndex((one) => one.kind === kind);
      if (at < 1) continue;
      (open[at] as Part).isWhole = true;
      open.length = at;
    } else if (line) top.lines.push(line);
  }
  return root;
}

/** A property as ical.js reads it: parameters by lower-case name, values in jCal's form. */
export type Property = {
  readonly parameters: Readonly<Record<string, string | string[] | undefined>>;
  readonly type: string;
  readonly values: readonly unknown[];
};

const nameOf = (line: string): string => /^[A-Za-z0-9-]+/.exec(line)?.[0].toUpperCase() ?? "";

/** No line of one date is longer, nor the parameters of any: what looks into them again and again stops here. */
const LONGEST_DATE_LINE = 500;
const isReadable = (line: string): boolean => line.slice(0, LONGEST_DATE_LINE).includes(":");

/** Outlook's names of zones hold colons and are not always quoted. */
const quoteZone = (line: string): string =>
  line.length > LONGEST_DATE_LINE
    ? line
    : line.replace(/;TZID=([^"].*?)((?:;VALUE=[A-Z-]+)?):(?=\d{8}[^:]*$)/i, ';TZID="$1"$2:');

/** All properties of a name; one that cannot be read ends the reading of its entry. */
export function propertiesOf(part: Part, name: string, reason: EntrySkipped["reason"]): Property[] {
  return part.lines
    .filter((line) => nameOf(line) === name)
    .map((line) => {
      try {
        const read: unknown = isReadable(line) && ICAL.parse.property(quoteZone(line));
        if (!Array.isArray(read)) throw new Error("no property");
        const [, parameters, type, ...values] = read;
        return { parameters, type, values };
      } catch {
        throw new EntrySkipped(reason);
      }
    });
}

/** The text of a property that may be missing or broken without harm. */
export function textOf(part: Part, name: string): string {
  const line = part.lines.find((one) => nameOf(one) === name);
  if (!line || !isReadable(line)) return "";
  try {
    const read: unknown = ICAL.parse.property(line);
    return Array.isArray(read) && typeof read[3] === "string" ? read[3] : "";
  } catch {
    return "";
  }
}

/** The line's value as it stands there. */
export const rawOf = (part: Part, name: string): string =>
  part.lines.find((one) => nameOf(one) === name)?.replace(/^[^:]*:/, "") ?? "";
