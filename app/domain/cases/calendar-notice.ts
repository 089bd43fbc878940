import { z } from "zod";
import type { CalendarYear } from "./calendar";

/**
 * A year's arrangement in the public JSON form of holiday-cn: exceptions only, weekends beside them are not listed. Its
 * year is the notice's, so days of the December before may stand in it.
 */
export const calendarNotice = z
  .object({
    year: z.coerce.number().int().min(2007).max(2100),
    /** Addresses of the official notice. */
    papers: z.array(z.string().trim().min(1).max(300)).max(20).default([]),
    days: z
      .array(
        z.object({
          name: z.string().trim().min(1, "required").max(40, "tooLong"),
          date: z.iso.date("dateInvalid"),
          isOffDay: z.boolean(),
        }),
      )
      .min(1, "required")
      .max(120, "tooLong"),
  })
  .superRefine((notice, context) => {
    const seen = new Set<string>();
    notice.days.forEach(({ date }, i) => {
      const wrong = (message: string) =>
        context.addIssue({ code: "custom", path: ["days", i, "date"], message });
      if (seen.has(date)) wrong("dayTwice");
      seen.add(date);
      const isOfYear = date.startsWith(`${notice.year}-`) || date.startsWith(`${notice.year - 1}-12-`);
      if (!isOfYear) wrong("otherYear");
    });
  });
export type CalendarNotice = z.output<typeof calendarNotice>;

export type CalendarDay = { readonly on: string; readonly kind: "off" | "work"; readonly name: string };

export const daysOf = (notice: CalendarNotice): CalendarDay[] =>
  notice.days
    .map((day) => ({
      on: day.date,
      kind: day.isOffDay ? ("off" as const) : ("work" as const),
      name: day.name,
    }))
    .sort((a, b) => (a.on < b.on ? -1 : 1));

export function yearOf(year: number, source: string, days: readonly CalendarDay[]): CalendarYear {
  return {
    year,
    source,
    off: days.filter((day) => day.kind === "off").map((day) => [day.on, day.on]),
    work: days.filter((day) => day.kind === "work").map((day) => day.on),
  };
}

/** The years with this one in its place; later years stand last, for a later notice wins over an earlier one. */
export const withYear = (years: readonly CalendarYear[], year: CalendarYear): CalendarYear[] =>
  [...years.filter((one) => one.year !== year.year), year].sort((a, b) => a.year - b.year);

/**
 * What was typed by hand, a day a line: `2027-01-01 休 元旦`, 班 for a make-up workday. Answers the days as they were
 * meant, for the notice's own shape to judge; an empty line is none.
 */
export const daysFromLines = (text: string): { date: string; isOffDay: unknown; name: string }[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [date = "", kind = "", ...name] = line.split(/[\s,，]+/);
      const isOffDay = /^(休|off)$/i.test(kind) ? true : /^(班|work)$/i.test(kind) ? false : kind;
      return { date, isOffDay, name: name.join(" ") };
    });
