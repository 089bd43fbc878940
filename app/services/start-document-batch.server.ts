import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { batchNumber } from "~/domain/documents/batch-kinds";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { NotFound, verb } from "./command.server";
import { nextSerial } from "./numbers.server";
import { templateInForce, templateLabel } from "./template-versions.server";

/**
 * Starts a prepared batch: from now on its template is that of this day, whatever is uploaded meanwhile, and its number
 * stands. The worker writes the documents. A batch that is no draft any more is `staleVersion`, one without a document to
 * write `incomplete`.
 */
export const startDocumentBatch = verb({
  name: "start-document-batch",
  ability: "batch-documents",
  input: z.object({ batchId: idText }),
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, input, now, today } = command;
    const b = schema.documentBatches;
    const [batch] = await tx
      .select()
      .from(b)
      .where(and(eq(b.courtId, courtId), eq(b.id, input.batchId)))
      .for("update");
    if (!batch) throw new NotFound("batch");
    if (batch.status !== "draft") return refuse("staleVersion");
    const i = schema.documentBatchItems;
    const [queued] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(i)
      .where(and(eq(i.courtId, courtId), eq(i.batchId, batch.id), eq(i.status, "queued")));
    if (!queued?.count) return refuse("incomplete", { fields: { batchId: ["required"] } });
    const template = await templateInForce(command, batch.kind);
    const year = Number(today.slice(0, 4));
    const number = batchNumber(year, await nextSerial(tx, courtId, "documentBatch", year));
    await tx
      .update(b)
      .set({
        status: "running",
        number,
        templateId: template?.id ?? null,
        template: templateLabel(template),
        startedAt: now,
      })
      .where(and(eq(b.courtId, courtId), eq(b.id, batch.id)));
    await command.record({
      data: {
        batchId: batch.id,
        number,
        kind: batch.kind,
        template: templateLabel(template),
        documents: queued.count,
      },
      effects: [{ effect: "writeDocuments", key: `batch:${batch.id}`, payload: { batchId: batch.id } }],
    });
    return ok({ batchId: batch.id, number, documents: queued.count });
  },
});
