import { z } from "zod";
import { FAILED_ENDS } from "~/domain/mediation/outcomes";
import { ok, refuse } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { dropPlanned, endAssignment, feeAfterFailure } from "./case-ending.server";
import { verb } from "./command.server";
import { keepTerminationReport, reportShape } from "./termination-report.server";

/** Ends a mediation without an agreement, on a closed list of grounds and with the written report (INV 26, ONL 21, 25). */
export const endMediation = verb({
  name: "end-mediation",
  ability: "end-mediation",
  input: z.object({ ...caseShape, endCode: z.enum(FAILED_ENDS), ...reportShape }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { actor, input } = command;
    if (actor.kind !== "user") return refuse("forbidden");
    const row = command.theCase();
    const { endCode, reason, costRaisingConduct, suggestions } = input;
    const acted = await act(command, "end-mediation", {
      event: "endMediation",
      input: { endCode, reason, reportWritten: true },
      change: { mediationEnd: endCode, fee: feeAfterFailure(row) },
    });
    if (!acted.ok) return acted;
    if (row.stage === "delegated") await endAssignment(command, row.id, "withdrawn");
    const told = await dropPlanned(command, row.id, "ended");
    const report = { reason, costRaisingConduct, suggestions };
    const issued = await keepTerminationReport(command, acted.row, actor.userId, report);
    await recordAct(command, acted, { endCode, documentId: issued.documentId }, told);
    return ok({ ...standing(acted), documentId: issued.documentId });
  },
});
