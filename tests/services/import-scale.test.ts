import { createHash } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { fieldErrorText } from "~/i18n/field-error-text";
import { importErrorText } from "~/i18n/import-error-text";
import { LOCALES } from "~/i18n/locale";
import { importCases } from "~/services/import-cases.server";
import { importRunQuery } from "~/services/queries-imports.server";
import { ask } from "~/services/query.server";
import { storeFile } from "~/services/store-file.server";
import { verifyCourt } from "~/services/verify-records.server";
import { drainCourt } from "~/services/worker.server";
import { type TestCourt, useCourt } from "./court";
import { clerk, done } from "./desk";
import { asGb18030, asXlsx, bankSheet, DIRT, type Dirty } from "./import-sheet";

/*
 * A creditor's sheet with five wrong rows in a hundred, of twenty kinds: exactly the good ones become cases, each wrong
 * cell is named, and the same sheet again changes nothing. IMPORT_ROWS: 10,000 in test:full.
 */
const ROWS = Number(process.env.IMPORT_ROWS ?? 1000);
const court = useCourt();
let c: TestCourt;
beforeAll(() => {
  c = court();
});

async function imported(bytes: Buffer, name: string): Promise<string> {
  const stored = await storeFile(c.deps, clerk, { bytes, name });
  if (!stored.ok) throw new Error(stored.refusal);
  const { runId } = await done(c, clerk, importCases, { fileId: stored.fileId });
  await drainCourt(
    c.deps,
    "bj0107",
    ({ error }) => {
      throw error;
    },
    "imports",
  );
  return runId;
}

/** Everything that the page shows of the rows that did not come in, page after page. */
async function wrongOf(runId: string) {
  const all: { row: number; errors: { column: string; code: string }[] }[] = [];
  let after = 0;
  for (;;) {
    const run = await ask(c.deps, clerk, importRunQuery, { runId, after });
    if (!run.ok) throw new Error(run.refusal);
    all.push(...run.badRows.map(({ row, errors }) => ({ row, errors })));
    if (run.next === null) return all;
    after = run.next;
  }
}

const told = (dirty: readonly Dirty[]) =>
  dirty.map(({ row, column, code }) => ({ row, errors: [{ column, code }] }));
const caseCount = async () => Number((await c.owner`select count(*)::int as n from cases`)[0]?.n);

it.each([
  ["an .xlsx", "银行.xlsx", asXlsx, 0],
  ["a .csv in GB18030", "银行.csv", async (sheet: ReturnType<typeof bankSheet>) => asGb18030(sheet), 20_000],
] as const)(
  "of %s exactly the good rows become cases, and each bad cell is named",
  async (_, name, bytesOf, from) => {
    const sheet = bankSheet(ROWS, { dirty: true, from });
    expect(new Set(sheet.dirty.map((one) => `${one.column} ${one.code}`)).size).toBe(DIRT.length);
    const bytes = await bytesOf(sheet);
    const before = await caseCount();
    const runId = await imported(bytes, name);
    const good = ROWS - sheet.dirty.length;
    expect(await caseCount()).toBe(before + good);
    const [run] = await c.owner`select status, total, good, bad, known from import_runs where id = ${runId}`;
    expect(run).toEqual({ status: "done", total: ROWS, good, bad: sheet.dirty.length, known: 0 });
    const wrong = await wrongOf(runId);
    expect(wrong).toEqual(told(sheet.dirty));
    for (const locale of LOCALES)
      for (const { column, code } of sheet.dirty) {
        const words = importErrorText(locale, { column, code });
        expect(words).toContain(column);
        expect(words).not.toContain(code);
        expect(words).not.toContain(fieldErrorText(locale, "invalid"));
      }
    // Amounts and names are those of the sheet, row by row.
    const cases = await c.owner<{ row: number; respondent_names: string; amount_fen: string }[]>`
    select r.row, k.respondent_names, k.amount_fen::text from import_rows r join cases k on k.id = r.case_id
    where r.run_id = ${runId} order by r.row`;
    const wrongRows = new Set(sheet.dirty.map((one) => one.row));
    const wanted = sheet.rows.flatMap((row, n) =>
      wrongRows.has(n + 2)
        ? []
        : [
            {
              row: n + 2,
              respondent_names: row[sheet.header.indexOf("被告")],
              amount_fen: String(Math.round(Number(row[sheet.header.indexOf("标的额")]) * 100)),
            },
          ],
    );
    const digest = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");
    expect(digest(cases)).toBe(digest(wanted));

    const again = await imported(bytes, name);
    expect(again).toBe(runId);
    // The same rows in another file: none is new.
    const shuffled = { ...sheet, rows: [...sheet.rows].reverse() };
    const other = await imported(await bytesOf(shuffled), name);
    const [second] = await c.owner`select good, bad, known from import_runs where id = ${other}`;
    expect(second).toEqual({ good: 0, bad: sheet.dirty.length, known: good });
    expect(await caseCount()).toBe(before + good);
  },
  300_000,
);

it("the registration numbers have no gap and the records hold", async () => {
  const numbers = await c.owner<{ no: string }[]>`select registration_no as no from cases order by 1`;
  expect(numbers.findIndex(({ no }, n) => Number(no.slice(-6)) !== n + 1)).toBe(-1);
  expect((await verifyCourt(c.deps, "bj0107")).broken).toBeNull();
}, 120_000);
