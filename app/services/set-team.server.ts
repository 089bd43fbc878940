import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok } from "~/domain/result";
import { idText } from "./case-act.server";
import { chosenTeam } from "./chosen-team.server";
import { verb } from "./command.server";

/** Puts a case into a fast-track team, or takes it out. */
export const setTeam = verb({
  name: "set-team",
  ability: "edit-case",
  input: z.object({ caseId: idText, teamId: idText.nullable() }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input } = command;
    const row = command.theCase();
    const chosen = await chosenTeam(command, input.teamId);
    if (!chosen.ok) return chosen;
    const c = schema.cases;
    await tx
      .update(c)
      .set({ teamId: input.teamId, version: row.version + 1 })
      .where(and(eq(c.courtId, courtId), eq(c.id, row.id)));
    await command.record({ caseId: row.id, data: { teamId: input.teamId, before: row.teamId } });
    return ok({ caseId: row.id, teamId: input.teamId });
  },
});
