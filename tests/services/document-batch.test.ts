import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { schema } from "#db/client";
import { openArchive } from "~/adapters/archive";
import { dropDocumentBatch } from "~/services/drop-document-batch.server";
import { prepareDocumentBatch } from "~/services/prepare-document-batch.server";
import { documentBatchQuery } from "~/services/queries-document-batches.server";
import { documentsQuery } from "~/services/queries-documents.server";
import { ask } from "~/services/query.server";
import { startDocumentBatch } from "~/services/start-document-batch.server";
import { drainCourt } from "~/services/worker.server";
import { actorIn, type TestCourt, useCourt } from "./court";
import { atConsent, clerk, coordinator, done, partiesOf, partyActor, refused, registered } from "./desk";

/* One kind of document for many cases: chosen, looked at, started, written, packed; exceptions are listed, never passed over. */
const court = useCourt();
let c: TestCourt;
beforeAll(() => {
  c = court();
});

const batch = async (batchId: string) => {
  const answer = await ask(c.deps, coordinator, documentBatchQuery, { batchId });
  if (!answer.ok) throw new Error("no batch");
  return answer;
};
const numbersOf = async (ids: readonly string[]) =>
  (
    await c.owner<{ n: string }[]>`select registration_no as n from cases where id = any(${[...ids]}::uuid[])`
  ).map((row) => row.n);
const textOf = (bytes: Buffer) =>
  (
    openArchive(bytes)
      .find((one) => one.name === "word/document.xml")
      ?.read()
      .toString("utf8") ?? ""
  ).replace(/<[^>]+>/g, "");
const complaints: unknown[] = [];
const drain = () => drainCourt(c.deps, "bj0107", (what) => complaints.push(what));

