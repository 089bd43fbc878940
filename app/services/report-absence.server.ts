import { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { verb } from "./command.server";
import { MOST_DAYS, outsideInCase, timeOf } from "./told-absences.server";

const instantText = z.iso.datetime({ offset: true, message: "timeInvalid" });

const absenceShape = z
  .object({
    caseId: idText,
    partyId: idText,
    agentId: idText.optional(),
    startAt: instantText,
    endAt: instantText,
    /** His own; shown to nobody else. */
    reason: z.string().trim().max(200, "tooLong").optional(),
  })
  .superRefine((input, context) => {
    const [from, to] = [DateTime.fromISO(input.startAt), DateTime.fromISO(input.endAt)];
    if (to <= from) context.addIssue({ code: "custom", path: ["endAt"], message: "endBeforeStart" });
    else if (to.diff(from, "days").days > MOST_DAYS)
      context.addIssue({ code: "custom", path: ["endAt"], message: "periodTooLong" });
  });

/**
 * Tells a time or a period at which somebody cannot come, so that no such time is offered, in any of his cases. A party
 * tells only its own side's. Answers which planned sessions of the case lie in it; nothing is moved.
 */
export const reportAbsence = verb({
  name: "report-absence",
  ability: "edit-contacts",
  input: absenceShape,
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, actor, now } = command;
    if (actor.kind === "party" && actor.partyId !== input.partyId) return refuse("partyUnknown");
    const resourceId = await timeOf(command, input);
    if (!resourceId) return refuse("partyUnknown", { fields: { partyId: ["notChosen"] } });
    const start = DateTime.fromISO(input.startAt);
    const end = DateTime.fromISO(input.endAt);
    if (end <= now) return refuse("invalidInput", { fields: { endAt: ["inPast"] } });
    const id = uuidv7();
    await tx.insert(schema.absences).values({
      courtId,
      id,
      resourceId,
      during: { start, end },
      reason: input.reason ?? null,
      toldBy: actor.kind,
      toldAt: now,
    });
    await command.record({
      caseId: input.caseId,
      data: {
        absenceId: id,
        partyId: input.partyId,
        agentId: input.agentId ?? null,
        startAt: start.toUTC().toISO(),
        endAt: end.toUTC().toISO(),
      },
    });
    return ok({ absenceId: id, outside: await outsideInCase(command, input.caseId, resourceId) });
  },
});
