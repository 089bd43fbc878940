import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { verb } from "./command.server";

/** The fee was not paid in time: the suit counts as withdrawn (FEE 22). */
export const deemWithdrawn = verb({
  name: "deem-withdrawn",
  ability: "deem-withdrawn",
  input: z.object(caseShape),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const acted = await act(command, "deem-withdrawn", {
      event: "deemWithdrawn",
      change: { closeReason: "deemedWithdrawn" },
    });
    if (!acted.ok) return acted;
    await recordAct(command, acted);
    return ok(standing(acted));
  },
});
