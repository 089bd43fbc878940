import { beforeAll, expect, it } from "vitest";
import { openArchive } from "~/adapters/archive";
import { body, templateBytes } from "~/adapters/documents/blocks";
import { builtInTemplate } from "~/adapters/documents/render.server";
import { prepareDocumentBatch } from "~/services/prepare-document-batch.server";
import { documentBatchQuery } from "~/services/queries-document-batches.server";
import { templateFileQuery, templatePreviewQuery, templateQuery } from "~/services/queries-templates.server";
import { ask } from "~/services/query.server";
import { restoreTemplate } from "~/services/restore-template.server";
import { startDocumentBatch } from "~/services/start-document-batch.server";
import { storeFile } from "~/services/store-file.server";
import { uploadTemplate } from "~/services/upload-template.server";
import { drainCourt } from "~/services/worker.server";
import { actorIn, type TestCourt, useCourt } from "./court";
import { clerk, coordinator, done, refused, registered } from "./desk";

/* A court's own templates: checked when they come, in force from their day, kept by version; documents keep theirs. */
const court = useCourt();
let c: TestCourt;
beforeAll(() => {
  c = court();
});
const TODAY = "2026-11-23";
const LATER = "2026-12-01";
const kind = "guidance";

const upload = async (...texts: string[]) => {
  const bytes = await templateBytes("本院", texts.map(body));
  const stored = await storeFile(c.deps, coordinator, { bytes, name: "本院模板.docx" });
  if (!stored.ok) throw new Error(stored.refusal);
  return { kind, fileId: stored.fileId, isMissingMeant: true };
};
const textOf = (bytes: Uint8Array) =>
  (
    openArchive(Buffer.from(bytes))
      .find((one) => one.name === "word/document.xml")
      ?.read()
      .toString("utf8") ?? ""
  ).replace(/<[^>]+>/g, "");
/** Writes guidance for a new case, prepared before `meanwhile` and started after it; the text of its first document. */
async function written(n: number, meanwhile: () => Promise<unknown> = async () => {}) {
  const caseIds = [await registered(c, n)];
  const { batchId } = await done(c, clerk, prepareDocumentBatch, { kind, caseIds });
  await done(c, clerk, startDocumentBatch, { batchId });
  await meanwhile();
  await drainCourt(c.deps, "bj0107");
  const batch = await ask(c.deps, coordinator, documentBatchQuery, { batchId });
  const [file] = await c.owner<
    { file_id: string; template: string }[]
  >`select file_id, template from documents where case_id = ${caseIds[0] ?? ""} order by number limit 1`;
  const bytes = await c.deps.files.get(file?.file_id ?? "");
  return { label: batch.ok && batch.template, own: file?.template, text: textOf(bytes ?? Buffer.alloc(0)) };
}

it("names everything that is wrong with an upload, and keeps nothing of it", async () => {
  const input = await upload("{recipient}：{nobody} {#parties}");
  const answer = await refused(c, coordinator, uploadTemplate, { ...input, effectiveOn: TODAY });
  expect(answer).toMatchObject({ refusal: "invalidInput", fields: { fileId: ["templateFaulty"] } });
  expect(answer.params?.findings).toEqual([
    "unknownField nobody",
    "unknownField parties",
    "unclosed parties",
  ]);
  const lacking = { ...(await upload("致{recipient}")), isMissingMeant: false, effectiveOn: TODAY };
  const lacks = await refused(c, coordinator, uploadTemplate, lacking);
  expect(lacks).toMatchObject({ fields: { fileId: ["templateLacks"] } });
  expect(lacks.params?.findings).toContain("missingField caseNo");
  const early = { ...(await upload("致{recipient}")), effectiveOn: "2026-11-22" };
  expect(await refused(c, coordinator, uploadTemplate, early)).toMatchObject({
    fields: { effectiveOn: ["datePast"] },
  });
  const shown = await ask(c.deps, coordinator, templateQuery, { kind });
  expect(shown.ok && shown.versions).toEqual([]);
});

it("holds from its day on; a batch keeps the template of its start, a document its version", async () => {
  expect(await written(1)).toMatchObject({ label: "2026-1", own: "2026-1" });
  const first = await done(c, coordinator, uploadTemplate, {
    ...(await upload("本院告知{recipient}：{caseNo}")),
    effectiveOn: TODAY,
  });
  expect(first.version).toBe(1);
  const meanwhile = async () =>
    done(c, coordinator, uploadTemplate, {
      ...(await upload("第二版告知{recipient}")),
      effectiveOn: TODAY,
    });
  const under = await written(2, meanwhile);
  expect(under).toMatchObject({ label: "v1", own: "v1" });
  expect(under.text).toMatch(/^本院告知/);
  await done(c, coordinator, uploadTemplate, { ...(await upload("第三版{recipient}")), effectiveOn: LATER });
  expect((await written(3)).text).toMatch(/^第二版告知/);
  c.clock.set(c.clock.now().plus({ days: 8 }));
  expect((await written(4)).text).toMatch(/^第三版/);
  await done(c, coordinator, restoreTemplate, { kind, effectiveOn: LATER });
  expect(await written(5)).toMatchObject({ label: "2026-1" });
  const shown = await ask(c.deps, coordinator, templateQuery, { kind });
  expect(shown.ok && shown.versions.map((one) => [one.label, one.isBuiltIn, one.isInForce])).toEqual([
    ["v4", true, true],
    ["v3", false, false],
    ["v2", false, false],
    ["v1", false, false],
  ]);
});

it("is downloaded and looked at with a real case; the look leaves a trace and no document", async () => {
  const built = await ask(c.deps, coordinator, templateFileQuery, { kind: "statement" });
  expect(built.ok && Buffer.compare(Buffer.from(built.bytes), await builtInTemplate("statement"))).toBe(0);
  const caseId = await registered(c, 11);
  const [row] = await c.owner<{ n: string }[]>`select registration_no as n from cases where id = ${caseId}`;
  const [before] = await c.owner`select count(*)::int as n from documents`;
  const preview = await ask(c.deps, coordinator, templatePreviewQuery, {
    kind: "statement",
    caseNumber: row?.n ?? "",
  });
  const text = preview.ok ? textOf(preview.bytes) : "";
  expect(text).toContain("某物业服务有限公司11");
  expect(text).toContain("〔judge〕");
  expect(await c.owner`select count(*)::int as n from documents`).toEqual([before]);
  const traces = await c.owner`select 1 from records where verb = 'preview-template'`;
  expect(traces).toHaveLength(1);
});

it("is the court's own affair: no other role, no other court", async () => {
  const input = { ...(await upload("致{recipient}")), effectiveOn: LATER };
  await expect(done(c, clerk, uploadTemplate, input)).rejects.toThrow();
  const stranger = actorIn("bj0106", "coordinator");
  expect(await refused(c, stranger, uploadTemplate, input)).toMatchObject({ refusal: "fileUnreadable" });
  const theirs = await ask(c.deps, stranger, templateQuery, { kind });
  expect(theirs.ok && theirs.versions).toEqual([]);
});
