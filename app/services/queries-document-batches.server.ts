import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { schema, type Tx } from "#db/client";
import type { ItemStatus } from "~/domain/documents/batch-kinds";
import { idText } from "./case-act.server";
import { NotFound } from "./command.server";
import { iso } from "./iso.server";
import { query } from "./query.server";

type Batch = typeof schema.documentBatches.$inferSelect;
type Counts = Readonly<Record<ItemStatus, number>>;

const SHOWN = 20;
const EXCEPTIONS = 500;

async function countsOf(tx: Tx, courtId: string, ids: readonly string[]): Promise<Map<string, Counts>> {
  if (!ids.length) return new Map();
  const i = schema.documentBatchItems;
  const rows = await tx
    .select({ batchId: i.batchId, status: i.status, count: sql<number>`count(*)::int` })
    .from(i)
    .where(and(eq(i.courtId, courtId), inArray(i.batchId, [...ids])))
    .groupBy(i.batchId, i.status);
  const none: Counts = { queued: 0, done: 0, missing: 0, failed: 0 };
  const counts = new Map<string, Counts>(ids.map((id) => [id, none]));
  for (const { batchId, status, count } of rows)
    counts.set(batchId, { ...(counts.get(batchId) ?? none), [status]: count });
  return counts;
}

const shown = (batch: Batch, counts: Counts | undefined) => ({
  batchId: batch.id,
  number: batch.number,
  kind: batch.kind,
  status: batch.status,
  template: batch.template,
  createdAt: iso(batch.createdAt),
  startedAt: batch.startedAt ? iso(batch.startedAt) : null,
  finishedAt: batch.finishedAt ? iso(batch.finishedAt) : null,
  total: batch.total,
  counts: counts ?? { queued: 0, done: 0, missing: 0, failed: 0 },
});

/** The latest batches, newest first, and the imports whose cases may be chosen for the next. */
export const documentBatchesQuery = query({
  name: "document-batches",
  ability: "batch-documents",
  input: z.object({}),
  run: async ({ tx, courtId }) => {
    const b = schema.documentBatches;
    const batches = await tx
      .select()
      .from(b)
      .where(eq(b.courtId, courtId))
      .orderBy(desc(b.createdAt))
      .limit(SHOWN);
    const counts = await countsOf(
      tx,
      courtId,
      batches.map((one) => one.id),
    );
    const r = schema.importRuns;
    const imports = await tx
      .select({ runId: r.id, name: r.name, good: r.good, startedAt: r.startedAt })
      .from(r)
      .where(and(eq(r.courtId, courtId), sql`${r.good} > 0`))
      .orderBy(desc(r.startedAt))
      .limit(SHOWN);
    return {
      batches: batches.map((one) => shown(one, counts.get(one.id))),
      imports: imports.map((one) => ({ ...one, startedAt: iso(one.startedAt) })),
    };
  },
});

/** One batch: how far it is, every case without a document and why, and what can be taken away. */
export const documentBatchQuery = query({
  name: "document-batch",
  ability: "batch-documents",
  input: z.object({ batchId: idText }),
  run: async ({ tx, courtId, input }) => {
    const b = schema.documentBatches;
    const [batch] = await tx
      .select()
      .from(b)
      .where(and(eq(b.courtId, courtId), eq(b.id, input.batchId)));
    if (!batch) throw new NotFound("batch");
    const i = schema.documentBatchItems;
    const c = schema.cases;
    const p = schema.parties;
    const exceptions = await tx
      .select({
        ordinal: i.ordinal,
        caseId: i.caseId,
        registrationNo: c.registrationNo,
        caseNo: c.caseNo,
        partyName: p.name,
        reason: i.reason,
      })
      .from(i)
      .innerJoin(c, and(eq(c.courtId, i.courtId), eq(c.id, i.caseId)))
      .leftJoin(p, and(eq(p.courtId, i.courtId), eq(p.id, i.partyId)))
      .where(and(eq(i.courtId, courtId), eq(i.batchId, batch.id), inArray(i.status, ["missing", "failed"])))
      .orderBy(asc(i.ordinal))
      .limit(EXCEPTIONS);
    const [first] = await tx
      .select({ caseId: i.caseId, partyId: i.partyId })
      .from(i)
      .where(and(eq(i.courtId, courtId), eq(i.batchId, batch.id), inArray(i.status, ["queued", "done"])))
      .orderBy(asc(i.ordinal))
      .limit(1);
    const counts = await countsOf(tx, courtId, [batch.id]);
    return {
      ...shown(batch, counts.get(batch.id)),
      exceptions,
      exampleCaseId: first?.caseId ?? null,
      zipFileId: batch.zipFileId,
      printFileIds: batch.printFileIds,
    };
  },
});
