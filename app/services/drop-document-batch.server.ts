import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { NotFound, verb } from "./command.server";

/** Drops a draft, or stops a running batch: what is written stays in its files, the rest is listed as stopped. */
export const dropDocumentBatch = verb({
  name: "drop-document-batch",
  ability: "batch-documents",
  input: z.object({ batchId: idText }),
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, input } = command;
    const b = schema.documentBatches;
    const i = schema.documentBatchItems;
    const [batch] = await tx
      .select()
      .from(b)
      .where(and(eq(b.courtId, courtId), eq(b.id, input.batchId)))
      .for("update");
    if (!batch) throw new NotFound("batch");
    if (batch.status === "draft") {
      await tx.delete(b).where(and(eq(b.courtId, courtId), eq(b.id, batch.id)));
    } else if (batch.status === "running") {
      await tx
        .update(i)
        .set({ status: "failed", reason: "stopped" })
        .where(and(eq(i.courtId, courtId), eq(i.batchId, batch.id), eq(i.status, "queued")));
    } else return refuse("staleVersion");
    await command.record({ data: { batchId: batch.id, status: batch.status } });
    return ok({ batchId: batch.id, wasDraft: batch.status === "draft" });
  },
});
