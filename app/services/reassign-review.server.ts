import { z } from "zod";
import { ok, refuse } from "~/domain/result";
import { act, caseShape, idText, recordAct, standing, words } from "./case-act.server";
import { verb } from "./command.server";
import { setPackage } from "./decisions.server";
import { currentPackage } from "./review-facts.server";
import { reviewingJudge } from "./reviewing-judge.server";

/**
 * Gives a review to another judge, who takes it up anew: his checklist is empty, and papers asked for by his predecessor
 * he asks for himself (L04 ends). The time for deciding (T13, L07 for a statement) goes on from the day of acceptance and is not given again:
 * JC11 5 and CPL 187 bind the court, whoever of its judges decides. Refuses with `alreadyAnswered` when it is his
 * already, with `notFoundInRoster`, `barred` or the table's own reason.
 */
export const reassignReview = verb({
  name: "reassign-review",
  ability: "reassign-review",
  input: z.object({ ...caseShape, judgeId: idText, reason: words }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { input } = command;
    const row = command.theCase();
    if (input.judgeId === row.judgeId) return refuse("alreadyAnswered");
    const judge = await reviewingJudge(command, row, input.judgeId);
    if (!judge.ok) return judge;
    const acted = await act(command, "reassign-review", {
      event: "reassignReview",
      input: { reason: input.reason },
      change: { judgeId: input.judgeId },
    });
    if (!acted.ok) return acted;
    const handed = await currentPackage(command.tx, acted.row);
    if (handed)
      await setPackage(command, handed.id, {
        judgeId: input.judgeId,
        status: "handedOver",
        checklist: {},
      });
    await recordAct(command, acted, { judgeId: input.judgeId, before: row.judgeId }, [], {}, input.reason);
    return ok(standing(acted));
  },
});
