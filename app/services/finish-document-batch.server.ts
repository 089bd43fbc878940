import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { NotFound, verb } from "./command.server";
import { authorOf } from "./documents.server";

const packed = z.object({
  fileId: idText,
  name: z.string().min(1).max(120),
  type: z.enum(["zip", "docx"]),
  size: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type PackedFile = z.output<typeof packed>;

/** Closes a batch whose documents are all written, with the archive and the print volumes that the worker made of them. */
export const finishDocumentBatch = verb({
  name: "finish-document-batch",
  ability: "keep-batches",
  input: z.object({ batchId: idText, zip: packed.nullable(), prints: z.array(packed).max(200) }),
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, input, now, actor } = command;
    const b = schema.documentBatches;
    const i = schema.documentBatchItems;
    const [batch] = await tx
      .select()
      .from(b)
      .where(and(eq(b.courtId, courtId), eq(b.id, input.batchId)))
      .for("update");
    if (!batch) throw new NotFound("batch");
    const counts = await tx
      .select({ status: i.status, count: sql<number>`count(*)::int` })
      .from(i)
      .where(and(eq(i.courtId, courtId), eq(i.batchId, batch.id)))
      .groupBy(i.status);
    const countOf = (status: string) => counts.find((one) => one.status === status)?.count ?? 0;
    if (batch.status !== "running" || countOf("queued") > 0) return refuse("staleVersion");
    const files = [...(input.zip ? [input.zip] : []), ...input.prints];
    if (files.length)
      await tx.insert(schema.files).values(
        files.map((file) => ({
          courtId,
          id: file.fileId,
          caseId: null,
          name: file.name,
          type: file.type,
          size: file.size,
          sha256: file.sha256,
          byId: authorOf(actor),
          createdAt: now,
        })),
      );
    await tx
      .update(b)
      .set({
        status: "done",
        finishedAt: now,
        zipFileId: input.zip?.fileId ?? null,
        printFileIds: input.prints.map((file) => file.fileId),
      })
      .where(and(eq(b.courtId, courtId), eq(b.id, batch.id)));
    await command.record({
      data: {
        batchId: batch.id,
        written: countOf("done"),
        missing: countOf("missing"),
        failed: countOf("failed"),
      },
    });
    return ok({ batchId: batch.id, written: countOf("done") });
  },
});
