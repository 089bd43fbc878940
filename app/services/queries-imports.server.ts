import { and, asc, desc, eq, gt, inArray } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { mediaTypes } from "~/adapters/file-kinds";
import { writeTable } from "~/adapters/spreadsheets/write.server";
import { causeOf } from "~/domain/intake/causes";
import { importErrorText } from "~/i18n/import-error-text";
import * as imports from "~/i18n/imports";
import { LOCALES } from "~/i18n/locale";
import { textFor } from "~/i18n/text";
import { BLANK_ROW, CASE_COLUMNS, CASE_KEYS, NEEDED } from "./case-sheet.server";
import { type Command, NotFound } from "./command.server";
import { importTemplate } from "./import-template.server";
import { fileQuery, query } from "./query.server";
import { cellsKept } from "./run-rows.server";
import { runOf } from "./run-state.server";
import { keyOfHeader } from "./sheet.server";

const RUNS = 20;
const GOOD_ROWS = 100;
/** Each has a form of its own, so a page holds few. */
const BAD_ROWS = 50;
const runShape = z.object({ runId: z.string().uuid("idMalformed") });

/** The latest imports with their counts, and whose columns are known. */
export const importRunsQuery = query({
  name: "import-runs",
  ability: "import-cases",
  input: z.object({}),
  run: async ({ tx, courtId }) => {
    const t = schema.importRuns;
    const s = schema.importSenders;
    const runs = await tx
      .select()
      .from(t)
      .where(eq(t.courtId, courtId))
      .orderBy(desc(t.startedAt))
      .limit(RUNS);
    const senders = await tx.select({ name: s.name }).from(s).where(eq(s.courtId, courtId)).orderBy(s.name);
    return {
      senders: senders.map((one) => one.name),
      runs: runs.map((run) => ({
        runId: run.id,
        name: run.name,
        sender: run.sender,
        startedAt: run.startedAt.toUTC().toISO(),
        status: run.status,
        total: run.total,
        good: run.good,
        bad: run.bad,
        known: run.known,
      })),
    };
  },
});

type Reader = Pick<Command<unknown>, "tx" | "courtId" | "deps">;

/** Rows that did not come in, after a row, with what is wrong and what their cells say. */
async function badRowsOf(reader: Reader, runId: string, after: number, limit: number) {
  const { tx, courtId } = reader;
  const r = schema.importRows;
  const bad = await tx
    .select()
    .from(r)
    .where(and(eq(r.courtId, courtId), eq(r.runId, runId), eq(r.status, "bad"), gt(r.row, after)))
    .orderBy(asc(r.row))
    .limit(limit);
  return bad.map((row) => {
    const cells = cellsKept(reader, row);
    return {
      row: row.row,
      errors: row.errors,
      repaired: row.repaired,
      cells: CASE_KEYS.flatMap((key) => {
        const value = cells[key];
        return value === undefined ? [] : [{ key, column: CASE_COLUMNS[key][0], value }];
      }),
    };
  });
}

async function goodRowsOf({ tx, courtId }: Reader, runId: string) {
  const r = schema.importRows;
  const done = await tx
    .select({ row: r.row, caseId: r.caseId, repaired: r.repaired })
    .from(r)
    .where(and(eq(r.courtId, courtId), eq(r.runId, runId), inArray(r.status, ["done", "undone"])))
    .orderBy(asc(r.row))
    .limit(GOOD_ROWS);
  const c = schema.cases;
  const ids = done.flatMap((one) => one.caseId ?? []);
  const cases = ids.length
    ? await tx
        .select({ id: c.id, registrationNo: c.registrationNo, caseNo: c.caseNo })
        .from(c)
        .where(and(eq(c.courtId, courtId), inArray(c.id, ids)))
    : [];
  return done.map((one) => {
    const found = cases.find((row) => row.id === one.caseId);
    return { ...one, registrationNo: found?.registrationNo ?? null, caseNo: found?.caseNo ?? null };
  });
}

