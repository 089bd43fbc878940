import { and, eq, sql } from "drizzle-orm";
import { schema } from "#db/client";
import { asCourtId } from "~/domain/ids";
import { packBatch } from "../batch-files.server";
import { execute, NotFound } from "../command.server";
import type { Deps } from "../deps.server";
import { finishDocumentBatch } from "../finish-document-batch.server";
import { writeBatchDocuments } from "../write-batch-documents.server";
import { type Handler, Postponed, textOf } from "./job.server";

/** After so long the court's other work has its turn; the batch goes on in the next. */
const TURN_MS = 2_000;

async function standing(deps: Deps, courtId: string, batchId: string) {
  const b = schema.documentBatches;
  const i = schema.documentBatchItems;
  return deps.db.withCourt(courtId, async (tx) => {
    const [batch] = await tx
      .select()
      .from(b)
      .where(and(eq(b.courtId, courtId), eq(b.id, batchId)));
    const [left] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(i)
      .where(and(eq(i.courtId, courtId), eq(i.batchId, batchId), eq(i.status, "queued")));
    return { batch: batch ?? null, left: left?.count ?? 0 };
  });
}

/**
 * Writes a batch some documents at a time; each group is a transaction of its own, so a worker that dies leaves whole
 * groups and the next one goes on behind them. Where a group fails its documents are tried one by one.
 */
export const writeDocuments: Handler = async (deps, job) => {
  const batchId = textOf(job, "batchId");
  const { courtId } = job;
  const actor = { kind: "job", courtId: asCourtId(courtId), name: "write-documents" } as const;
  const until = performance.now() + TURN_MS;
  for (;;) {
    const { batch, left } = await standing(deps, courtId, batchId);
    if (batch?.status !== "running") return;
    if (left === 0) {
      const files = await packBatch(deps, { ...batch, number: batch.number ?? "" });
      await execute(deps, actor, finishDocumentBatch, { batchId, ...files });
      return;
    }
    if (performance.now() > until) throw new Postponed(deps.clock.now());
    try {
      await execute(deps, actor, writeBatchDocuments, { batchId });
    } catch (error) {
      if (error instanceof NotFound) throw error;
      const one = { batchId, most: 1 };
      await execute(deps, actor, writeBatchDocuments, one).catch(() =>
        execute(deps, actor, writeBatchDocuments, { ...one, isGivenUp: true }),
      );
    }
  }
};
