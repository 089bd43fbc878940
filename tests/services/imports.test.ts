import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { fieldErrorText } from "~/i18n/field-error-text";
import { LOCALES } from "~/i18n/locale";
import { execute, Forbidden, NotFound } from "~/services/command.server";
import { importCaseNumbers } from "~/services/import-case-numbers.server";
import { importCases } from "~/services/import-cases.server";
import { importRunQuery } from "~/services/queries-imports.server";
import { ask } from "~/services/query.server";
import { storeFile } from "~/services/store-file.server";
import { verifyCourt } from "~/services/verify-records.server";
import { drainCourt } from "~/services/worker.server";
import { actorIn, type TestCourt, useCourt } from "./court";
import { clerk, coordinator, done, refused } from "./desk";
import { creditCode, residentId } from "./invented";

const court = useCourt();

async function upload(c: TestCourt, name: string): Promise<string> {
  const bytes = readFileSync(path.join(import.meta.dirname, "../fixtures", name));
  const stored = await storeFile(c.deps, clerk, { bytes, name });
  if (!stored.ok) throw new Error("not stored");
  return stored.fileId;
}
/** Begins an import and has it carried out, as the worker does; answers how it ended. */
async function imported(c: TestCourt, input: object) {
  const { runId } = await done(c, clerk, importCases, input);
  await drainCourt(c.deps, "bj0107", ({ error }) => {
    throw error;
  });
  const [run] = await c.owner<
    { status: string; refusal: string | null; total: number; good: number; bad: number; known: number }[]
  >`select status, refusal, total, good, bad, known from import_runs where id = ${runId}`;
  return { runId, ...run };
}
const caseCount = async (c: TestCourt) => (await c.owner`select count(*)::int as n from cases`)[0]?.n;

const line = (n: number) => ({
  案由: "物业服务合同纠纷",
  标的额: "100",
  申请人: "某物业服务有限公司",
  申请人证件号码: creditCode(5000),
  被申请人: `王某${n}`,
  被申请人证件号码: residentId(2000 + n),
  请求事项: "支付物业费",
  纠纷事实: "未付",
});

it("registers the good rows of a sheet once, and keeps the bad ones with column and code", async () => {
  const c = court();
  const fileId = await upload(c, "intake.xlsx");
  const first = await imported(c, { fileId });
  expect(first).toMatchObject({ status: "done", total: 8, good: 6, bad: 2, known: 0 });
  const page = await ask(c.deps, clerk, importRunQuery, { runId: first.runId });
  if (!page.ok) throw new Error("run");
  expect(page.badRows.map((one) => [one.row, one.errors])).toEqual([
    [5, [{ column: "被告证件号码", code: "residentIdForm" }]],
    [
      8,
      expect.arrayContaining([
        { column: "案由", code: "notChosen" },
        { column: "被告电话", code: "phoneForm" },
      ]),
    ],
  ]);
  expect(page.badRows[0]?.cells).toContainEqual({
    key: "respondent",
    column: "被告",
    value: "李某丁",
  });
  const views = await c.owner`select 1 from records where verb = 'view-import-rows'`;
  expect(views).toHaveLength(1);
  expect(page.goodRows[0]).toMatchObject({
    row: 2,
    registrationNo: "SJS-TJ-2026-000001",
    caseNo: "(2026)京0107民初8001号",
  });
  const staged = await c.owner`select stage, procedure_hint, amount_fen from cases order by registration_no`;
  expect(staged.map((row) => row.stage)).toEqual(["consent", ...Array(5).fill("submitted")]);
  expect(staged[1]).toMatchObject({ procedure_hint: "ordinary", amount_fen: "421050" });
});

it("changes nothing when the same sheet comes again", async () => {
  const c = court();
  const before = await caseCount(c);
  const again = await imported(c, { fileId: await upload(c, "intake.xlsx") });
  expect(again).toMatchObject({ status: "done", total: 8, good: 6, bad: 2 });
  expect(await caseCount(c)).toBe(before);
  expect(await c.owner`select 1 from import_runs`).toHaveLength(1);
});

it("brings in only what is new of a corrected sheet", async () => {
  const c = court();
  const rows = [line(1), line(2), { ...line(3), 被申请人证件号码: "1" }];
  expect(await imported(c, { rows })).toMatchObject({ good: 2, bad: 1, known: 0 });
  const before = (await caseCount(c)) as number;
  const corrected = [line(1), line(2), line(3), line(3)];
  expect(await imported(c, { rows: corrected })).toMatchObject({ good: 1, bad: 0, known: 3 });
  expect(await caseCount(c)).toBe(before + 1);
});

