import { z } from "zod";
import { CORRECTION_POINTS } from "~/domain/intake/intake-codes";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { verb } from "./command.server";

/** Gives a file back to be completed, with the list of points; the correction clock runs (REG15 7). */
export const askCorrection = verb({
  name: "ask-correction",
  ability: "ask-correction",
  input: z.object({ ...caseShape, points: z.array(z.enum(CORRECTION_POINTS)).min(1, "required") }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { points } = command.input;
    const acted = await act(command, "ask-correction", { event: "askCorrection", input: { points } });
    if (!acted.ok) return acted;
    await recordAct(command, acted, { points });
    return ok(standing(acted));
  },
});
