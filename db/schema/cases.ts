import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
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
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { ClockCode } from "~/domain/cases/clock-codes";
import type { ClockUnit } from "~/domain/cases/clock-rules";
import type { Exclusion, Extension } from "~/domain/cases/clocks";
import type { FeeStatus } from "~/domain/cases/facts";
import type { Intake, Regime } from "~/domain/cases/regime";
import type { CloseReason, Procedure, SettledRoute, Track } from "~/domain/cases/routes";
import type { Side } from "~/domain/cases/sides";
import type { Stage } from "~/domain/cases/stages";
import type { IdKind, PartyKind } from "~/domain/intake/party-kinds";
import type { MediationEnd } from "~/domain/mediation/outcomes";
import type { PreferredHalf } from "~/domain/scheduling/preferred";
import type { SafetyKind } from "~/domain/scheduling/safety";
import type { TimeWay } from "~/domain/scheduling/time-way";
import { bytes, courtId, id, instant } from "../types";

export const cases = pgTable(
  "cases",
  {
    courtId: courtId(),
    id: id(),
    /** 登记号: ours, gap-free per court and year. */
    registrationNo: text().notNull(),
    /** 案号: the court system's, entered, imported or issued. */
    caseNo: text(),
    regime: text().$type<Regime>().notNull(),
    intake: text().$type<Intake>().notNull(),
    stage: text().$type<Stage>().notNull(),
    causeScheme: text().notNull(),
    causeCode: text().notNull(),
    amountFen: bigint({ mode: "number" }),
    facts: text().notNull(),
    claims: text().notNull(),
    procedureHint: text().$type<"summary" | "ordinary">().notNull().default("ordinary"),
    /** Names of both sides as one line; the list needs no join. */
    claimantNames: text().notNull(),
    respondentNames: text().notNull(),
    nameGrams: text().array().notNull(),
    teamId: uuid(),
    judgeId: uuid(),
    mediatorId: uuid(),
    lawyerId: uuid(),
    orgId: uuid(),
    suspendedAt: instant(),
    suspendedFor: text(),
    recusalPendingAt: instant(),
    appraisalSince: instant(),
    mediationEnd: text().$type<MediationEnd>(),
    terminationReportedAt: instant(),
    replacements: integer().notNull().default(0),
    convertedAt: instant(),
    fee: text().$type<FeeStatus>().notNull().default("notDue"),
    /** Last day of a pre-suit preservation (CPL 104). */
    preservationUntil: date({ mode: "string" }),
    closeReason: text().$type<CloseReason>(),
    /** How the review ended: the enforceable title the case carries, if any. */
    outcome: text().$type<"confirmed" | "dismissed" | "statement">(),
    route: text().$type<SettledRoute>(),
    track: text().$type<Track>(),
    procedure: text().$type<Procedure>(),
    feeFen: bigint({ mode: "number" }),
    /** Earliest running clock, kept beside the case so that the queue is one index walk. */
    dueOn: date({ mode: "string" }),
    dueRule: text().$type<ClockCode>(),
    nextSessionAt: instant(),
    /** How its times are found, where not as the court does: set and told, or offered to the sides. */
    timeWay: text().$type<TimeWay>(),
    submittedAt: instant(),
    registeredAt: instant(),
    closedAt: instant(),
    createdAt: instant().notNull(),
    version: integer().notNull().default(0),
    recordSeq: integer().notNull().default(0),
    recordHead: bytes().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    unique("cases_registration_no").on(t.courtId, t.registrationNo),
    uniqueIndex("cases_case_no").on(t.courtId, t.caseNo),
    index("cases_queue").on(t.courtId, t.stage, t.dueOn, t.id).where(sql`${t.closedAt} is null`),
    index("cases_due").on(t.courtId, t.dueOn, t.id).where(sql`${t.closedAt} is null`),
    index("cases_mediator").on(t.courtId, t.mediatorId, t.stage),
    index("cases_team").on(t.courtId, t.teamId, t.stage),
    index("cases_names").using("gin", t.nameGrams),
  ],
);

/** The keys of what belongs to a case: its own, and the case of the same court. */
export const ofCase = (t: Record<"courtId" | "id" | "caseId", AnyPgColumn>) =>
  [
    primaryKey({ columns: [t.courtId, t.id] }),
    foreignKey({ columns: [t.courtId, t.caseId], foreignColumns: [cases.courtId, cases.id] }),
  ] as const;