/** One import: what came in, and the rows that did not with column and code. Its cells are personal data, so the look is traced. */
export const importRunQuery = query({
  name: "import-run",
  ability: "import-cases",
  input: runShape.extend({ after: z.coerce.number().int().min(0).default(0) }),
  run: async (reader) => {
    const { tx, courtId, input, trace } = reader;
    const run = await runOf(tx, courtId, input.runId);
    if (!run) throw new NotFound("import-run");
    const rows = await badRowsOf(reader, run.id, input.after, BAD_ROWS + 1);
    const shown = rows.slice(0, BAD_ROWS);
    if (shown.length) await trace({ verb: "view-import-rows", data: { runId: run.id, rows: shown.length } });
    return {
      runId: run.id,
      name: run.name,
      startedAt: run.startedAt.toUTC().toISO(),
      status: run.status,
      refusal: run.refusal,
      undoReason: run.undoReason,
      sender: run.sender,
      headers: run.headers,
      columns: CASE_KEYS.map((key) => ({
        key,
        column: CASE_COLUMNS[key][0],
        isNeeded: NEEDED.includes(key),
        /** Which of the file's headers means it, as far as it says so itself. */
        header: run.headers.find((header) => keyOfHeader(CASE_COLUMNS, header) === key) ?? null,
      })),
      total: run.total,
      good: run.good,
      bad: run.bad,
      known: run.known,
      badRows: shown,
      /** After which row the next page begins. */
      next: rows.length > BAD_ROWS ? (shown.at(-1)?.row ?? null) : null,
      goodRows: await goodRowsOf(reader, run.id),
    };
  },
});

const MOST_RETURNED = 50_000;

/** The rows that did not come in as a sheet to send back: their cells, and what is wrong in words. Mended, it can come again. */
export const returnedRowsQuery = fileQuery({
  name: "returned-rows",
  ability: "import-cases",
  input: runShape.extend({ locale: z.enum(LOCALES).default("zh-CN") }),
  run: async (reader) => {
    const { tx, courtId, input, trace } = reader;
    const run = await runOf(tx, courtId, input.runId);
    if (!run) throw new NotFound("returned-rows");
    const rows = await badRowsOf(reader, run.id, 0, MOST_RETURNED);
    await trace({ verb: "view-import-rows", data: { runId: run.id, rows: rows.length } });
    const t = textFor(input.locale, imports);
    const name = t("returnedFile");
    const bytes = await writeTable({
      name,
      columns: [
        { key: "row", title: t("col.row"), width: 8 },
        { key: "errors", title: t("col.errors"), width: 48 },
        ...CASE_KEYS.map((key) => ({ key, title: CASE_COLUMNS[key][0] })),
      ],
      rows: rows.map((row) => ({
        row: row.row,
        errors: row.errors.map((error) => importErrorText(input.locale, error)).join("\n"),
        ...BLANK_ROW,
        ...Object.fromEntries(row.cells.map(({ key, value }) => [key, value])),
      })),
    });
    return { bytes, name: `${name}.xlsx`, type: mediaTypes.xlsx };
  },
});

/**
 * The blank sheet for an import, as an .xlsx named in the reader's language; its columns are Chinese, as the import reads
 * them. With a cause its first line names it.
 */
export const importTemplateQuery = fileQuery({
  name: "import-template",
  ability: "import-cases",
  input: z.object({ locale: z.enum(LOCALES).default("zh-CN"), causeCode: z.string().max(20).optional() }),
  run: async ({ input }) => {
    const name = textFor(input.locale, imports)("templateFile");
    const cause = input.causeCode ? causeOf(input.causeCode) : undefined;
    return {
      bytes: await importTemplate(name, cause?.zh),
      name: `${name}.xlsx`,
      type: mediaTypes.xlsx,
    };
  },
});
