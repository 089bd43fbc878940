import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { applyCalendar } from "./apply-calendar.server";
import { verb } from "./command.server";
import { seenCalendar } from "./load-calendar-year.server";

export const closureShape = {
  /** Court day, YYYY-MM-DD. */
  on: z.iso.date("dateInvalid"),
  /** Works on a day of rest, instead of resting on a working day. */
  open: z.preprocess((value) => value === true || value === "true" || value === "on", z.boolean()),
} as const;

/** The court's own day: closed on a working day, or at work on a day of rest. It wins over the national arrangement. */
export const setClosure = verb({
  name: "set-closure",
  ability: "load-calendar",
  input: z.object({
    ...closureShape,
    name: z.string().trim().min(1, "required").max(40, "tooLong"),
    version: seenCalendar,
  }),
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, input, today } = command;
    const { on, open, name } = input;
    if (on < today) return refuse("invalidInput", { fields: { on: ["inPast"] } });
    const t = schema.courtClosures;
    const change = { kind: "own", on, set: open ? "work" : "off" } as const;
    const applied = await applyCalendar(command, change, input.version, async () => {
      await tx
        .insert(t)
        .values({ courtId, on, open, name })
        .onConflictDoUpdate({ target: [t.courtId, t.on], set: { open, name } });
    });
    if (!applied.ok) return applied;
    await command.record({ data: { on, open, version: applied.version, clocks: applied.clocks.length } });
    return ok({ ...applied, on });
  },
});
