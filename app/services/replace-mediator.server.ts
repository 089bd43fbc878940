import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing, words } from "./case-act.server";
import { dropPlanned, endAssignment, NOBODY } from "./case-ending.server";
import { verb } from "./command.server";

/** Another mediator for a stated reason; a party may ask for it once (INV 13, ONL 14). The clock goes on. */
export const replaceMediator = verb({
  name: "replace-mediator",
  ability: "replace-mediator",
  input: z.object({ ...caseShape, reason: words }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { reason } = command.input;
    const row = command.theCase();
    const acted = await act(command, "replace-mediator", {
      event: "replaceMediator",
      input: { reason },
      change: { ...NOBODY, replacements: row.replacements + 1 },
    });
    if (!acted.ok) return acted;
    const told = await dropPlanned(command, row.id, "replaced");
    await endAssignment(command, row.id, "replaced", reason);
    const to = row.mediatorId ? { personId: row.mediatorId } : {};
    await recordAct(command, acted, { mediatorId: row.mediatorId }, told, to, command.input.reason);
    return ok(standing(acted));
  },
});
