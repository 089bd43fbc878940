import { and, eq } from "drizzle-orm";
import { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { type Command, verb } from "./command.server";

const instantText = z.iso.datetime({ offset: true, message: "timeInvalid" });
const MOST_DAYS = 92;

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
      context.addIssue({ code: "custom", path: ["endAt"], message: "tooLong" });
  });
type Input = z.output<typeof absenceShape>;

/** Whose time it is: the agent's, or the natural party's own. An organisation has no time. */
async function whose(command: Command<Input>): Promise<string | null> {
  const { tx, courtId, input } = command;
  const p = schema.parties;
  const a = schema.agents;
  const [found] = input.agentId
    ? await tx
        .select({ id: a.resourceId })
        .from(a)
        .where(
          and(
            eq(a.courtId, courtId),
            eq(a.caseId, input.caseId),
            eq(a.partyId, input.partyId),
            eq(a.id, input.agentId),
          ),
        )
    : await tx
        .select({ id: p.resourceId })
        .from(p)
        .where(and(eq(p.courtId, courtId), eq(p.caseId, input.caseId), eq(p.id, input.partyId)));
  return found?.id ?? null;
}

/** Tells when somebody cannot come, so that no such time is offered. A party tells only its own side's. */
export const reportAbsence = verb({
  name: "report-absence",
  ability: "edit-contacts",
  input: absenceShape,
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, actor, now } = command;
    if (actor.kind === "party" && actor.partyId !== input.partyId) return refuse("partyUnknown");
    const resourceId = await whose(command);
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
    return ok({ absenceId: id });
  },
});
