import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { applyCalendar } from "./apply-calendar.server";
import { verb } from "./command.server";
import { seenCalendar } from "./load-calendar-year.server";

/** Takes back the court's own day: the national arrangement holds again. */
export const clearClosure = verb({
  name: "clear-closure",
  ability: "load-calendar",
  input: z.object({ on: z.iso.date("dateInvalid"), version: seenCalendar }),
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, input, today } = command;
    const { on } = input;
    if (on < today) return refuse("invalidInput", { fields: { on: ["inPast"] } });
    const t = schema.courtClosures;
    const same = and(eq(t.courtId, courtId), eq(t.on, on));
    const [known] = await tx.select({ on: t.on }).from(t).where(same);
    if (!known) return refuse("notFound");
    const change = { kind: "own", on, set: null } as const;
    const applied = await applyCalendar(command, change, input.version, async () => {
      await tx.delete(t).where(same);
    });
    if (!applied.ok) return applied;
    await command.record({ data: { on, version: applied.version, clocks: applied.clocks.length } });
    return ok({ ...applied, on });
  },
});
