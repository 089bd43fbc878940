import { z } from "zod";
import { ok, refuse } from "~/domain/result";
import { verb } from "./command.server";
import { keepTerminationReport, reportShape } from "./termination-report.server";

/** Writes the report that a failed mediation still lacks (INV 26), or a better one, as long as the case is not handed over. */
export const reportTermination = verb({
  name: "report-termination",
  ability: "issue-document",
  input: z.object({ caseId: z.string().uuid("idMalformed"), ...reportShape }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { actor, input } = command;
    const row = command.theCase();
    if (row.stage !== "failed" && row.stage !== "dismissed")
      return refuse("wrongStage", { params: { event: "endMediation", stage: row.stage } });
    if (actor.kind !== "user") return refuse("forbidden");
    const { reason, costRaisingConduct, suggestions } = input;
    const issued = await keepTerminationReport(command, row, actor.userId, {
      reason,
      costRaisingConduct,
      suggestions,
    });
    await command.record({
      caseId: row.id,
      data: { documentId: issued.documentId, sha256: issued.sha256 },
      effects: [
        {
          effect: "sendTerminationReport",
          key: `sendTerminationReport:${row.id}:${issued.sha256}`,
          payload: { caseId: row.id },
        },
      ],
    });
    return ok({ documentId: issued.documentId });
  },
});
