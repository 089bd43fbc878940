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
import type { DocumentKind } from "~/domain/documents/document-kinds";
import type { PackageKind } from "~/domain/review/decision-codes";
import { courtId, id, instant } from "../types";
import { ofCase } from "./cases";

/** What was handed over, exactly as it was, sealed by hash. */
export const packages = pgTable(
  "packages",
  {
    courtId: courtId(),
    id: id(),
    caseId: id(),
    version: integer().notNull(),
    kind: text().$type<PackageKind>().notNull(),
    route: text(),
    status: text().$type<"handedOver" | "takenUp" | "returned" | "recalled" | "decided">().notNull(),
    content: jsonb().notNull(),
    sha256: text().notNull(),
    judgeId: uuid(),
    handedOverAt: instant().notNull(),
    takenUpAt: instant(),
    returnedPoints: jsonb().$type<string[]>(),
    /** The judge's answers to the statutory checklist, item code -> holds. */
    checklist: jsonb().$type<Record<string, boolean>>().notNull(),
  },
  (t) => [
    ...ofCase(t),
    unique("packages_version").on(t.courtId, t.caseId, t.version),
    index("packages_judge").on(t.courtId, t.judgeId, t.status),
  ],
);

export const decisions = pgTable(
  "decisions",
  {
    courtId: courtId(),
    id: id(),
    caseId: id(),
    /** None for a settlement in trial of a case that was never handed over. */
    packageId: uuid(),
    kind: text()
      .$type<"confirm" | "notAccept" | "dismiss" | "allowWithdrawal" | "statement" | "return">()
      .notNull(),
    code: text(),
    reason: text(),
    checklist: jsonb().$type<Record<string, boolean>>().notNull(),
    judgeId: id(),
    documentId: uuid(),
    number: text(),
    decidedAt: instant().notNull(),
    servedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    foreignKey({ columns: [t.courtId, t.packageId], foreignColumns: [packages.courtId, packages.id] }),
    index("decisions_case").on(t.courtId, t.caseId),
  ],
);

/** Service 送达 of a court document on one party. */
export const services = pgTable(
  "services",
  {
    courtId: courtId(),
    id: id(),
    caseId: id(),
    documentId: id(),
    partyId: id(),
    how: text().notNull(),
    servedOn: date({ mode: "string" }).notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [...ofCase(t), unique("services_once").on(t.courtId, t.documentId, t.partyId)],
);

export const documents = pgTable(
  "documents",
  {
    courtId: courtId(),
    id: id(),
    caseId: id(),
    kind: text().$type<DocumentKind>().notNull(),
    title: text().notNull(),
    template: text().notNull(),
    fileId: id(),
    sha256: text().notNull(),
    number: text(),
    /** To whom it is addressed, where it is one party's alone. */
    partyId: uuid(),
    byId: id(),
    createdAt: instant().notNull(),
  },
  (t) => [...ofCase(t), index("documents_case").on(t.courtId, t.caseId)],
);

/** Files stored under DATA_DIR; `id` is the storage key, the name is only shown. */
export const files = pgTable(
  "files",
  {
    courtId: courtId(),
    id: id(),
    caseId: uuid(),
    name: text().notNull(),
    type: text().notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    byId: id(),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.courtId, t.id] })],
);