export const parties = pgTable(
  "parties",
  {
    courtId: courtId(),
    id: id(),
    caseId: id(),
    side: text().$type<Side>().notNull(),
    ordinal: integer().notNull(),
    kind: text().$type<PartyKind>().notNull(),
    name: text().notNull(),
    idKind: text().$type<IdKind>(),
    idSealed: bytes(),
    idIndex: bytes(),
    idMasked: text(),
    birthOn: date({ mode: "string" }),
    addressSealed: bytes(),
    orgRepName: text(),
    /** A natural person's own time; derived from the identity number, so that he is one resource in every case and court. */
    resourceId: uuid(),
    needs: jsonb().$type<string[]>().notNull(),
    /** When a party would rather meet; ranks times and forbids none. */
    preferences: jsonb().$type<PreferredHalf[]>().notNull().default([]),
    serviceAddressConfirmedAt: instant(),
    eServiceConsent: boolean().notNull().default(false),
    /** How it reads: notices are Chinese and in Beijing time alone where nothing is known. */
    locale: text().$type<"zh-CN" | "en">(),
    zone: text(),
  },
  (t) => [
    ...ofCase(t),
    index("parties_case").on(t.courtId, t.caseId),
    index("parties_identity").on(t.courtId, t.idIndex),
  ],
);

export const agents = pgTable(
  "agents",
  {
    courtId: courtId(),
    id: id(),
    caseId: id(),
    partyId: id(),
    name: text().notNull(),
    unit: text(),
    authority: text().$type<"general" | "special">().notNull(),
    /** One agent of many cases is one resource: the same identity gives the same resource id. */
    resourceId: id(),
    idIndex: bytes(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    foreignKey({ columns: [t.courtId, t.partyId], foreignColumns: [parties.courtId, parties.id] }),
    index("agents_case").on(t.courtId, t.caseId),
  ],
);

/** Every number a case carries, by family; unique per court. */
export const caseNumbers = pgTable(
  "case_numbers",
  {
    courtId: courtId(),
    caseId: id(),
    family: text().notNull(),
    number: text().notNull(),
    source: text().$type<"entered" | "imported" | "issued">().notNull(),
    givenAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.number] }),
    foreignKey({ columns: [t.courtId, t.caseId], foreignColumns: [cases.courtId, cases.id] }),
    index("case_numbers_case").on(t.courtId, t.caseId),
  ],
);

/** Counter rows are locked in the transaction that takes a number, so that no number is lost or given twice. */
export const numberCounters = pgTable(
  "number_counters",
  { courtId: courtId(), family: text().notNull(), year: integer().notNull(), last: integer().notNull() },
  (t) => [primaryKey({ columns: [t.courtId, t.family, t.year] })],
);

export const clocks = pgTable(
  "clocks",
  {
    courtId: courtId(),
    id: id(),
    caseId: id(),
    rule: text().$type<ClockCode>().notNull(),
    startOn: date({ mode: "string" }).notNull(),
    length: integer().notNull(),
    unit: text().$type<ClockUnit>().notNull(),
    extensions: jsonb().$type<Extension[]>().notNull(),
    exclusions: jsonb().$type<Exclusion[]>().notNull(),
    /** The case halted 中止: the rest of the period runs on afterwards. */
    suspensions: jsonb().$type<Exclusion[]>().notNull().default([]),
    /** Worked out from the above and the calendar of that version; recomputed when a notice is loaded. */
    dueOn: date({ mode: "string" }).notNull(),
    provisional: boolean().notNull(),
    calendarVersion: integer().notNull(),
    /** Who answers for it; null: the role that the rule names. */
    ownerId: uuid(),
    /** The warnings that went out, so that each goes once: D-7. */
    warned: jsonb().$type<string[]>().notNull().default([]),
    /** When its running out was acted upon. */
    expiredAt: instant(),
    /** Null while it runs. */
    endedAt: instant(),
  },
  (t) => [
    ...ofCase(t),
    index("clocks_case").on(t.courtId, t.caseId),
    uniqueIndex("clocks_running").on(t.courtId, t.caseId, t.rule).where(sql`${t.endedAt} is null`),
  ],
);

/** The words given with an act whose record holds codes only: why a case was refused, a recusal asked for, a session cancelled. */
export const actWords = pgTable(
  "act_words",
  {
    courtId: courtId(),
    id: id(),
    caseId: id(),
    verb: text().notNull(),
    sealed: bytes().notNull(),
    byId: text().notNull(),
    writtenAt: instant().notNull(),
  },
  (t) => [...ofCase(t), index("act_words_case").on(t.courtId, t.caseId)],
);

/**
 * Staff only: why the sides must not meet (家暴、人身安全保护令、暴力风险). No page, notice or file of a party is built
 * from it; what follows from it (arrival, waiting room, withheld address) shows only as the person's own times and place.
 */
export const safetyFlags = pgTable(
  "safety_flags",
  {
    courtId: courtId(),
    id: id(),
    caseId: id(),
    kind: text().$type<SafetyKind>().notNull(),
    /** Whom it protects: arrives apart, is never told of the other side's way in. */
    protectedPartyId: id(),
    apartMinutes: integer().notNull(),
    waitingRoomId: uuid(),
    bailiff: boolean().notNull(),
    wordsSealed: bytes(),
    byId: text().notNull(),
    setAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [...ofCase(t), index("safety_flags_case").on(t.courtId, t.caseId)],
);
