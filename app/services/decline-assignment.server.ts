import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing, words } from "./case-act.server";
import { currentAssignment, endAssignment, NOBODY } from "./case-ending.server";
import { verb } from "./command.server";

/** The mediator declines, or the organisation returns the case, with a reason (ONL 12); somebody else is looked for. */
export const declineAssignment = verb({
  name: "decline-assignment",
  ability: "decline-assignment",
  input: z.object({ ...caseShape, reason: words }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { reason } = command.input;
    const row = command.theCase();
    const assignment = await currentAssignment(command, row.id);
    const acted = await act(command, "decline-assignment", {
      event: "declineAssignment",
      input: { reason },
      change: NOBODY,
    });
    if (!acted.ok) return acted;
    await endAssignment(command, row.id, "declined", reason);
    await recordAct(command, acted, { assignmentId: assignment?.id ?? null });
    return ok(standing(acted));
  },
});
