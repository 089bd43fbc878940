import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { verb } from "./command.server";

/** After a dismissal the parties mediate again, with a period of its own. */
export const resumeMediation = verb({
  name: "resume-mediation",
  ability: "resume-mediation",
  input: z.object(caseShape),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const acted = await act(command, "resume-mediation", {
      event: "resumeMediation",
      change: { outcome: null, route: null, mediationEnd: null },
    });
    if (!acted.ok) return acted;
    await recordAct(command, acted);
    return ok(standing(acted));
  },
});
