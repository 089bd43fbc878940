import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { dropPlanned, endAssignment, feeAfterFailure } from "./case-ending.server";
import { verb } from "./command.server";

/** The mediation's time is over without an agreement (ONL 25); the report is written afterwards (report-termination). */
export const expireMediation = verb({
  name: "expire-mediation",
  ability: "expire-mediation",
  input: z.object(caseShape),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const row = command.theCase();
    const acted = await act(command, "expire-mediation", {
      event: "expireMediation",
      change: { mediationEnd: "expired", fee: feeAfterFailure(row) },
    });
    if (!acted.ok) return acted;
    if (row.stage === "delegated") await endAssignment(command, row.id, "lapsed");
    const told = await dropPlanned(command, row.id, "expired");
    await recordAct(command, acted, { dueOn: row.dueOn }, told);
    return ok(standing(acted));
  },
});
