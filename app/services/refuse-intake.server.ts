import { z } from "zod";
import { REFUSAL_GROUNDS } from "~/domain/intake/intake-codes";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing, words } from "./case-act.server";
import { verb } from "./command.server";

/** Does not take a case in, for a stated ground. */
export const refuseIntake = verb({
  name: "refuse-intake",
  ability: "refuse-intake",
  input: z.object({ ...caseShape, ground: z.enum(REFUSAL_GROUNDS), reason: words }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { ground, reason } = command.input;
    const acted = await act(command, "refuse-intake", { event: "refuseIntake", input: { reason } });
    if (!acted.ok) return acted;
    await recordAct(command, acted, { ground }, [], {}, reason);
    return ok(standing(acted));
  },
});
