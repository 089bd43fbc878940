import { z } from "zod";
import { ok, refuse } from "~/domain/result";
import { DISMISSAL_CODES, NON_ACCEPTANCE_CODES } from "~/domain/review/decision-codes";
import { act, caseShape, recordAct, standing, words } from "./case-act.server";
import { verb } from "./command.server";
import { keepAndIssue } from "./decisions.server";

/**
 * Does not accept an application (INT 355, before it was taken up), or dismisses it (INT 358; on a ground of INT 355 too
 * where that shows only in the review). Its agreement stays between the parties; mediation or a suit are open.
 */
export const dismissApplication = verb({
  name: "dismiss-application",
  ability: "dismiss-application",
  input: z.object({
    ...caseShape,
    code: z.enum([...DISMISSAL_CODES, ...NON_ACCEPTANCE_CODES]),
    reason: words,
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { input } = command;
    const row = command.theCase();
    const isEarly = row.stage === "handedOver";
    const isNonAcceptance = NON_ACCEPTANCE_CODES.some((code) => code === input.code);
    // A ground of INT 358 is found by reviewing, so the package has to be taken up first.
    if (isEarly && !isNonAcceptance)
      return refuse("wrongStage", {
        params: { event: "takeUp", stage: row.stage },
        fields: { code: ["invalid"] },
      });
    const acted = await act(command, "dismiss-application", {
      event: "dismissApplication",
      input: { dismissal: input.code, reason: input.reason },
      change: { outcome: "dismissed" },
    });
    if (!acted.ok) return acted;
    const made = await keepAndIssue(command, acted.row, {
      kind: isEarly ? "notAccept" : "dismiss",
      code: input.code,
      reason: input.reason,
      at: acted.at,
    });
    await recordAct(command, acted, { code: input.code, ...made });
    return ok({ ...standing(acted), ...made });
  },
});
