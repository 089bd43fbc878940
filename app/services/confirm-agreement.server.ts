import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { verb } from "./command.server";
import { keepAndIssue } from "./decisions.server";

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
    const made = await keepAndIssue(command, acted.row, { kind: "confirm", at: acted.at });
    await recordAct(command, acted, made);
    return ok({ ...standing(acted), ...made });
  },
});
