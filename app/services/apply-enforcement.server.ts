import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { verb } from "./command.server";

/** The entitled side applies for enforcement of its title, within two years (CPL 250). */
export const applyEnforcement = verb({
  name: "apply-enforcement",
  ability: "apply-enforcement",
  input: z.object(caseShape),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const acted = await act(command, "apply-enforcement", { event: "applyEnforcement" });
    if (!acted.ok) return acted;
    await recordAct(command, acted);
    return ok(standing(acted));
  },
});
