import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { currentAssignment, endAssignment, NOBODY } from "./case-ending.server";
import { verb } from "./command.server";

/** Ends an assignment that nobody answered in three working days (ONL 12). */
export const lapseAssignment = verb({
  name: "lapse-assignment",
  ability: "lapse-assignment",
  input: z.object(caseShape),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const row = command.theCase();
    const assignment = await currentAssignment(command, row.id);
    const acted = await act(command, "lapse-assignment", { event: "lapseAssignment", change: NOBODY });
    if (!acted.ok) return acted;
    await endAssignment(command, row.id, "lapsed");
    const to = assignment?.mediatorId ? { personId: assignment.mediatorId } : {};
    await recordAct(command, acted, { assignmentId: assignment?.id ?? null }, [], to);
    return ok(standing(acted));
  },
});
