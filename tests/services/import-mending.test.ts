import { expect, it } from "vitest";
import { readTable } from "~/adapters/spreadsheets/read.server";
import type { RefusalCode } from "~/domain/result";
import { askCorrection } from "~/services/ask-correction.server";
import { dropImportRow } from "~/services/drop-import-row.server";
import { fixImportRow } from "~/services/fix-import-row.server";
import { importCases } from "~/services/import-cases.server";
import { mapImportColumns } from "~/services/map-import-columns.server";
import {
  importRunQuery,
  importRunsQuery,
  importTemplateQuery,
  returnedRowsQuery,
} from "~/services/queries-imports.server";
import { ask } from "~/services/query.server";
import { storeFile } from "~/services/store-file.server";
import { undoImport } from "~/services/undo-import.server";
import { verifyCourt } from "~/services/verify-records.server";
import { drainCourt } from "~/services/worker.server";
import { type TestCourt, useCourt } from "./court";
import { clerk, done, refused } from "./desk";
import { bankSheet } from "./import-sheet";

/* What a clerk does with an import that did not come in whole. */
const court = useCourt();

const csvOf = (sheet: Pick<ReturnType<typeof bankSheet>, "header" | "rows">) =>
  Buffer.from([sheet.header, ...sheet.rows].map((row) => row.join(",")).join("\n"));

async function begin(c: TestCourt, bytes: Buffer, more: object = {}): Promise<string> {
  const stored = await storeFile(c.deps, clerk, { bytes, name: "银行.csv" });
  if (!stored.ok) throw new Error(stored.refusal);
  const { runId } = await done(c, clerk, importCases, { fileId: stored.fileId, ...more });
  return runId;
}
const carry = (c: TestCourt) =>
  drainCourt(c.deps, "bj0107", ({ error }) => {
    throw error;
  });
async function look(c: TestCourt, runId: string) {
  const run = await ask(c.deps, clerk, importRunQuery, { runId });
  if (!run.ok) throw new Error(run.refusal);
  return run;
}
const caseCount = async (c: TestCourt) => Number((await c.owner`select count(*)::int as n from cases`)[0]?.n);

it("mends a row in place: what is still wrong is told anew, what is right becomes a case, and the row is done", async () => {
  const c = court();
  const sheet = bankSheet(30, { from: 1000 });
  const row = sheet.rows[4] as string[];
  row[sheet.header.indexOf("被告证件号码")] = "1101071990";
  row[sheet.header.indexOf("被告电话")] = "138";
  const runId = await begin(c, csvOf(sheet));
  await carry(c);
  const before = await look(c, runId);
  expect(before).toMatchObject({ status: "done", good: 29, bad: 1 });
  expect(before.badRows[0]?.errors.map((one) => [one.column, one.code])).toEqual([
    ["被告证件号码", "residentIdForm"],
    ["被告电话", "phoneForm"],
  ]);
  const { respondentId } = Object.fromEntries(
    bankSheet(1, { from: 1004 }).rows[0]?.map((cell, n) => [n === 14 ? "respondentId" : String(n), cell]) ??
      [],
  );
  const once = await done(c, clerk, fixImportRow, { runId, row: 6, cells: { respondentId } });
  expect(once).toMatchObject({ isIn: false, bad: 1 });
  expect((await look(c, runId)).badRows[0]?.errors).toEqual([{ column: "被告电话", code: "phoneForm" }]);
  const twice = await done(c, clerk, fixImportRow, {
    runId,
    row: 6,
    cells: { respondentPhone: " １３８００００１２３４ " },
  });
  expect(twice).toMatchObject({ isIn: true, bad: 0 });
  expect(await look(c, runId)).toMatchObject({ good: 30, bad: 0 });
  const kept =
    await c.owner`select count(*)::int as n from import_rows where run_id = ${runId} and sealed is not null`;
  expect(kept[0]?.n).toBe(0);
  expect((await refused(c, clerk, fixImportRow, { runId, row: 6, cells: {} })).refusal).toBe(
    "alreadyAnswered",
  );
});

