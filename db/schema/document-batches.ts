import { sql } from "drizzle-orm";
import {
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { BatchKind, BatchStatus, ItemReason, ItemStatus } from "~/domain/documents/batch-kinds";
import type { DocumentKind } from "~/domain/documents/document-kinds";
import { courtId, id, instant } from "../types";
import { cases } from "./cases";

/** A court's own template of one kind; every upload is a version of its own, and none is changed. */
export const documentTemplates = pgTable(
  "document_templates",
  {
    courtId: courtId(),
    id: id(),
    kind: text().$type<DocumentKind>().notNull(),
    version: integer().notNull(),
    /** Null: back to Tiaosu's own from that day. */
    fileId: uuid(),
    sha256: text(),
    /** The file's name as it was uploaded; shown only. */
    name: text().notNull(),
    effectiveOn: date({ mode: "string" }).notNull(),
    byId: id(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    unique("document_templates_version").on(t.courtId, t.kind, t.version),
  ],
);

/** One kind of document for many cases: prepared, looked at, started, written by the worker, packed. */
export const documentBatches = pgTable(
  "document_batches",
  {
    courtId: courtId(),
    id: id(),
    /** Its own number, given at the start; each of its documents bears it with a number of its own. */
    number: text(),
    kind: text().$type<BatchKind>().notNull(),
    status: text().$type<BatchStatus>().notNull(),
    /** The court's own version that was in force at the start; null is the built-in one. */
    templateId: uuid(),
    /** How that version is called on the documents. */
    template: text(),
    total: integer().notNull(),
    byId: id(),
    createdAt: instant().notNull(),
    startedAt: instant(),
    finishedAt: instant(),
    /** All documents in one archive. */
    zipFileId: uuid(),
    /** The same to be printed at one go, in volumes. */
    printFileIds: jsonb().$type<readonly string[]>().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    foreignKey({
      columns: [t.courtId, t.templateId],
      foreignColumns: [documentTemplates.courtId, documentTemplates.id],
    }),
    index("document_batches_made").on(t.courtId, t.createdAt),
  ],
);

/** One document of a batch: for a case, and where a kind has addressees for one of its parties. */
export const documentBatchItems = pgTable(
  "document_batch_items",
  {
    courtId: courtId(),
    batchId: id(),
    ordinal: integer().notNull(),
    caseId: id(),
    partyId: uuid(),
    status: text().$type<ItemStatus>().notNull(),
    /** Why there is no document, as a code. */
    reason: text().$type<ItemReason>(),
    documentId: uuid(),
    fileId: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.batchId, t.ordinal] }),
    foreignKey({
      columns: [t.courtId, t.batchId],
      foreignColumns: [documentBatches.courtId, documentBatches.id],
    }).onDelete("cascade"),
    foreignKey({ columns: [t.courtId, t.caseId], foreignColumns: [cases.courtId, cases.id] }),
    unique("document_batch_items_once").on(t.courtId, t.batchId, t.caseId, t.partyId).nullsNotDistinct(),
    index("document_batch_items_left").on(t.courtId, t.batchId, t.ordinal).where(sql`${t.status} = 'queued'`),
  ],
);
