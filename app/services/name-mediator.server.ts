import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { fieldOf, judgeMediator, snapshotOfRanking } from "./assignment-judgement.server";
import { act, caseShape, idText, recordAct, standing } from "./case-act.server";
import { currentAssignment } from "./case-ending.server";
import { verb } from "./command.server";

/** The organisation names one of its own roster for the case it was sent (INV 12). */
export const nameMediator = verb({
  name: "name-mediator",
  ability: "name-mediator",
  input: z.object({ ...caseShape, mediatorId: idText }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input } = command;
    const row = command.theCase();
    const assignment = await currentAssignment(command, row.id);
    if (!assignment?.orgId) return refuse("notFound");
    const field = await fieldOf(command, row, assignment.orgId);
    const judged = judgeMediator(field, input.mediatorId, false);
    if (!judged.ok) return judged;
    const acted = await act(command, "name-mediator", {
      event: "nameMediator",
      input: { candidateEligible: true },
      change: { mediatorId: input.mediatorId, teamId: judged.member.teamId ?? row.teamId },
    });
    if (!acted.ok) return acted;
    const a = schema.assignments;
    await tx
      .update(a)
      .set({
        mediatorId: input.mediatorId,
        status: "offered",
        candidates: snapshotOfRanking(field.ranked),
      })
      .where(and(eq(a.courtId, courtId), eq(a.id, assignment.id)));
    await recordAct(command, acted, {
      assignmentId: assignment.id,
      mediatorId: input.mediatorId,
      needsConsentToGoOn: judged.needsConsent,
    });
    return ok({ ...standing(acted), needsConsentToGoOn: judged.needsConsent });
  },
});
