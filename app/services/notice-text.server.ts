import { z } from "zod";
import { type CalendarNotice, calendarNotice, daysOf } from "~/domain/cases/calendar-notice";
import { ok, type Result, refuse } from "~/domain/result";
import type { CalendarChange } from "./calendar-change.server";
import { fieldErrors } from "./field-errors.server";

/** A year's arrangement as a value, or as the text of its public file. */
export const noticeShape = {
  notice: calendarNotice.optional(),
  json: z.string().max(200_000, "fileTooLarge").optional(),
} as const;
type NoticeInput = { notice?: CalendarNotice | undefined; json?: string | undefined };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The notice itself; what is wrong in a text is told at its row: `json.days.3.date`. */
function readNotice(input: NoticeInput): Result<{ notice: CalendarNotice }> {
  if (input.notice) return ok({ notice: input.notice });
  if (!input.json?.trim()) return refuse("invalidInput", { fields: { json: ["required"] } });
  const value = parsed(input.json);
  if (typeof value !== "object" || value === null)
    return refuse("invalidInput", { fields: { json: ["jsonMalformed"] } });
  const read = calendarNotice.safeParse(value);
  if (read.success) return ok({ notice: read.data });
  const fields = Object.entries(fieldErrors(read.error)).map(([path, codes]) => [`json.${path}`, codes]);
  return refuse("invalidInput", { fields: Object.fromEntries(fields) });
}

export function changeOfNotice(input: NoticeInput): Result<{ change: CalendarChange & { kind: "year" } }> {
  const read = readNotice(input);
  if (!read.ok) return read;
  const { year, papers } = read.notice;
  return ok({ change: { kind: "year", year, source: papers.join(" "), days: daysOf(read.notice) } });
}
