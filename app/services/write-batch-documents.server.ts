import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema, type Tx } from "#db/client";
import { type Rendered, type RenderJob, renderMany } from "~/adapters/documents/render-pool.server";
import { batchDocumentNumber, type ItemReason } from "~/domain/documents/batch-kinds";
import { ok } from "~/domain/result";
import * as documentCodes from "~/i18n/document-codes";
import { sayAny } from "~/i18n/text";
import { batchPaper, letterFacts, nextSessions } from "./batch-papers.server";
import { idText } from "./case-act.server";
import { caseHeads } from "./case-heads.server";
import { type CaseRow, type Command, NotFound, verb } from "./command.server";
import { authorOf, commonValues } from "./documents.server";
import { ownTemplate, type TemplateVersion } from "./template-versions.server";

type Batch = typeof schema.documentBatches.$inferSelect;
type Item = typeof schema.documentBatchItems.$inferSelect;

/** Documents of one transaction: its cases are locked meanwhile, and others wait for them. */
const AT_ONCE = 50;

async function queued(tx: Tx, courtId: string, batchId: string, most: number): Promise<Item[]> {
  const i = schema.documentBatchItems;
  return tx
    .select()
    .from(i)
    .where(and(eq(i.courtId, courtId), eq(i.batchId, batchId), eq(i.status, "queued")))
    .orderBy(asc(i.ordinal))
    .limit(most);
}

/** A template's version by its id; the built-in one has none. */
export async function lockedTemplate(tx: Tx, batch: Batch): Promise<TemplateVersion | null> {
  if (!batch.templateId) return null;
  const t = schema.documentTemplates;
  const [row] = await tx
    .select()
    .from(t)
    .where(and(eq(t.courtId, batch.courtId), eq(t.id, batch.templateId)));
  if (!row) throw new Error("the batch's template is gone");
  return row;
}

type Made = { readonly item: Item; readonly row: CaseRow } & (
  | { readonly bytes: Buffer }
  | { readonly reason: ItemReason; readonly field: string }
);

/** The documents' bytes, each by itself: what cannot be made is said, and holds up nobody else. */
async function make(command: Command<unknown>, batch: Batch, items: readonly Item[]): Promise<Made[]> {
  if (!items.length) return [];
  const { tx, courtId, now, deps, today, cases } = command;
  const rows = new Map(cases.map((row) => [row.id, row]));
  const facts = {
    heads: await caseHeads(tx, courtId, cases),
    sessions:
      batch.kind === "sessionNotice"
        ? await nextSessions(tx, courtId, [...rows.keys()], now)
        : new Map<string, string>(),
    ...(await letterFacts(tx, courtId, cases)),
  };
  const made: Made[] = [];
  const jobs: { item: Item; row: CaseRow; job: RenderJob }[] = [];
  for (const item of items) {
    const row = rows.get(item.caseId);
    if (!row) continue;
    const paper = row.closedAt ? null : await batchPaper(tx, batch.kind, row, item.partyId, facts);
    if (!paper) {
      const gone = row.closedAt
        ? "caseClosed"
        : !facts.heads.has(row.id)
          ? "unmade"
          : batch.kind === "sessionNotice"
            ? "noSession"
            : "noParty";
      made.push({ item, row, reason: gone, field: "" });
      continue;
    }
    const common = commonValues({
      demo: deps.demo,
      courtName: facts.heads.get(row.id)?.court.name ?? "",
      docNo: batchDocumentNumber(batch.number ?? "", item.ordinal),
      on: today,
    });
    jobs.push({ item, row, job: { kind: paper.kind, data: { ...paper.data, ...common } } as RenderJob });
  }
  const answers = await renderMany(
    jobs.map((one) => one.job),
    ownTemplate(deps, await lockedTemplate(tx, batch)),
  );
  for (const [n, { item, row }] of jobs.entries()) {
    const answer: Rendered | undefined = answers[n];
    if (answer?.ok) made.push({ item, row, bytes: answer.bytes });
    else made.push({ item, row, reason: answer?.reason ?? "unmade", field: answer?.field ?? "" });
  }
  return made;
}

const givenUp = (cases: readonly CaseRow[], items: readonly Item[]): Made[] =>
  items.flatMap((item): Made[] => {
    const row = cases.find((one) => one.id === item.caseId);
    return row ? [{ item, row, reason: "unmade", field: "" }] : [];
  });

