import { z } from "zod";
import { ok } from "~/domain/result";
import { currentAgreement } from "./agreement-facts.server";
import { allowWithdrawal } from "./allow-withdrawal.server";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { verb } from "./command.server";
import { setPackage } from "./decisions.server";
import { currentPackage } from "./review-facts.server";

/**
 * Takes an application back. Before it is taken up a party's word is enough; under review the judge allows it by a
 * ruling (INT 357), so a party's wish is put before him and the case stays where it is.
 */
export const withdrawApplication = verb({
  name: "withdraw-application",
  ability: "withdraw-application",
  input: z.object(caseShape),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { actor, tx } = command;
    const row = command.theCase();
    const isJudge = actor.kind === "user" && actor.role === "judge";
    if (row.stage !== "handedOver" && isJudge) {
      const done = await allowWithdrawal(command, "withdraw-application", "withdrawApplication", "asked");
      return done.ok ? ok({ ...standing(done.acted), documentId: done.documentId, asked: false }) : done;
    }
    if (row.stage === "review" || row.stage === "supplement") {
      await command.record({
        caseId: row.id,
        data: { asked: true },
        effects: [
          {
            effect: "notifyJudge",
            key: `notifyJudge:withdrawal:${row.id}:${row.recordSeq}`,
            payload: { caseId: row.id },
          },
        ],
      });
      return ok({ caseId: row.id, stage: row.stage, documentId: null, asked: true });
    }
    const agreement = await currentAgreement(tx, row);
    const acted = await act(command, "withdraw-application", {
      event: "withdrawApplication",
      ...(agreement?.effectiveAt ? { countsFrom: agreement.effectiveAt } : {}),
    });
    if (!acted.ok) return acted;
    const handed = await currentPackage(tx, acted.row);
    if (handed) await setPackage(command, handed.id, { status: "recalled" });
    // No ruling was made, so none is announced.
    await recordAct(
      command,
      {
        ...acted,
        step: {
          ...acted.step,
          decision: { ...acted.step.decision, effects: ["notifyMediator", "notifyParties"] },
        },
      },
      { asked: false },
    );
    return ok({ ...standing(acted), documentId: null, asked: false });
  },
});
