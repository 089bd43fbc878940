import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { verb } from "./command.server";

/** An unregistered case goes on to court: the claimant sues, the registration clock runs (CPL 126). */
export const proceedToFiling = verb({
  name: "proceed-to-filing",
  ability: "proceed-to-filing",
  input: z.object(caseShape),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const acted = await act(command, "proceed-to-filing", { event: "proceedToFiling" });
    if (!acted.ok) return acted;
    await recordAct(command, acted);
    return ok(standing(acted));
  },
});
