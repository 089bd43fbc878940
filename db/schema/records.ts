import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytes, courtId, id, instant } from "../types";

/**
 * The audit trail 记录: append-only (a trigger refuses UPDATE and DELETE), a hash chain per case or per actor.
 * No personal values: ids, codes, numbers and instants only.
 */
export const records = pgTable(
  "records",
  {
    courtId: courtId(),
    /** `case:<id>` or `actor:<id>` */
    chain: text().notNull(),
    seq: integer().notNull(),
    at: instant().notNull(),
    happenedAt: instant().notNull(),
    actorKind: text().notNull(),
    actorId: text().notNull(),
    role: text().notNull(),
    verb: text().notNull(),
    caseId: text(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
    prev: bytes().notNull(),
    hash: bytes().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.chain, t.seq] }),
    index("records_at").on(t.courtId, t.at),
    index("records_case").on(t.courtId, t.caseId, t.at),
    index("records_actor").on(t.courtId, t.actorId, t.at),
  ],
);

/** Heads of the actors' chains (sign-ins, views); a case's head stands on its own row. */
export const actorChains = pgTable(
  "actor_chains",
  { courtId: courtId(), actorId: text().notNull(), seq: integer().notNull(), head: bytes().notNull() },
  (t) => [primaryKey({ columns: [t.courtId, t.actorId] })],
);

export const outbox = pgTable(
  "outbox",
  {
    courtId: courtId(),
    id: id(),
    effect: text().notNull(),
    key: text().notNull(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    runAt: instant().notNull(),
    attempts: integer().notNull().default(0),
    leasedUntil: instant(),
    doneAt: instant(),
    deadAt: instant(),
    lastError: text(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    index("outbox_due").on(t.courtId, t.runAt).where(sql`${t.doneAt} is null and ${t.deadAt} is null`),
  ],
);

/** The answer to a command, kept under the caller's key: a repeated post acts once. No personal values inside. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    courtId: courtId(),
    actorId: text().notNull(),
    verb: text().notNull(),
    key: text().notNull(),
    requestHash: text().notNull(),
    response: jsonb().$type<Record<string, unknown>>(),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.courtId, t.actorId, t.verb, t.key] })],
);

/** Late entry 补录: an act entered after it happened, with reason and evidence. */
export const lateEntries = pgTable(
  "late_entries",
  {
    courtId: courtId(),
    id: id(),
    caseId: id(),
    verb: text().notNull(),
    reason: text().notNull(),
    evidenceFileId: text(),
    happenedAt: instant().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.courtId, t.id] }), index("late_entries_case").on(t.courtId, t.caseId)],
);
