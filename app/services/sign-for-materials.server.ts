import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { caseShape } from "./case-act.server";
import { currentAssignment } from "./case-ending.server";
import { verb } from "./command.server";
import { happened } from "./happened.server";

/** The organisation's manager or the mediator signs for the materials 签收: from that day the mediation's time counts (INV 27). */
export const signForMaterials = verb({
  name: "sign-for-materials",
  ability: "accept-assignment",
  input: z.object(caseShape),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId } = command;
    const row = command.theCase();
    if (row.stage !== "delegated")
      return refuse("wrongStage", { params: { event: "acceptAssignment", stage: row.stage } });
    const assignment = await currentAssignment(command, row.id);
    if (!assignment) return refuse("notFound");
    if (assignment.materialsSignedAt) return refuse("alreadyAnswered");
    const when = await happened(command, row.id, "sign-for-materials");
    if (!when.ok) return when;
    if (when.at < assignment.offeredAt.minus({ minutes: 1 }))
      return refuse("invalidInput", { fields: { happenedAt: ["invalid"] } });
    const a = schema.assignments;
    await tx
      .update(a)
      .set({ materialsSignedAt: when.at })
      .where(and(eq(a.courtId, courtId), eq(a.id, assignment.id)));
    await command.record({
      caseId: row.id,
      happenedAt: when.at,
      data: { assignmentId: assignment.id, ...(when.late ? { late: true } : {}) },
    });
    return ok({ caseId: row.id, materialsSignedAt: when.at.toUTC().toISO() });
  },
});
