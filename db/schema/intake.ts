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
import type { UndoReason } from "~/domain/intake/undo-reasons";
import type { RefusalCode } from "~/domain/result";
import { bytes, courtId, id, instant } from "../types";

export const RUN_STATUSES = ["waiting", "running", "unmapped", "refused", "done", "undone"] as const;
/**
 * Where an import is: to be read, being taken in, in want of somebody who says which column is which, a file that was not
 * taken, carried out, or taken back.
 */
export type RunStatus = (typeof RUN_STATUSES)[number];

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
    status: text().$type<RunStatus>().notNull().default("done"),
    /** Why the file was not taken. */
    refusal: text().$type<RefusalCode>(),
    /** Who sent the file, as the clerk calls him: his columns are remembered under this name. */
    sender: text().notNull().default(""),
    /** The file's own headers, for whoever says which column is which. */
    headers: jsonb().$type<string[]>().notNull().default([]),
    /** Which of them is which, as somebody said of this file: header -> column key. */
    columns: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** Rows of the file; null until it was read. */
    total: integer(),
    good: integer().notNull(),
    bad: integer().notNull(),
    /** Rows that were cases before, from this file or another. */
    known: integer().notNull().default(0),
    endedAt: instant(),
    /** Why it was taken back. */
    undoReason: text().$type<UndoReason>(),
  },
  (t) => [primaryKey({ columns: [t.courtId, t.id] }), index("import_runs_sha").on(t.courtId, t.sha256)],
);

/** `known`: a case before this run. `undone`: it was one, and was taken back with the whole run. */
export type RowStatus = "done" | "bad" | "known" | "dropped" | "undone";

export const importRows = pgTable(
  "import_rows",
  {
    courtId: courtId(),
    runId: id(),
    row: integer().notNull(),
    rowHash: text().notNull(),
    caseId: uuid(),
    errors: jsonb().$type<{ column: string; code: string }[]>().notNull(),
    /** Columns whose text was repaired: wide digits, stray spaces. */
    repaired: jsonb().$type<string[]>().notNull().default([]),
    /** The cells of a row that waits to be fixed; of others the case holds them. */
    sealed: bytes(),
    status: text().$type<RowStatus>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.runId, t.row] }),
    foreignKey({ columns: [t.courtId, t.runId], foreignColumns: [importRuns.courtId, importRuns.id] }),
    uniqueIndex("import_rows_once").on(t.courtId, t.rowHash).where(sql`${t.status} = 'done'`),
    index("import_rows_status").on(t.courtId, t.runId, t.status, t.row),
  ],
);

/** Which of a sender's columns is which, as somebody once said: header of the sheet -> column key. */
export const importSenders = pgTable(
  "import_senders",
  {
    courtId: courtId(),
    name: text().notNull(),
    columns: jsonb().$type<Record<string, string>>().notNull(),
    changedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.courtId, t.name] })],
);
