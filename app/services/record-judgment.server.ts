import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { verb } from "./command.server";

/** The case was decided by judgment outside this system; here it is closed. */
export const recordJudgment = verb({
  name: "record-judgment",
  ability: "record-judgment",
  input: z.object(caseShape),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const acted = await act(command, "record-judgment", {
      event: "recordJudgment",
      change: { closeReason: "judgment" },
    });
    if (!acted.ok) return acted;
    await recordAct(command, acted);
    return ok(standing(acted));
  },
});