it("leaves no number and no half of a case behind a refused row", async () => {
  const c = court();
  const { 纠纷事实: _facts, ...bare } = line(10);
  const answer = await imported(c, { rows: [line(11), bare, line(12)] });
  expect(answer).toMatchObject({ good: 2, bad: 1 });
  const [row] =
    await c.owner`select errors from import_rows where run_id = ${answer.runId} and status = 'bad'`;
  expect(row?.errors).toEqual([{ column: "事实与理由", code: "factsMissing" }]);
  const numbers = await c.owner`select registration_no from cases where court_id = 'bj0107' order by 1`;
  expect(numbers.map((one) => Number(String(one.registration_no).slice(-6)))).toEqual(
    numbers.map((_, n) => n + 1),
  );
  expect((await verifyCourt(c.deps, "bj0107")).broken).toBeNull();
});

it("says of an amount what is wrong with it, at its row and column", async () => {
  const c = court();
  const wrong = [
    ["九千元", "amountNotNumber"],
    ["9360.505", "amountTooFine"],
    ["-9360", "amountNegative"],
    ["1000000000000", "amountTooLarge"],
  ] as const;
  const rows = [line(30), ...wrong.map(([amount], n) => ({ ...line(31 + n), 标的额: amount }))];
  const answer = await imported(c, { rows });
  expect(answer).toMatchObject({ good: 1, bad: wrong.length });
  const page = await ask(c.deps, clerk, importRunQuery, { runId: answer.runId });
  if (!page.ok) throw new Error(page.refusal);
  expect(page.badRows.map((one) => [one.row, one.errors])).toEqual(
    wrong.map(([, code], n) => [3 + n, [{ column: "标的额", code }]]),
  );
  for (const [, code] of wrong)
    for (const locale of LOCALES)
      expect(fieldErrorText(locale, code)).not.toBe(fieldErrorText(locale, "invalid"));
});

it("takes a long sheet in several transactions, its registration numbers one after another", async () => {
  const c = court();
  const rows = Array.from({ length: 1100 }, (_, n) => line(100 + n));
  expect(await imported(c, { rows })).toMatchObject({ status: "done", total: 1100, good: 1100 });
  const chunks =
    await c.owner`select data from records where verb = 'take-import-rows' order by at desc, seq desc limit 3`;
  expect(chunks.map((one) => one.data.good).sort()).toEqual([100, 500, 500]);
  const numbers = await c.owner`select registration_no from cases where court_id = 'bj0107' order by 1`;
  expect(numbers.map((one) => Number(String(one.registration_no).slice(-6)))).toEqual(
    numbers.map((_, n) => n + 1),
  );
  expect((await verifyCourt(c.deps, "bj0107")).broken).toBeNull();
});

it("finds the same dispute of an earlier case, and says so in the row", async () => {
  const c = court();
  const answer = await imported(c, { rows: [{ ...line(1), 标的额: "200" }] });
  expect(answer).toMatchObject({ good: 0, bad: 1 });
  const [row] = await c.owner`select errors from import_rows where run_id = ${answer.runId}`;
  expect(row?.errors).toEqual([{ column: "", code: "duplicateCase" }]);
  const meant = [{ ...line(1), 标的额: "200", 另立理由: "另一套房屋" }];
  expect(await imported(c, { rows: meant })).toMatchObject({ good: 1 });
});

it("fills official numbers back, each checked", async () => {
  const c = court();
  const fileId = await upload(c, "case-numbers.xlsx");
  const answer = await done(c, coordinator, importCaseNumbers, { fileId });
  expect(answer).toMatchObject({ total: 5, done: 1, known: 1 });
  expect(answer.bad).toEqual([
    { row: 4, column: "案号", code: "numberOfOtherCourt" },
    { row: 5, column: "案号", code: "numberTaken" },
    { row: 6, column: "登记号", code: "notFound" },
  ]);
  expect(await done(c, coordinator, importCaseNumbers, { fileId })).toMatchObject({ done: 0, known: 2 });
  const [row] = await c.owner`select case_no, stage from cases where registration_no = 'SJS-TJ-2026-000002'`;
  expect(row).toMatchObject({ case_no: "(2026)京0107民初8002号", stage: "consent" });
});

it("refuses what is no sheet of cases, another court's file, and who may not", async () => {
  const c = court();
  const numbers = await upload(c, "case-numbers.xlsx");
  const unknown = await imported(c, { fileId: numbers });
  expect(unknown).toMatchObject({ status: "unmapped", total: null, good: 0 });
  expect((await refused(c, actorIn("bj0106", "clerk"), importCases, { fileId: numbers })).refusal).toBe(
    "fileUnreadable",
  );
  await expect(execute(c.deps, actorIn("bj0107", "judge"), importCases, { fileId: numbers })).rejects.toThrow(
    Forbidden,
  );
  const [run] = await c.owner`select id from import_runs limit 1`;
  await expect(ask(c.deps, actorIn("bj0106", "clerk"), importRunQuery, { runId: run?.id })).rejects.toThrow(
    NotFound,
  );
});