describe("a batch", () => {
  it("writes one document for every party, each in its own file with its own number, and packs them", async () => {
    const ids = [await registered(c, 1), await registered(c, 2), await registered(c, 3)];
    const numbers = (await numbersOf(ids)).join("\n");
    const prepared = await done(c, clerk, prepareDocumentBatch, { kind: "guidance", numbers });
    expect(prepared).toMatchObject({ cases: 3, documents: 6, missing: 0 });
    const { batchId } = prepared;
    expect(await batch(batchId)).toMatchObject({ status: "draft", number: null, total: 6 });
    const started = await done(c, clerk, startDocumentBatch, { batchId });
    expect(started).toMatchObject({ number: "W2026-000001", documents: 6 });
    await drain();
    expect(complaints).toEqual([]);
    const after = await batch(batchId);
    expect(after).toMatchObject({ status: "done", template: "2026-1", exceptions: [] });
    expect(after.counts).toEqual({ queued: 0, done: 6, missing: 0, failed: 0 });
    const documents = await c.owner<
      { number: string; party_id: string; file_id: string; case_id: string }[]
    >`select number, party_id, file_id, case_id from documents where kind = 'guidance' order by number`;
    expect(documents.map((one) => one.number)).toEqual([1, 2, 3, 4, 5, 6].map((n) => `W2026-000001-000${n}`));
    const zip = await c.deps.files.get(after.zipFileId ?? "");
    const entries = openArchive(zip ?? Buffer.alloc(0));
    expect(entries).toHaveLength(6);
    const [first] = documents;
    const [party] = (await partiesOf(c, first?.case_id ?? "")).filter((one) => one.id === first?.party_id);
    expect(entries[0]?.name).toContain(`_${party?.name}_先行调解告知书.docx`);
    expect(textOf(entries[0]?.read() ?? Buffer.alloc(0))).toContain(`${party?.name}：`);
    const print = await c.deps.files.get(after.printFileIds[0] ?? "");
    expect(textOf(print ?? Buffer.alloc(0)).match(/W2026-000001-000\d/g)).toHaveLength(6);
  });

  it("each document is recorded in its case, and a party reads its own only", async () => {
    const caseId = await registered(c, 4);
    const { batchId } = await done(c, coordinator, prepareDocumentBatch, {
      kind: "guidance",
      caseIds: [caseId],
    });
    await done(c, coordinator, startDocumentBatch, { batchId });
    await drain();
    const records = await c.owner<
      { data: Record<string, unknown> }[]
    >`select data from records where case_id = ${caseId} and verb = 'write-batch-documents'`;
    expect(records).toHaveLength(2);
    expect(records[0]?.data).toMatchObject({ batchId, kind: "guidance" });
    const [claimant, respondent] = await partiesOf(c, caseId);
    if (!claimant || !respondent) throw new Error("two sides");
    const seen = async (party: typeof claimant) => {
      const answer = await ask(c.deps, partyActor(caseId, party), documentsQuery, { caseId });
      return answer.ok ? answer.documents.map((one) => one.documentId) : [];
    };
    const [own, others] = [await seen(claimant), await seen(respondent)];
    expect(own).toHaveLength(1);
    expect(others).toHaveLength(1);
    expect(own).not.toEqual(others);
    const desk = await ask(c.deps, coordinator, documentsQuery, { caseId });
    expect(desk.ok && desk.documents).toHaveLength(2);
  });

  it("names numbers that nobody has, and prepares nothing then", async () => {
    const [number] = await numbersOf([await registered(c, 5)]);
    const answer = await refused(c, clerk, prepareDocumentBatch, {
      kind: "guidance",
      numbers: `${number}, SJS-1999-000001`,
    });
    expect(answer).toMatchObject({
      refusal: "notFound",
      fields: { numbers: ["numbersUnknown"] },
      params: { numbers: ["SJS-1999-000001"] },
    });
    expect(await refused(c, clerk, prepareDocumentBatch, { kind: "guidance" })).toMatchObject({
      refusal: "incomplete",
    });
  });

  it("takes case numbers as they are pasted, the queue's filter, and the exceptions of an earlier batch", async () => {
    const caseId = await atConsent(c, 61);
    const pasted = await done(c, clerk, prepareDocumentBatch, {
      kind: "rightsNotice",
      numbers: "(2026)京0107民初61号\n",
    });
    expect(pasted).toMatchObject({ cases: 1, documents: 2 });
    const filtered = await done(c, clerk, prepareDocumentBatch, {
      kind: "sessionNotice",
      filter: { tab: "all", stage: ["consent"] },
    });
    expect(filtered).toMatchObject({ cases: 1, documents: 0, missing: 1 });
    expect((await batch(filtered.batchId)).exceptions).toMatchObject([{ caseId, reason: "noSession" }]);
    expect(await refused(c, clerk, startDocumentBatch, { batchId: filtered.batchId })).toMatchObject({
      refusal: "incomplete",
    });
    const again = await done(c, clerk, prepareDocumentBatch, {
      kind: "consentForm",
      exceptionsOf: filtered.batchId,
    });
    expect(again).toMatchObject({ cases: 1, documents: 2 });
    await done(c, clerk, dropDocumentBatch, { batchId: again.batchId });
    await expect(batch(again.batchId)).rejects.toThrow();
  });

  it("one poisonous text fails its document and no other, and is listed with its case", async () => {
    const ids: string[] = [];
    for (let n = 70; n < 73; n++) ids.push(await registered(c, n));
    const [good, poison, braces] = ids;
    await c.db.withCourt("bj0107", async (tx) => {
      await tx.execute(
        sql`update cases set mediator_id = gen_random_uuid() where id = any(${`{${ids.join(",")}}`}::uuid[])`,
      );
      await tx.execute(sql`update cases set facts = repeat('长', 200000) where id = ${poison}::uuid`);
      await tx.execute(
        sql`update cases set facts = ${"{{facts}} {#parties}{name}{/parties} \u0001"} where id = ${braces}::uuid`,
      );
    });
    const { batchId } = await done(c, coordinator, prepareDocumentBatch, {
      kind: "delegationLetter",
      caseIds: ids,
    });
    await done(c, coordinator, startDocumentBatch, { batchId });
    await drain();
    const after = await batch(batchId);
    expect(after).toMatchObject({ status: "done", counts: { done: 2, failed: 1 } });
    expect(after.exceptions).toMatchObject([{ caseId: poison, reason: "tooLong" }]);
    const written = await c.owner<
      { case_id: string; file_id: string }[]
    >`select case_id, file_id from documents where kind = 'delegationLetter'`;
    expect(written.map((one) => one.case_id).sort()).toEqual([good, braces].sort());
    const fileId = written.find((one) => one.case_id === braces)?.file_id ?? "";
    expect(textOf((await c.deps.files.get(fileId)) ?? Buffer.alloc(0))).toContain(
      "{{facts}} {#parties}{name}{/parties} ",
    );
  });

  it("stops where it is told to: what is written stays, the rest is listed", async () => {
    const { batchId } = await done(c, clerk, prepareDocumentBatch, {
      kind: "serviceAddress",
      caseIds: [await registered(c, 80)],
    });
    await done(c, clerk, startDocumentBatch, { batchId });
    expect(await refused(c, clerk, startDocumentBatch, { batchId })).toMatchObject({
      refusal: "staleVersion",
    });
    await done(c, clerk, dropDocumentBatch, { batchId });
    await drain();
    const after = await batch(batchId);
    expect(after).toMatchObject({ status: "done", zipFileId: null, counts: { done: 0, failed: 2 } });
    expect(after.exceptions.map((one) => one.reason)).toEqual(["stopped", "stopped"]);
  });

  it("a batch of another court is one that nobody has", async () => {
    const { batchId } = await done(c, clerk, prepareDocumentBatch, {
      kind: "guidance",
      caseIds: [await registered(c, 90)],
    });
    const stranger = actorIn("bj0106", "coordinator");
    await expect(ask(c.deps, stranger, documentBatchQuery, { batchId })).rejects.toThrow();
    await expect(done(c, stranger, startDocumentBatch, { batchId })).rejects.toThrow();
    const rows = await c.db.withCourt("bj0106", (tx) => tx.select().from(schema.documentBatchItems));
    expect(rows).toEqual([]);
  });
});
