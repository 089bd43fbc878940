import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { mediaTypes } from "~/adapters/file-kinds";
import * as imports from "~/i18n/imports";
import { LOCALES } from "~/i18n/locale";
import { textFor } from "~/i18n/text";
import { CASE_COLUMNS, type CaseColumn } from "./case-sheet.server";
import { NotFound } from "./command.server";
import { importTemplate } from "./import-template.server";
import { place } from "./personal.server";
import { fileQuery, query } from "./query.server";

const RUNS = 20;
const ROWS = 200;

/** The latest imports with their counts. */
export const importRunsQuery = query({
  name: "import-runs",
  ability: "import-cases",
  input: z.object({}),
  run: async ({ tx, courtId }) => {
    const t = schema.importRuns;
    const runs = await tx
      .select()
      .from(t)
      .where(eq(t.courtId, courtId))
      .orderBy(desc(t.startedAt))
      .limit(RUNS);
    return {
      runs: runs.map((run) => ({
        runId: run.id,
        name: run.name,
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

/** One import: what came in, and the rows that did not with column and code. Its cells are personal data, so the look is traced. */
export const importRunQuery = query({
  name: "import-run",
  ability: "import-cases",
  input: z.object({ runId: z.string().uuid("idMalformed") }),
  run: async ({ tx, courtId, input, deps, trace }) => {
    const t = schema.importRuns;
    const r = schema.importRows;
    const [run] = await tx
      .select()
      .from(t)
      .where(and(eq(t.courtId, courtId), eq(t.id, input.runId)));
    if (!run) throw new NotFound("import-run");
    const bad = await tx
      .select()
      .from(r)
      .where(and(eq(r.courtId, courtId), eq(r.runId, run.id), eq(r.status, "bad")))
      .orderBy(asc(r.row))
      .limit(ROWS);
    const done = await tx
      .select({ row: r.row, caseId: r.caseId })
      .from(r)
      .where(and(eq(r.courtId, courtId), eq(r.runId, run.id), eq(r.status, "done")))
      .orderBy(asc(r.row))
      .limit(ROWS);
    const c = schema.cases;
    const ids = done.flatMap((one) => one.caseId ?? []);
    const cases = ids.length
      ? await tx
          .select({ id: c.id, registrationNo: c.registrationNo, caseNo: c.caseNo })
          .from(c)
          .where(and(eq(c.courtId, courtId), inArray(c.id, ids)))
      : [];
    const cellsOf = (row: (typeof bad)[number]) => {
      if (!row.sealed) return [];
      const text = deps.secrets.openText(row.sealed, place("import_rows", "sealed", `${run.id}:${row.row}`));
      const cells = Object.entries(JSON.parse(text) as Partial<Record<CaseColumn, string>>);
      return cells.map(([key, value]) => ({ column: CASE_COLUMNS[key as CaseColumn][0], value }));
    };
    const rows = bad.map((row) => ({ row: row.row, errors: row.errors, cells: cellsOf(row) }));
    if (rows.length) await trace({ verb: "view-import-rows", data: { runId: run.id, rows: rows.length } });
    return {
      runId: run.id,
      name: run.name,
      startedAt: run.startedAt.toUTC().toISO(),
      status: run.status,
      refusal: run.refusal,
      sender: run.sender,
      headers: run.headers,
      total: run.total,
      good: run.good,
      bad: run.bad,
      known: run.known,
      badRows: rows,
      goodRows: done.map((one) => {
        const found = cases.find((row) => row.id === one.caseId);
        return {
          row: one.row,
          caseId: one.caseId,
          registrationNo: found?.registrationNo ?? null,
          caseNo: found?.caseNo ?? null,
        };
      }),
    };
  },
});

/** The blank sheet for an import, as an .xlsx named in the reader's language; its columns are Chinese, as the import reads them. */
export const importTemplateQuery = fileQuery({
  name: "import-template",
  ability: "import-cases",
  input: z.object({ locale: z.enum(LOCALES).default("zh-CN") }),
  run: async ({ input }) => {
    const name = textFor(input.locale, imports)("templateFile");
    return { bytes: await importTemplate(name), name: `${name}.xlsx`, type: mediaTypes.xlsx };
  },
});
