import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { hoursFaults, replaceWeek } from "~/domain/scheduling/week";
import { bookableOf, lockHours } from "./bookable.server";
import { flag, idText } from "./case-act.server";
import { verb } from "./command.server";
import { lyingOutside } from "./lying-outside.server";

/** Minutes since 00:00 court time. */
export const minuteOfDay = z.coerce
  .number("timeInvalid")
  .int("timeInvalid")
  .min(0, "timeInvalid")
  .max(1440, "timeInvalid");

/** Marks the intervals that hold no time or overlap an earlier one, each at its own row. */
export function checkHours(
  hours: Parameters<typeof hoursFaults>[0],
  context: { addIssue(issue: { code: "custom"; path: (string | number)[]; message: string }): void },
): void {
  for (const { at, field, code } of hoursFaults(hours))
    context.addIssue({ code: "custom", path: ["hours", at, field], message: code });
}

const shape = z
  .object({
    /** Without it the asker's own. */
    resourceId: idText.optional(),
    validFrom: z.iso.date("dateInvalid"),
    /** The first date for which it no longer holds; without it until further notice. */
    validTo: z.iso.date("dateInvalid").nullish(),
    hours: z
      .array(
        z.object({
          weekday: z.coerce.number().int().min(1).max(7),
          fromMinute: minuteOfDay,
          toMinute: minuteOfDay,
          resident: flag.default(false),
        }),
      )
      .max(70, "tooLong")
      .default([]),
    /** Back to no hours of its own: whenever the court is open. */
    followsCourt: flag.default(false),
  })
  .superRefine((input, context) => {
    checkHours(input.hours, context);
    if (input.validTo && input.validTo <= input.validFrom)
      context.addIssue({ code: "custom", path: ["validTo"], message: "endBeforeStart" });
  });

/**
 * Puts a whole week of hours in for a period of dates; what held there before ends where it begins and goes on where it
 * ends. No hours at all means never. Answers which planned sessions now lie outside; nothing is moved.
 */
export const setWeeklyHours = verb({
  name: "set-weekly-hours",
  ability: "manage-availability",
  input: shape,
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, input } = command;
    const one = await bookableOf(command, input.resourceId);
    const { resourceId } = one;
    if (input.followsCourt && input.hours.length)
      return refuse("invalidInput", { fields: { followsCourt: ["invalid"] } });
    await lockHours(tx, courtId, resourceId);
    const h = schema.weeklyHours;
    const own = and(eq(h.courtId, courtId), eq(h.resourceId, resourceId));
    const rows = await tx.select().from(h).where(own);
    const week = input.followsCourt
      ? []
      : replaceWeek(rows, { from: input.validFrom, to: input.validTo ?? null }, input.hours);
    await tx.delete(h).where(own);
    if (week.length) await tx.insert(h).values(week.map((row) => ({ ...row, courtId, resourceId })));
    await command.record({
      data: {
        resourceId,
        validFrom: input.validFrom,
        validTo: input.validTo ?? null,
        intervals: input.hours.length,
        followsCourt: input.followsCourt,
      },
    });
    return ok({ resourceId, outside: await lyingOutside(command, one) });
  },
});
