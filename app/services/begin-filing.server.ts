import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { verb } from "./command.server";

/** Takes a suit on to registration, where the number will come from the court's system. */
export const beginFiling = verb({
  name: "begin-filing",
  ability: "begin-filing",
  input: z.object(caseShape),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const acted = await act(command, "begin-filing", { event: "beginFiling" });
    if (!acted.ok) return acted;
    await recordAct(command, acted);
    return ok(standing(acted));
  },
});
