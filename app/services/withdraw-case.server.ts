import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, flag, recordAct, standing } from "./case-act.server";
import { dropPlanned } from "./case-ending.server";
import { verb } from "./command.server";

/** The claimant takes the case back; staff enter it for him. */
export const withdrawCase = verb({
  name: "withdraw-case",
  ability: "withdraw-case",
  input: z.object({
    ...caseShape,
    /** Because the sides have settled between themselves (INV 26). */
    settled: flag,
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const row = command.theCase();
    const { settled } = command.input;
    const acted = await act(command, "withdraw-case", {
      event: "withdrawCase",
      change: {
        closeReason: "withdrawn",
        ...(settled && row.mediationEnd === null ? ({ mediationEnd: "selfSettledWithdrawn" } as const) : {}),
      },
    });
    if (!acted.ok) return acted;
    const told = await dropPlanned(command, row.id, "withdrawn");
    await recordAct(command, acted, { from: row.stage, settled }, told);
    return ok(standing(acted));
  },
});
