import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, courtId, id, instant } from "../types";

/** A spreadsheet taken in, row by row; bad rows stay until fixed or dropped. */
export const importRuns = pgTable(
  "import_runs",
  {
    courtId: courtId(),
    id: id(),
    fileId: uuid(),
    name: text().notNull(),
    sha256: text().notNull(),
    byId: id(),
    startedAt: instant().notNull(),
    total: integer().notNull(),
    good: integer().notNull(),
    bad: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.courtId, t.id] }), index("import_runs_sha").on(t.courtId, t.sha256)],
);

export const importRows = pgTable(
  "import_rows",
  {
    courtId: courtId(),
    runId: id(),
    row: integer().notNull(),
    rowHash: text().notNull(),
    caseId: uuid(),
    errors: jsonb().$type<{ column: string; code: string }[]>().notNull(),
    sealed: bytes().notNull(),
    status: text().$type<"done" | "bad" | "dropped">().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.runId, t.row] }),
    foreignKey({ columns: [t.courtId, t.runId], foreignColumns: [importRuns.courtId, importRuns.id] }),
    uniqueIndex("import_rows_once").on(t.courtId, t.rowHash).where(sql`${t.status} = 'done'`),
  ],
);
