import {
  bigint,
  boolean,
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
import type { SettledRoute } from "~/domain/cases/routes";
import type { Terms } from "~/domain/mediation/agreement";
import type { ConsentDecision, ConsentKind } from "~/domain/mediation/consents";
import type { AttendanceStatus } from "~/domain/mediation/sessions";
import type { ObligationKind } from "~/domain/settlement/obligation-kinds";
import { bytes, courtId, id, instant } from "../types";
import { cases, ofCase, parties } from "./cases";
import { sessions } from "./scheduling";

export const consents = pgTable(
  "consents",
  {
    courtId: courtId(),
    id: id(),
    caseId: id(),
    partyId: id(),
    kind: text().$type<ConsentKind>().notNull(),
    subjectId: uuid(),
    decision: text().$type<ConsentDecision>().notNull(),
    how: text().notNull(),
    until: date({ mode: "string" }),
    happenedAt: instant().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    foreignKey({ columns: [t.courtId, t.partyId], foreignColumns: [parties.courtId, parties.id] }),
    index("consents_case").on(t.courtId, t.caseId),
  ],
);

export const attendances = pgTable(
  "attendances",
  {
    courtId: courtId(),
    sessionId: id(),
    caseId: id(),
    partyId: id(),
    status: text().$type<AttendanceStatus>().notNull(),
    identityChecked: boolean().notNull(),
    agentId: uuid(),
    arrivedAt: instant(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.sessionId, t.caseId, t.partyId] }),
    foreignKey({ columns: [t.courtId, t.sessionId], foreignColumns: [sessions.courtId, sessions.id] }),
    foreignKey({ columns: [t.courtId, t.partyId], foreignColumns: [parties.courtId, parties.id] }),
  ],
);

/**
 * Confidential: caucus notes, offers, concessions (INV 22, ONL 18). Sealed under a key of their own; only the
 * mediation services read this table (a test looks at the imports), and no package can be built from it.
 */
export const confidentialNotes = pgTable(
  "confidential_notes",
  {
    courtId: courtId(),
    id: id(),
    caseId: id(),
    sessionId: uuid(),
    authorId: id(),
    kind: text().$type<"note" | "caucus" | "offer" | "concession" | "assessment">().notNull(),
    side: text().$type<"claimant" | "respondent">(),
    sealed: bytes().notNull(),
    writtenAt: instant().notNull(),
  },
  (t) => [...ofCase(t), index("confidential_notes_case").on(t.courtId, t.caseId)],
);

export const undisputedFacts = pgTable(
  "undisputed_facts",
  {
    courtId: courtId(),
    id: id(),
    caseId: id(),
    ordinal: integer().notNull(),
    fact: text().notNull(),
    source: text().notNull(),
    /** Where it came out of an element sheet: the element's name, and the version of each side that agreed on it. */
    elementName: text(),
    claimantVersion: integer(),
    respondentVersion: integer(),
    createdAt: instant().notNull(),
    withdrawnAt: instant(),
  },
  (t) => [...ofCase(t), index("undisputed_facts_case").on(t.courtId, t.caseId)],
);

export const agreements = pgTable(
  "agreements",
  {
    courtId: courtId(),
    id: id(),
    caseId: id(),
    version: integer().notNull(),
    status: text().$type<"draft" | "signing" | "effective" | "superseded">().notNull(),
    route: text().$type<SettledRoute>().notNull(),
    terms: jsonb().$type<Terms>().notNull(),
    performedAtOnce: boolean().notNull().default(false),
    contentHash: text(),
    effectiveAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [...ofCase(t), unique("agreements_version").on(t.courtId, t.caseId, t.version)],
);

/** Each due of an effective agreement, one row per payment or act, to be followed until it is performed. */
export const obligations = pgTable(
  "obligations",
  {
    courtId: courtId(),
    id: id(),
    agreementId: id(),
    caseId: id(),
    /** Number of the obligation in the agreement, and of the instalment within it (0 = whole). */
    ordinal: integer().notNull(),
    instalment: integer().notNull(),
    kind: text().$type<ObligationKind>().notNull(),
    obligorId: id(),
    obligeeId: id(),
    amountFen: bigint({ mode: "number" }),
    dueOn: date({ mode: "string" }),
    performedOn: date({ mode: "string" }),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    foreignKey({ columns: [t.courtId, t.agreementId], foreignColumns: [agreements.courtId, agreements.id] }),
    index("obligations_case").on(t.courtId, t.caseId),
  ],
);

/** Signatures on undisputed facts, agreements, applications, statements (receipt). */
export const signatures = pgTable(
  "signatures",
  {
    courtId: courtId(),
    id: id(),
    caseId: id(),
    subjectKind: text()
      .$type<"undisputedFacts" | "agreement" | "confirmationApplication" | "statement">()
      .notNull(),
    subjectId: id(),
    signerKind: text().$type<"party" | "agent" | "mediator" | "organisation">().notNull(),
    partyId: uuid(),
    signerId: id(),
    how: text().$type<"link" | "counter" | "paper">().notNull(),
    contentHash: text().notNull(),
    happenedAt: instant().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [...ofCase(t), unique("signatures_once").on(t.courtId, t.subjectKind, t.subjectId, t.signerId)],
);

/** The written report when a mediation ends without agreement (INV 26, ONL 21): what the law lets the court learn, and no more. */
export const terminationReports = pgTable(
  "termination_reports",
  {
    courtId: courtId(),
    caseId: id(),
    reason: text().notNull(),
    costRaisingConduct: text().notNull(),
    suggestions: text().notNull(),
    byId: id(),
    writtenAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.caseId] }),
    foreignKey({ columns: [t.courtId, t.caseId], foreignColumns: [cases.courtId, cases.id] }),
  ],
);
