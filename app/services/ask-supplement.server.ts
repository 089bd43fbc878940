import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing, words } from "./case-act.server";
import { verb } from "./command.server";
import { setPackage } from "./decisions.server";
import { currentPackage } from "./review-facts.server";

/** Asks the parties for what the review lacks, once and in a list (INT 356). */
export const askSupplement = verb({
  name: "ask-supplement",
  ability: "ask-supplement",
  input: z.object({ ...caseShape, points: z.array(words).min(1, "required").max(20) }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { input } = command;
    const acted = await act(command, "ask-supplement", {
      event: "askSupplement",
      input: { points: input.points },
    });
    if (!acted.ok) return acted;
    const handed = await currentPackage(command.tx, acted.row);
    if (handed) await setPackage(command, handed.id, { returnedPoints: input.points });
    await recordAct(command, acted, { points: input.points.length });
    return ok(standing(acted));
  },
});