it("lets a row go and forgets what it said", async () => {
  const c = court();
  const sheet = bankSheet(10, { dirty: true, from: 2000 });
  const runId = await begin(c, csvOf(sheet));
  await carry(c);
  expect(await look(c, runId)).toMatchObject({ good: 9, bad: 1 });
  await done(c, clerk, dropImportRow, { runId, row: 9 });
  expect(await look(c, runId)).toMatchObject({ good: 9, bad: 0, badRows: [] });
  const [row] = await c.owner`select status, sealed from import_rows where run_id = ${runId} and row = 9`;
  expect(row).toEqual({ status: "dropped", sealed: null });
});

it("gives the wrong rows back as a sheet that says in both languages what is wrong, and takes it again when mended", async () => {
  const c = court();
  const sheet = bankSheet(60, { dirty: true, from: 3000 });
  const runId = await begin(c, csvOf(sheet));
  await carry(c);
  for (const [locale, words] of [
    ["zh-CN", "案由：请从列出的案由中选择"],
    ["en", "案由: "],
  ] as const) {
    const file = await ask(c.deps, clerk, returnedRowsQuery, { runId, locale });
    if (!file.ok) throw new Error(file.refusal);
    const read = await readTable(Buffer.from(file.bytes));
    if (!read.ok) throw new Error(read.refusal);
    expect(read.rows).toHaveLength(1 + sheet.dirty.length);
    expect(read.rows[1]?.cells.slice(0, 2)[0]).toBe("9");
    expect(String(read.rows[1]?.cells[1])).toContain(words.slice(0, 3));
    if (locale === "en") continue;
    const [header = [], ...rows] = read.rows.map((one) => [...one.cells]);
    // The right cells, as the clerk would enter them.
    for (const [n, dirty] of sheet.dirty.entries()) {
      const right = bankSheet(1, { from: 3000 + dirty.row - 2 });
      const cell = right.rows[0]?.[right.header.indexOf(dirty.column)] ?? "";
      const at = header.indexOf(dirty.column);
      const line = rows[n] as string[];
      while (line.length <= at) line.push("");
      line[at] = cell;
    }
    const again = await begin(
      c,
      Buffer.from([header, ...rows].map((one) => one.map((cell) => `"${cell}"`).join(",")).join("\n")),
    );
    await carry(c);
    expect(await look(c, again)).toMatchObject({ good: sheet.dirty.length, bad: 0 });
  }
});

it("asks once which of a sender's columns is which, and knows the next sheet", async () => {
  const c = court();
  const own = {
    案由: "纠纷类型",
    原告: "贷款行",
    原告证件号码: "行代码",
    被告: "持卡人",
    被告证件号码: "持卡人证件",
  };
  const foreign = (from: number) => {
    const sheet = bankSheet(5, { from });
    const renamed = sheet.header.map((title) => (own as Record<string, string>)[title] ?? title);
    return csvOf({ header: renamed, rows: sheet.rows });
  };
  const runId = await begin(c, foreign(4000), { sender: "某银行" });
  await carry(c);
  const run = await look(c, runId);
  expect(run).toMatchObject({ status: "unmapped", good: 0 });
  expect(run.headers).toContain("持卡人证件");
  expect(run.columns.find((one) => one.key === "amount")?.header).toBe("标的额");
  const part = { 纠纷类型: "cause" };
  expect((await refused(c, clerk, mapImportColumns, { runId, columns: part })).refusal).toBe("incomplete");
  const said = {
    ...Object.fromEntries(run.columns.flatMap(({ key, header }) => (header ? [[header, key]] : []))),
    纠纷类型: "cause",
    贷款行: "claimant",
    行代码: "claimantId",
    持卡人: "respondent",
    持卡人证件: "respondentId",
  };
  await done(c, clerk, mapImportColumns, { runId, columns: said });
  await carry(c);
  expect(await look(c, runId)).toMatchObject({ status: "done", good: 5, bad: 0 });
  const next = await begin(c, foreign(4100), { sender: "某银行" });
  await carry(c);
  expect(await look(c, next)).toMatchObject({ status: "done", good: 5 });
  const runs = await ask(c.deps, clerk, importRunsQuery, {});
  expect(runs.ok && runs.senders).toEqual(["某银行"]);
});

