import { z } from "zod";
import { ok } from "~/domain/result";
import { applyCalendar } from "./apply-calendar.server";
import { verb } from "./command.server";
import { changeOfNotice, noticeShape } from "./notice-text.server";

/** The version of the calendar that the change was looked at with. */
export const seenCalendar = z.coerce.number().int().min(1).optional();

/** Loads a year's holidays and make-up workdays, or a corrected notice of it, and computes every clock anew. */
export const loadCalendarYear = verb({
  name: "load-calendar-year",
  ability: "load-calendar",
  input: z.object({ ...noticeShape, version: seenCalendar }),
  cases: () => [],
  run: async (command) => {
    const read = changeOfNotice(command.input);
    if (!read.ok) return read;
    const { change } = read;
    const applied = await applyCalendar(command, change, command.input.version, async () => {});
    if (!applied.ok) return applied;
    await command.record({
      data: { year: change.year, version: applied.version, clocks: applied.clocks.length },
    });
    return ok({ ...applied, year: change.year });
  },
});
