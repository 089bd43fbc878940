import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { verb } from "./command.server";
import { setPackage } from "./decisions.server";
import { currentPackage } from "./review-facts.server";

/**
 * The judge, or his assistant for him, takes a package up; the time for the decision runs from here (JC11 5). A package
 * that came from another judge was accepted on his day, which stays the day of acceptance.
 */
export const takeUp = verb({
  name: "take-up",
  ability: "take-up",
  input: z.object(caseShape),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { actor } = command;
    const row = command.theCase();
    const own =
      row.judgeId === null && actor.kind === "user" && actor.role === "judge" ? actor.userId : row.judgeId;
    const acted = await act(command, "take-up", {
      event: "takeUp",
      // Taken from the team's queue without a judge: the one who takes it is judged, and gets it.
      as: { ...row, judgeId: own },
      change: { judgeId: own },
    });
    if (!acted.ok) return acted;
    const handed = await currentPackage(command.tx, acted.row);
    if (handed)
      await setPackage(command, handed.id, {
        status: "takenUp",
        takenUpAt: handed.takenUpAt ?? acted.at,
        judgeId: own,
        checklist: {},
      });
    await recordAct(command, acted, { packageId: handed?.id ?? null });
    return ok(standing(acted));
  },
});
