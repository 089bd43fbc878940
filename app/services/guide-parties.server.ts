import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { verb } from "./command.server";

/** Explains mediation to both sides and asks for their consent; the asking clock runs (ONL 15). */
export const guideParties = verb({
  name: "guide-parties",
  ability: "guide-parties",
  input: z.object(caseShape),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const acted = await act(command, "guide-parties", { event: "guideParties" });
    if (!acted.ok) return acted;
    await recordAct(command, acted);
    return ok(standing(acted));
  },
});
