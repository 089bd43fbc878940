import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { BookingStatus, SessionMode, SessionResult, SessionStatus } from "~/domain/mediation/sessions";
import { courtId, id, instant, instantRange } from "../types";
import { cases } from "./cases";

/** One meeting; it may serve several cases, each with its own record, secrecy and outcome. */
export const sessions = pgTable(
  "sessions",
  {
    courtId: courtId(),
    id: id(),
    mode: text().$type<SessionMode>().notNull(),
    status: text().$type<SessionStatus>().notNull(),
    mediatorId: id(),
    lawyerId: uuid(),
    roomId: uuid(),
    joinUrl: text(),
    /** iTIP: rises with every sent change, for life. */
    sequence: integer().notNull().default(0),
    createdAt: instant().notNull(),
    openedAt: instant(),
    endedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.courtId, t.id] }), index("sessions_mediator").on(t.courtId, t.mediatorId)],
);

export const sessionCases = pgTable(
  "session_cases",
  {
    courtId: courtId(),
    sessionId: id(),
    caseId: id(),
    ordinal: integer().notNull(),
    outcome: text().$type<SessionResult>(),
    nextStep: text(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.sessionId, t.caseId] }),
    foreignKey({ columns: [t.courtId, t.sessionId], foreignColumns: [sessions.courtId, sessions.id] }),
    foreignKey({ columns: [t.courtId, t.caseId], foreignColumns: [cases.courtId, cases.id] }),
    index("session_cases_case").on(t.courtId, t.caseId),
  ],
);

export const bookings = pgTable(
  "bookings",
  {
    courtId: courtId(),
    id: id(),
    sessionId: id(),
    during: instantRange().notNull(),
    status: text().$type<BookingStatus>().notNull(),
    holdUntil: instant(),
    byId: id(),
    createdAt: instant().notNull(),
    releasedAt: instant(),
    releaseReason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    foreignKey({ columns: [t.courtId, t.sessionId], foreignColumns: [sessions.courtId, sessions.id] }),
    index("bookings_session").on(t.courtId, t.sessionId),
    index("bookings_during").using("gist", t.courtId, t.during),
    check(
      "bookings_bounded",
      sql`not isempty(${t.during}) and not lower_inf(${t.during}) and not upper_inf(${t.during})`,
    ),
  ],
);

/**
 * Time taken, keyed by the resource's home. The exclusion constraint (migration 0002) is the last line against
 * double booking. No foreign key to bookings: they would not lie together on a sharded database; a test looks for orphans.
 */
export const occupancies = pgTable(
  "occupancies",
  {
    homeId: text().notNull(),
    id: id(),
    courtId: courtId(),
    resourceId: id(),
    bookingId: id(),
    during: instantRange().notNull(),
    holdUntil: instant(),
    releasedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.homeId, t.id] }), index("occupancies_booking").on(t.courtId, t.bookingId)],
);