/** Keeps a document as a single one is kept: its bytes, its file, its place in the case, its record. */
async function keep(command: Command<unknown>, batch: Batch, made: readonly Made[]): Promise<number> {
  const { tx, courtId, now, actor, deps } = command;
  const title = sayAny("zh-CN", documentCodes, `kind.${batch.kind}`);
  const byId = authorOf(actor);
  const kept = await Promise.all(
    made.map(async (one) => {
      if (!("bytes" in one)) return null;
      const stored = await deps.files.put(one.bytes, { kinds: ["docx"] });
      if (!stored.ok) throw new Error(`a rendered ${batch.kind} was not taken: ${stored.refusal}`);
      return { ...stored.file, item: one.item, row: one.row, documentId: uuidv7() };
    }),
  );
  const good = kept.flatMap((one) => one ?? []);
  if (good.length) {
    await tx.insert(schema.files).values(
      good.map(({ id, row, size, sha256 }) => ({
        courtId,
        id,
        caseId: row.id,
        name: `${title}.docx`,
        type: "docx",
        size,
        sha256,
        byId,
        createdAt: now,
      })),
    );
    await tx.insert(schema.documents).values(
      good.map(({ id, item, row, sha256, documentId }) => ({
        courtId,
        id: documentId,
        caseId: row.id,
        kind: batch.kind,
        title,
        template: batch.template ?? "",
        fileId: id,
        sha256,
        number: batchDocumentNumber(batch.number ?? "", item.ordinal),
        partyId: item.partyId,
        byId,
        createdAt: now,
      })),
    );
  }
  const outcomes = [
    ...good.map(({ item, documentId, id }) => ({ item, status: "done", documentId, id, reason: null })),
    ...made.flatMap((one) =>
      "reason" in one
        ? [{ item: one.item, status: "failed", documentId: null, id: null, reason: one.reason }]
        : [],
    ),
  ];
  await tx.execute(sql`
    update document_batch_items i set status = o.status, document_id = o.document_id, file_id = o.file_id, reason = o.reason
    from (values ${sql.join(
      outcomes.map(
        (one) =>
          sql`(${one.item.ordinal}::int, ${one.status}::text, ${one.documentId}::uuid, ${one.id}::uuid, ${one.reason}::text)`,
      ),
      sql`, `,
    )}) as o (ordinal, status, document_id, file_id, reason)
    where i.court_id = ${courtId} and i.batch_id = ${batch.id} and i.ordinal = o.ordinal`);
  for (const { item, row, documentId, sha256 } of good)
    await command.record({
      caseId: row.id,
      data: {
        batchId: batch.id,
        documentId,
        kind: batch.kind,
        number: batchDocumentNumber(batch.number ?? "", item.ordinal),
        sha256,
      },
    });
  for (const one of made)
    if ("reason" in one)
      await command.record({
        caseId: one.row.id,
        data: { batchId: batch.id, kind: batch.kind, reason: one.reason },
      });
  return good.length;
}

/**
 * The next documents of a running batch, in one transaction: all of these stand or none, so that whoever takes the work
 * up after a crash writes none twice and leaves none out. `most` is 1 where one of them brought the others down; with
 * `isGivenUp` that one is listed as not made, and the batch goes on.
 */
export const writeBatchDocuments = verb({
  name: "write-batch-documents",
  ability: "issue-document",
  input: z.object({
    batchId: idText,
    most: z.number().int().min(1).max(AT_ONCE).default(AT_ONCE),
    isGivenUp: z.boolean().default(false),
  }),
  cases: async (input, tx, courtId) =>
    (await queued(tx, courtId, input.batchId, input.most)).map((one) => one.caseId),
  run: async (command) => {
    const { tx, courtId, input, cases } = command;
    const b = schema.documentBatches;
    const [batch] = await tx
      .select()
      .from(b)
      .where(and(eq(b.courtId, courtId), eq(b.id, input.batchId)))
      .for("update");
    if (!batch) throw new NotFound("batch");
    // Asked again behind the lock: somebody else may have written some of them, or stopped the batch.
    const i = schema.documentBatchItems;
    const locked = new Set(cases.map((row) => row.id));
    const items =
      batch.status === "running"
        ? (await queued(tx, courtId, batch.id, input.most)).filter((one) => locked.has(one.caseId))
        : [];
    const made = input.isGivenUp ? givenUp(cases, items.slice(0, 1)) : await make(command, batch, items);
    const written = made.length ? await keep(command, batch, made) : 0;
    const [left] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(i)
      .where(and(eq(i.courtId, courtId), eq(i.batchId, batch.id), inArray(i.status, ["queued"])));
    if (!made.length)
      for (const row of cases)
        await command.record({ caseId: row.id, data: { batchId: batch.id, written: 0 } });
    return ok({ written, left: left?.count ?? 0 });
  },
});
