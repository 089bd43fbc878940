import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { FeedDetail } from "~/domain/notices/feeds";
import type { Role } from "~/domain/policy/roles";
import { bytes, instant } from "../types";

/*
 * What comes before a court is known: courts, people, sign-ins, grants, tokens. No case data lives here.
 * These are the reference tables of the shard plan; `withDirectory` is their only door.
 */

export const courts = pgTable("courts", {
  id: text().primaryKey(),
  /** 法院代字, the head of its case numbers: 京0107. */
  code: text().notNull().unique(),
  name: text().notNull(),
  nameEn: text().notNull(),
  shortName: text().notNull(),
  /** Prefix of registration numbers 登记号: SJS. */
  numberPrefix: text().notNull().unique(),
  address: text().notNull(),
  phone: text().notNull(),
  /** How to get there, for notices; nothing is said where it is empty. */
  directions: text().notNull().default(""),
  directionsEn: text().notNull().default(""),
  createdAt: instant().notNull(),
});

export const people = pgTable(
  "people",
  {
    id: uuid().primaryKey(),
    login: text().notNull(),
    name: text().notNull(),
    passwordHash: text().notNull(),
    email: text(),
    disabledAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex("people_login_key").on(sql`lower(${t.login})`)],
);

export const grants = pgTable(
  "grants",
  {
    id: uuid().primaryKey(),
    courtId: text()
      .notNull()
      .references(() => courts.id),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    role: text().$type<Role>().notNull(),
    teamId: uuid(),
    orgId: uuid(),
    validFrom: instant().notNull(),
    validTo: instant(),
  },
  (t) => [
    index("grants_person").on(t.personId),
    uniqueIndex("grants_key").on(t.courtId, t.personId, t.role, t.teamId, t.orgId),
  ],
);

export const signIns = pgTable(
  "sign_ins",
  {
    idHash: bytes().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id),
    courtId: text().references(() => courts.id),
    role: text().$type<Role>(),
    startedAt: instant().notNull(),
    seenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [index("sign_ins_person").on(t.personId)],
);

/** Failed attempts per account and per address; the delay grows with the count. */
export const signInFailures = pgTable("sign_in_failures", {
  key: bytes().primaryKey(),
  failures: integer().notNull(),
  lastAt: instant().notNull(),
  blockedUntil: instant(),
});

export type TokenPurpose = "party" | "answer" | "feed" | "api" | "file";
export type TokenSubject = {
  caseId?: string;
  partyId?: string;
  side?: string;
  personId?: string;
  role?: Role;
  resourceId?: string;
  sessionId?: string;
  /** Of an answer link: whose invitation it answers. */
  invitationId?: string;
  /** Of a feed: whose room, and how much it says. */
  roomId?: string;
  detail?: FeedDetail;
};

/** Secrets handed out; only their hash is kept. */
export const tokens = pgTable(
  "tokens",
  {
    hash: bytes().primaryKey(),
    id: uuid().notNull().unique(),
    courtId: text()
      .notNull()
      .references(() => courts.id),
    purpose: text().$type<TokenPurpose>().notNull(),
    subject: jsonb().$type<TokenSubject>().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    /** The second secret of a party link was shown good until here. */
    openedUntil: instant(),
    failures: integer().notNull().default(0),
  },
  (t) => [
    index("tokens_subject").on(t.courtId, t.purpose),
    index("tokens_answers")
      .on(t.courtId, sql`(${t.subject}->>'invitationId')`)
      .where(sql`${t.purpose} = 'answer'`),
  ],
);

/** One row: the offset of the demo clock, stored once from CLOCK. */
export const clockOffset = pgTable("clock_offset", {
  one: boolean().primaryKey().default(true),
  offsetSeconds: integer().notNull(),
});
