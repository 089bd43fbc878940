import { z } from "zod";
import { fenSchema } from "~/domain/intake/amount";
import { causeOf } from "~/domain/intake/causes";
import { ok } from "~/domain/result";
import { halfFee, LABOUR_FEE_FEN, propertyFee } from "~/domain/review/fees";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { type CaseRow, verb } from "./command.server";

/** The fee in fen by amount and cause; half in summary procedure (FEE 13, 16). */
function feeOf(row: CaseRow): number {
  if (causeOf(row.causeCode)?.group === "labour") return LABOUR_FEE_FEN;
  const whole = propertyFee(row.amountFen ?? 0);
  return row.procedureHint === "summary" ? halfFee(whole) : whole;
}

/** Tells the claimant what to pay, seven days from the notice (FEE 22). */
export const sendFeeNotice = verb({
  name: "send-fee-notice",
  ability: "send-fee-notice",
  input: z.object({
    ...caseShape,
    /** Where the court has reckoned otherwise, in fen. */
    feeFen: fenSchema.optional(),
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const feeFen = command.input.feeFen ?? feeOf(command.theCase());
    const acted = await act(command, "send-fee-notice", {
      event: "sendFeeNotice",
      change: { fee: "sent", feeFen },
    });
    if (!acted.ok) return acted;
    await recordAct(command, acted, { feeFen });
    return ok({ ...standing(acted), feeFen, dueOn: acted.row.dueOn });
  },
});
