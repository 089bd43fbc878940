import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { currentAssignment } from "./case-ending.server";
import { type Command, verb } from "./command.server";

type At = Pick<Command<unknown>, "tx" | "courtId">;

async function isBlocked({ tx, courtId }: At, assignmentId: string): Promise<boolean> {
  const d = schema.disclosures;
  const rows = await tx
    .select({ level: d.level })
    .from(d)
    .where(and(eq(d.courtId, courtId), eq(d.assignmentId, assignmentId), eq(d.level, "block")));
  return rows.length > 0;
}

/** A medical committee mediates by its own period (MDR 38). */
async function isMedical({ tx, courtId }: At, orgId: string | null): Promise<boolean> {
  if (!orgId) return false;
  const o = schema.organisations;
  const [org] = await tx
    .select({ kind: o.kind })
    .from(o)
    .where(and(eq(o.courtId, courtId), eq(o.id, orgId)));
  return org?.kind === "medical";
}

/**
 * The mediator accepts. The mediation clock counts from the day the materials were signed for, else from the day of
 * acceptance (INV 27, ONL 24), never from the day of entry.
 */
export const acceptAssignment = verb({
  name: "accept-assignment",
  ability: "accept-assignment",
  input: z.object(caseShape),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId } = command;
    const row = command.theCase();
    const assignment = await currentAssignment(command, row.id);
    if (assignment && (await isBlocked(command, assignment.id))) return refuse("conflictOfInterest");
    const signedAt = assignment?.materialsSignedAt;
    const acted = await act(command, "accept-assignment", {
      event: "acceptAssignment",
      choice: { medicalCommittee: await isMedical(command, row.orgId) },
      ...(signedAt ? { countsFrom: signedAt } : {}),
    });
    if (!acted.ok) return acted;
    if (!assignment) throw new Error("accepted without an assignment");
    const a = schema.assignments;
    await tx
      .update(a)
      .set({ status: "accepted", acceptedAt: acted.at })
      .where(and(eq(a.courtId, courtId), eq(a.id, assignment.id)));
    await recordAct(command, acted, { assignmentId: assignment.id, dueOn: acted.row.dueOn });
    return ok({ ...standing(acted), dueOn: acted.row.dueOn, dueRule: acted.row.dueRule });
  },
});
