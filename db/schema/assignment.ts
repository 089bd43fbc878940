import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { courtId, id, instant } from "../types";
import { cases, ofCase } from "./cases";

export type CandidateSnapshot = {
  personId: string;
  eligible: boolean;
  score: number;
  reasons: { code: string; params?: Record<string, string | number> }[];
};

export const assignments = pgTable(
  "assignments",
  {
    courtId: courtId(),
    id: id(),
    caseId: id(),
    orgId: uuid(),
    mediatorId: uuid(),
    lawyerId: uuid(),
    lawyerPart: text().$type<"adviser" | "coMediator">(),
    /** orgOffered: with the organisation; offered: with the mediator; accepted; ended */
    status: text().$type<"orgOffered" | "offered" | "accepted" | "ended">().notNull(),
    mode: text().$type<"joint" | "designated">().notNull(),
    reason: text().notNull(),
    /** The ranking as it stood, with its sentences: a complaint is answered from here. */
    candidates: jsonb().$type<CandidateSnapshot[]>().notNull(),
    ruleVersion: integer().notNull(),
    offeredAt: instant().notNull(),
    materialsSignedAt: instant(),
    acceptedAt: instant(),
    endedAt: instant(),
    endCode: text(),
    endReason: text(),
  },
  (t) => [
    ...ofCase(t),
    index("assignments_case").on(t.courtId, t.caseId),
    index("assignments_mediator").on(t.courtId, t.mediatorId, t.status),
  ],
);

/** Disclosure 披露 by the mediator or lawyer; a waivable one needs every party's written consent to go on. */
export const disclosures = pgTable(
  "disclosures",
  {
    courtId: courtId(),
    id: id(),
    caseId: id(),
    assignmentId: id(),
    personId: id(),
    relation: text().notNull(),
    words: text().notNull(),
    level: text().$type<"none" | "waivable" | "block">().notNull(),
    madeAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    foreignKey({
      columns: [t.courtId, t.assignmentId],
      foreignColumns: [assignments.courtId, assignments.id],
    }),
    index("disclosures_case").on(t.courtId, t.caseId),
  ],
);

/** Who may not act later in the same dispute (INV 16), and who may no longer see the case. */
export const bars = pgTable(
  "bars",
  { courtId: courtId(), caseId: id(), personId: id(), why: text().notNull(), since: instant().notNull() },
  (t) => [
    primaryKey({ columns: [t.courtId, t.caseId, t.personId, t.why] }),
    foreignKey({ columns: [t.courtId, t.caseId], foreignColumns: [cases.courtId, cases.id] }),
  ],
);
