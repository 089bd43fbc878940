import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing, words } from "./case-act.server";
import { endAssignment, feeAfterFailure } from "./case-ending.server";
import { verb } from "./command.server";

/** Refusing whoever is designated is refusing mediation (INV 12, 13). */
export const refuseDesignation = verb({
  name: "refuse-designation",
  ability: "refuse-designation",
  input: z.object({ ...caseShape, reason: words }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { reason } = command.input;
    const row = command.theCase();
    const acted = await act(command, "refuse-designation", {
      event: "refuseDesignation",
      input: { reason },
      change: { mediationEnd: "partyUnwilling", fee: feeAfterFailure(row) },
    });
    if (!acted.ok) return acted;
    await endAssignment(command, row.id, "refused", reason);
    await recordAct(command, acted, {}, [], {}, command.input.reason);
    return ok(standing(acted));
  },
});
