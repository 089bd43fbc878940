import { z } from "zod";
import { ok } from "~/domain/result";
import { currentAgreement } from "./agreement-facts.server";
import { act, caseShape, recordAct, standing, words } from "./case-act.server";
import { verb } from "./command.server";
import { keepDecision, setPackage } from "./decisions.server";
import { currentPackage } from "./review-facts.server";

/** Sends a package back with the list of what has to be mended; the 30 days for applying go on from the day of effect. */
export const returnPackage = verb({
  name: "return-package",
  ability: "return-package",
  input: z.object({ ...caseShape, points: z.array(words).min(1, "required").max(20) }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { input, tx } = command;
    const row = command.theCase();
    const agreement = await currentAgreement(tx, row);
    const acted = await act(command, "return-package", {
      event: "returnPackage",
      input: { points: input.points },
      ...(agreement?.effectiveAt ? { countsFrom: agreement.effectiveAt } : {}),
    });
    if (!acted.ok) return acted;
    await keepDecision(command, acted.row, { kind: "return", reason: input.points.join("\n"), at: acted.at });
    const handed = await currentPackage(tx, acted.row);
    if (handed) await setPackage(command, handed.id, { returnedPoints: input.points });
    await recordAct(command, acted, { packageId: handed?.id ?? null, points: input.points.length });
    return ok(standing(acted));
  },
});
