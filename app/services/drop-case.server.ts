import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { verb } from "./command.server";

/** The claimant does not pursue an unregistered case any further. */
export const dropCase = verb({
  name: "drop-case",
  ability: "drop-case",
  input: z.object(caseShape),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const acted = await act(command, "drop-case", {
      event: "dropCase",
      change: { closeReason: "notPursued" },
    });
    if (!acted.ok) return acted;
    await recordAct(command, acted);
    return ok(standing(acted));
  },
});