it("takes an import back while no case of it has moved: closed, no receipt, the same sheet may come again", async () => {
  const c = court();
  const bytes = csvOf(bankSheet(12, { from: 5000 }));
  const runId = await begin(c, bytes);
  await carry(c);
  const first = await caseCount(c);
  expect((await refused(c, clerk, undoImport, { runId, reason: "" })).fields).toEqual({
    reason: ["notChosen"],
  });
  expect(await done(c, clerk, undoImport, { runId, reason: "wrongFile" })).toMatchObject({ cases: 12 });
  const states = await c.owner`select distinct stage, close_reason, due_on from cases
    where id in (select case_id from import_rows where run_id = ${runId})`;
  expect([...states]).toEqual([{ stage: "closed", close_reason: "importUndone", due_on: null }]);
  const owed =
    await c.owner`select count(*)::int as n from outbox where effect = 'sendReceipt' and done_at is null
    and payload->>'caseId' in (select case_id::text from import_rows where run_id = ${runId})`;
  expect(owed[0]?.n).toBe(0);
  expect(await look(c, runId)).toMatchObject({ status: "undone", undoReason: "wrongFile", good: 0 });
  const again = await begin(c, bytes);
  expect(again).not.toBe(runId);
  await carry(c);
  expect(await look(c, again)).toMatchObject({ status: "done", good: 12, known: 0 });
  expect(await caseCount(c)).toBe(first + 12);
  expect((await verifyCourt(c.deps, "bj0107")).broken).toBeNull();
});

it("takes nothing back once somebody has worked on a case", async () => {
  const c = court();
  const runId = await begin(c, csvOf(bankSheet(3, { from: 6000 })));
  await carry(c);
  const [row] = await c.owner`select case_id from import_rows where run_id = ${runId} and row = 2`;
  await done(c, clerk, askCorrection, { caseId: row?.case_id, points: ["address"] });
  const answer = await refused(c, clerk, undoImport, { runId, reason: "sentTwice" });
  expect(answer).toMatchObject({ refusal: "caseMoved", params: { moved: 1 } });
  expect(await look(c, runId)).toMatchObject({ status: "done", good: 3 });
});

it.each<[string, Buffer, RefusalCode]>([
  ["a text that is no table", Buffer.from("\n\n,,\n"), "incomplete"],
  ["only a header", csvOf(bankSheet(0)), "incomplete"],
  [
    "a cell of ten megabytes",
    Buffer.from(`${bankSheet(1).header.join(",")}\n"${"字".repeat(3_500_000)}"\n`),
    "fileTooLarge",
  ],
])("refuses %s before a single row is taken", async (_, bytes, refusal) => {
  const c = court();
  const before = await caseCount(c);
  const runId = await begin(c, bytes);
  await carry(c);
  const run = await look(c, runId);
  expect(run.status === "unmapped" ? "incomplete" : run.refusal).toBe(refusal);
  expect(await caseCount(c)).toBe(before);
});

it("names a cause in the template that is asked for it", async () => {
  const c = court();
  const file = await ask(c.deps, clerk, importTemplateQuery, { causeCode: "126" });
  if (!file.ok) throw new Error(file.refusal);
  const read = await readTable(Buffer.from(file.bytes));
  if (!read.ok) throw new Error(read.refusal);
  expect(read.rows[1]?.cells[0]).toBe("物业服务合同纠纷");
});
