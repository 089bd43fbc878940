import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { plusDays } from "~/domain/cases/calendar";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { verb } from "./command.server";
import { minuteOfDay } from "./set-weekly-hours.server";
import { MOST_DAYS, outsideInCase, timeOf } from "./told-absences.server";

const weeklyShape = z
  .object({
    caseId: idText,
    partyId: idText,
    agentId: idText.optional(),
    weekday: z.coerce.number("notChosen").int("notChosen").min(1, "notChosen").max(7, "notChosen"),
    fromMinute: minuteOfDay,
    toMinute: z.coerce
      .number("timeInvalid")
      .int("timeInvalid")
      .min(1, "timeInvalid")
      .max(1440, "timeInvalid"),
    fromOn: z.iso.date("dateInvalid"),
    /** The last day on which it holds. */
    untilOn: z.iso.date("dateInvalid"),
    /** His own; shown to nobody else. */
    reason: z.string().trim().max(200, "tooLong").optional(),
  })
  .superRefine((input, context) => {
    const fault = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    if (input.toMinute <= input.fromMinute) fault("toMinute", "endBeforeStart");
    if (input.untilOn < input.fromOn) fault("untilOn", "endBeforeStart");
    else if (input.untilOn > plusDays(input.fromOn, MOST_DAYS)) fault("untilOn", "periodTooLong");
  });

/**
 * Tells a time of the week at which somebody cannot come, for a number of weeks; minutes since 00:00 court time. Counts in
 * all his cases. Answers which planned sessions of the case lie in it; nothing is moved.
 */
export const reportWeeklyAbsence = verb({
  name: "report-weekly-absence",
  ability: "edit-contacts",
  input: weeklyShape,
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, actor, now, today } = command;
    if (actor.kind === "party" && actor.partyId !== input.partyId) return refuse("partyUnknown");
    const resourceId = await timeOf(command, input);
    if (!resourceId) return refuse("partyUnknown", { fields: { partyId: ["notChosen"] } });
    if (input.untilOn < today) return refuse("invalidInput", { fields: { untilOn: ["inPast"] } });
    const id = uuidv7();
    const { weekday, fromMinute, toMinute, fromOn: validFrom } = input;
    const validTo = plusDays(input.untilOn, 1);
    await tx.insert(schema.weeklyAbsences).values({
      courtId,
      id,
      resourceId,
      weekday,
      fromMinute,
      toMinute,
      validFrom,
      validTo,
      reason: input.reason || null,
      toldBy: actor.kind,
      toldAt: now,
    });
    await command.record({
      caseId: input.caseId,
      data: {
        absenceId: id,
        partyId: input.partyId,
        agentId: input.agentId ?? null,
        weekday,
        fromMinute,
        toMinute,
        validFrom,
        validTo,
      },
    });
    return ok({ absenceId: id, outside: await outsideInCase(command, input.caseId, resourceId) });
  },
});
