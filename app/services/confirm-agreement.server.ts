import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { verb } from "./command.server";
import { issueDecision, keepDecision } from "./decisions.server";

/** Rules that the agreement is valid; the ruling repeats its terms (CPL 206). The case is closed once it is served. */
export const confirmAgreement = verb({
  name: "confirm-agreement",
  ability: "confirm-agreement",
  input: z.object(caseShape),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const acted = await act(command, "confirm-agreement", {
      event: "confirmAgreement",
      change: { outcome: "confirmed", route: "confirm" },
    });
    if (!acted.ok) return acted;
    const decision = await keepDecision(command, acted.row, { kind: "confirm", at: acted.at });
    const issued = decision ? await issueDecision(command, acted.row, decision) : null;
    await recordAct(command, acted, {
      decisionId: decision?.id ?? null,
      documentId: issued?.documentId ?? null,
    });
    return ok({
      ...standing(acted),
      decisionId: decision?.id ?? null,
      documentId: issued?.documentId ?? null,
    });
  },
});
