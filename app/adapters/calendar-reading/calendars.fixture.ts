import { DateTime, IANAZone } from "luxon";
import { readCalendar } from "./read-calendar";
import type { ReadingLimits } from "./reading";

/** A calendar made for a test, and all that must come of it: times in Beijing, `?` for what only may be. */
export type Example = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly busy: readonly string[];
  /** "reason title" */
  readonly skipped?: readonly string[];
  readonly doubtful?: readonly string[];
  readonly free?: number;
  readonly zone?: string;
  readonly limits?: Partial<ReadingLimits>;
};

export const event = (...lines: string[]): string[] => ["BEGIN:VEVENT", ...lines, "END:VEVENT"];
export const calendarOf = (...lines: string[]): Buffer =>
  Buffer.from(
    ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN", ...lines, "END:VCALENDAR", ""].join("\r\n"),
  );

/** A calendar with one entry in Beijing time, 1 December 2026 09:00-10:00, and these lines besides. */
export const one = (...lines: string[]): Buffer =>
  calendarOf(
    ...event(
      "UID:1",
      "SUMMARY:例会",
      "DTSTART;TZID=Asia/Shanghai:20261201T090000",
      "DTEND;TZID=Asia/Shanghai:20261201T100000",
      ...lines,
    ),
  );

/** A calendar with one entry of these lines. */
export const entry = (...lines: string[]): Buffer => calendarOf(...event("UID:1", "SUMMARY:例会", ...lines));

const from = DateTime.fromISO("2026-12-01T00:00:00", { zone: "Asia/Shanghai" });
export const DECEMBER = { from, to: from.plus({ months: 1 }) };

const shown = (at: DateTime, pattern: string) => at.setZone("Asia/Shanghai").toFormat(pattern);

/** What was read, written as the examples write it. */
export function readExample({ bytes, zone = "Asia/Shanghai", limits }: Example) {
  const reading = readCalendar(bytes, DECEMBER, IANAZone.create(zone), limits);
  return {
    busy: reading.busy.map(({ start, end, tentative }) => {
      const isSameDay = shown(start, "MM-dd") === shown(end, "MM-dd");
      const until = shown(end, isSameDay ? "HH:mm" : "MM-dd HH:mm");
      return `${shown(start, "MM-dd HH:mm")}-${until}${tentative ? "?" : ""}`;
    }),
    skipped: reading.skipped.map((skip) => `${skip.reason} ${skip.title}`.trim()),
    doubtful: reading.doubtful.map((doubt) => `${doubt.reason} ${doubt.title}`.trim()),
    free: reading.free,
  };
}
