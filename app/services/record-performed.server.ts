import { and, eq, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import { schema, type Tx } from "#db/client";
import { dateSchema } from "~/domain/mediation/agreement";
import { ok, refuse } from "~/domain/result";
import { act, caseShape, flag, idText, recordAct, standing } from "./case-act.server";
import { type CaseRow, verb } from "./command.server";
import { happened } from "./happened.server";

async function isOfCase(tx: Tx, row: CaseRow, fileId: string): Promise<boolean> {
  const f = schema.files;
  const [file] = await tx
    .select({ id: f.id })
    .from(f)
    .where(and(eq(f.courtId, row.courtId), eq(f.caseId, row.id), eq(f.id, fileId)));
  return file !== undefined;
}

/**
 * Enters which dues were performed, and when. The case is closed with the last of them, or with proof that all is done;
 * naming none while some are open is refused (`guardFailed`, allPerformed). A party's word counts from the side that was
 * to receive (the claimant's).
 */
export const recordPerformed = verb({
  name: "record-performed",
  ability: "record-performed",
  input: z.object({
    ...caseShape,
    obligationIds: z.array(idText).max(200).default([]),
    performedOn: dateSchema.optional(),
    withProof: flag.default(false),
    /** What proves it, put in the case's file before. */
    proofFileId: idText.optional(),
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { input, tx, courtId, today, actor } = command;
    const row = command.theCase();
    if (!["performing", "defaulted", "enforcement"].includes(row.stage))
      return refuse("wrongStage", { params: { event: "recordPerformed", stage: row.stage } });
    if (actor.kind === "party" && actor.side !== "claimant") return refuse("forbidden");
    const performedOn = input.performedOn ?? today;
    if (performedOn > today)
      return refuse("happenedInFuture", { fields: { performedOn: ["happenedInFuture"] } });
    if (input.proofFileId && !(await isOfCase(tx, row, input.proofFileId)))
      return refuse("invalidInput", { fields: { proofFileId: ["invalid"] } });
    const o = schema.obligations;
    const open = await tx
      .select({ id: o.id })
      .from(o)
      .where(and(eq(o.courtId, courtId), eq(o.caseId, row.id), isNull(o.performedOn)));
    const withProof = input.withProof && actor.kind !== "party";
    const done = withProof ? open.map((one) => one.id) : input.obligationIds;
    if (done.some((id) => !open.some((one) => one.id === id)))
      return refuse("invalidInput", { fields: { obligationIds: ["invalid"] } });
    if (done.length)
      await tx
        .update(o)
        .set({ performedOn })
        .where(and(eq(o.courtId, courtId), inArray(o.id, done)));
    const left = open.length - done.length;
    const proofFileId = input.proofFileId ?? null;
    if (left > 0 && done.length > 0) {
      const when = await happened(command, row.id, "record-performed");
      if (!when.ok) return when;
      const data = { performed: done, left, proofFileId, ...(when.late ? { late: true } : {}) };
      await command.record({ caseId: row.id, happenedAt: when.at, data });
      return ok({ caseId: row.id, stage: row.stage, left });
    }
    const acted = await act(command, "record-performed", {
      event: "recordPerformed",
      input: { withProof },
      change: { closeReason: row.stage === "enforcement" ? "enforced" : "performed" },
    });
    if (!acted.ok) return acted;
    await recordAct(command, acted, { performed: done, left: 0, withProof, proofFileId });
    return ok({ ...standing(acted), left: 0 });
  },
});
