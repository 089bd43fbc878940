import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { bookableOf, lockHours } from "./bookable.server";
import { idText } from "./case-act.server";
import { verb } from "./command.server";
import { lyingOutside } from "./lying-outside.server";
import { checkHours, minuteOfDay } from "./set-weekly-hours.server";

/** One date's hours instead of the weekly ones; none at all means not that day. */
export const setDateHours = verb({
  name: "set-date-hours",
  ability: "manage-availability",
  input: z
    .object({
      resourceId: idText.optional(),
      on: z.iso.date("dateInvalid"),
      hours: z
        .array(z.object({ fromMinute: minuteOfDay, toMinute: minuteOfDay }))
        .max(10, "tooLong")
        .default([]),
      note: z.string().trim().max(200, "tooLong").optional(),
    })
    .superRefine((input, context) => checkHours(input.hours, context)),
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, input, today } = command;
    const one = await bookableOf(command, input.resourceId);
    const { resourceId } = one;
    if (input.on < today) return refuse("invalidInput", { fields: { on: ["inPast"] } });
    await lockHours(tx, courtId, resourceId);
    const d = schema.dateHours;
    const hours = [...input.hours].sort((a, b) => a.fromMinute - b.fromMinute);
    const set = { hours, note: input.note || null };
    await tx
      .insert(d)
      .values({ courtId, resourceId, on: input.on, ...set })
      .onConflictDoUpdate({ target: [d.courtId, d.resourceId, d.on], set });
    await command.record({ data: { resourceId, on: input.on, intervals: hours.length } });
    return ok({ resourceId, on: input.on, outside: await lyingOutside(command, one) });
  },
});
