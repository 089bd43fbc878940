import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { verb } from "./command.server";
import { timeOf, toldInCase } from "./told-absences.server";

/**
 * Takes back a time that somebody told: he can come then after all. Only where it was told: what an agent told in another
 * case stays until it is taken back there.
 */
export const withdrawAbsence = verb({
  name: "withdraw-absence",
  ability: "edit-contacts",
  input: z.object({ caseId: idText, partyId: idText, agentId: idText.optional(), absenceId: idText }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, actor } = command;
    if (actor.kind === "party" && actor.partyId !== input.partyId) return refuse("partyUnknown");
    const resourceId = await timeOf(command, input);
    if (!resourceId) return refuse("partyUnknown", { fields: { partyId: ["notChosen"] } });
    if (!(await toldInCase(command, input.caseId)).has(input.absenceId)) return refuse("notFound");
    const gone = [];
    for (const t of [schema.absences, schema.weeklyAbsences])
      gone.push(
        ...(await tx
          .delete(t)
          .where(and(eq(t.courtId, courtId), eq(t.id, input.absenceId), eq(t.resourceId, resourceId)))
          .returning({ id: t.id })),
      );
    if (!gone.length) return refuse("notFound");
    await command.record({
      caseId: input.caseId,
      data: { absenceId: input.absenceId, partyId: input.partyId, agentId: input.agentId ?? null },
    });
    return ok({ absenceId: input.absenceId });
  },
});
