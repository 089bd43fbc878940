import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { verb } from "./command.server";

/** Looks for a mediator on one side's consent, who then asks the other side (ONL 10, 15). */
export const proceedOnOneConsent = verb({
  name: "proceed-on-one-consent",
  ability: "proceed-on-one-consent",
  input: z.object(caseShape),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const acted = await act(command, "proceed-on-one-consent", { event: "proceedOnOneConsent" });
    if (!acted.ok) return acted;
    await recordAct(command, acted);
    return ok(standing(acted));
  },
});
