import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { schema, type Tx } from "#db/client";
import { normaliseCaseNumber, parseCaseNumber, parseRegistrationNumber } from "~/domain/cases/number";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { openTaskOf } from "./close-task.server";
import { verb } from "./command.server";
import { bearerOf } from "./numbers.server";
import { barredFrom } from "./relations.server";

/** The case of the court that bears this registration number or case number. */
async function caseNumbered(tx: Tx, courtId: string, number: string): Promise<string | null> {
  const registration = parseRegistrationNumber(number);
  const c = schema.cases;
  const plain = registration ? number.normalize("NFKC").trim().toUpperCase() : normaliseCaseNumber(number);
  const [row] = await tx
    .select({ id: c.id })
    .from(c)
    .where(and(eq(c.courtId, courtId), sql`${plain} in (${c.registrationNo}, ${c.caseNo})`))
    .limit(1);
  return row?.id ?? bearerOf(tx, courtId, plain);
}

/**
 * Says to which case a message belongs that a machine could not place: by registration number or case number. The task
 * stays open, for what is to be done about it. Another court's number, or one of a case from which the actor is shut out,
 * answers like one that nobody has.
 */
export const matchMessage = verb({
  name: "match-message",
  ability: "work-tasks",
  input: z.object({
    taskId: idText,
    number: z
      .string()
      .trim()
      .min(1, "required")
      .max(60, "tooLong")
      .refine((text) => parseRegistrationNumber(text) !== null || parseCaseNumber(text) !== null, {
        message: "numberMalformed",
        abort: true,
      }),
  }),
  // A case from which he is shut out has to answer like none: it is looked for by the verb itself.
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, actor, input } = command;
    const caseId = await caseNumbered(tx, courtId, input.number);
    if (!caseId || (await barredFrom(tx, actor, [caseId])).size > 0)
      return refuse("notFound", { fields: { number: ["noSuchCase"] } });
    const found = await openTaskOf(command, input.taskId, [caseId]);
    if (!found.ok) return found;
    const { task } = found;
    if (task.kind !== "unmatchedMail") return refuse("wrongStage");
    const [t, m] = [schema.tasks, schema.inboundMessages];
    await tx
      .update(t)
      .set({ caseId })
      .where(and(eq(t.courtId, courtId), eq(t.id, task.id)));
    const inboundId = String(task.data.inboundId);
    await tx
      .update(m)
      .set({ caseId })
      .where(and(eq(m.courtId, courtId), eq(m.id, inboundId)));
    await command.record({ caseId, data: { taskId: task.id, inboundId } });
    return ok({ taskId: task.id, caseId });
  },
});
