import { sql } from "drizzle-orm";
import {
  check,
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
import type {
  BookingStatus,
  SessionMode,
  SessionPart,
  SessionResult,
  SessionStatus,
} from "~/domain/mediation/sessions";
import type { ConflictCode } from "~/domain/scheduling/conflicts";
import type { OfferStatus } from "~/domain/scheduling/offer";
import { courtId, id, instant, instantRange } from "../types";
import { cases, ofCase, parties } from "./cases";

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
    /** What the video room asks for beside its link: a meeting number, a password. */
    joinCode: text(),
    /** Another place than the court's, with the court's consent (INV 14). */
    place: text(),
    /** iTIP: rises with every sent change, for life. */
    sequence: integer().notNull().default(0),
    /** Rises with every change of the session; a page that has seen an older one is told what changed. */
    version: integer().notNull().default(0),
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
    /** In a joint session 集中调解: when this case's people arrive, counted from the block's start. */
    arriveAfterMinutes: integer().notNull().default(0),
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

/**
 * Where a session's people differ from those of its cases: somebody who need not come, or a lawyer who joins this once.
 * Kept with the session, so that a move asks the same people again.
 */
export const sessionPeople = pgTable(
  "session_people",
  {
    courtId: courtId(),
    sessionId: id(),
    resourceId: id(),
    part: text().$type<SessionPart>().notNull(),
    byId: text().notNull(),
    setAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.sessionId, t.resourceId] }),
    foreignKey({ columns: [t.courtId, t.sessionId], foreignColumns: [sessions.courtId, sessions.id] }),
  ],
);

export const bookings = pgTable(
  "bookings",
  {
    courtId: courtId(),
    id: id(),
    /** Null while the time is only offered: the session comes with the sides' choice. */
    sessionId: uuid(),
    during: instantRange().notNull(),
    status: text().$type<BookingStatus>().notNull(),
    holdUntil: instant(),
    byId: text().notNull(),
    createdAt: instant().notNull(),
    releasedAt: instant(),
    releaseReason: text(),
    /** The offer that keeps this time for the sides to choose, and how and where they would meet then. */
    offerId: uuid(),
    offeredMode: text().$type<SessionMode>(),
    offeredRoomId: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    foreignKey({ columns: [t.courtId, t.sessionId], foreignColumns: [sessions.courtId, sessions.id] }),
    index("bookings_session").on(t.courtId, t.sessionId),
    index("bookings_during").using("gist", t.courtId, t.during),
    index("bookings_offer").on(t.courtId, t.offerId).where(sql`${t.offerId} is not null`),
    check("bookings_of_something", sql`${t.sessionId} is not null or ${t.offerId} is not null`),
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
    /** The range in whole epoch minutes, for the slot search to fetch without parsing a single instant. */
    fromMinute: integer().generatedAlwaysAs(sql`epoch_minute(lower(during))`),
    toMinute: integer().generatedAlwaysAs(sql`epoch_minute_up(upper(during))`),
  },
  (t) => [primaryKey({ columns: [t.homeId, t.id] }), index("occupancies_booking").on(t.courtId, t.bookingId)],
);

/** Times kept for the sides of a case to choose from; each is a held booking without a session. */
export const offers = pgTable(
  "offers",
  {
    courtId: courtId(),
    id: id(),
    caseId: id(),
    /** The session that came of it. */
    sessionId: uuid(),
    status: text().$type<OfferStatus>().notNull(),
    until: instant().notNull(),
    /** The booking whose place came free and is offered here. */
    freedFromId: uuid(),
    byId: text().notNull(),
    madeAt: instant().notNull(),
    closedAt: instant(),
  },
  (t) => [
    ...ofCase(t),
    foreignKey({ columns: [t.courtId, t.sessionId], foreignColumns: [sessions.courtId, sessions.id] }),
    index("offers_case").on(t.courtId, t.caseId, t.madeAt),
    index("offers_until").on(t.courtId, t.until).where(sql`${t.status} = 'open'`),
    uniqueIndex("offers_open").on(t.courtId, t.caseId).where(sql`${t.status} = 'open'`),
  ],
);

/** What one side answered to an offer: the bookings that suit it, none being an answer too. Its own, as given. */
export const offerAnswers = pgTable(
  "offer_answers",
  {
    courtId: courtId(),
    offerId: id(),
    partyId: id(),
    bookingIds: jsonb().$type<string[]>().notNull(),
    wordsId: uuid(),
    how: text().notNull(),
    answeredAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.offerId, t.partyId] }),
    foreignKey({ columns: [t.courtId, t.offerId], foreignColumns: [offers.courtId, offers.id] }),
    foreignKey({ columns: [t.courtId, t.partyId], foreignColumns: [parties.courtId, parties.id] }),
  ],
);

/** A coordinator booked over somebody's hours, gap, notice or cap; `reason` is what that person reads. */
export const bookingOverrides = pgTable(
  "booking_overrides",
  {
    courtId: courtId(),
    id: id(),
    bookingId: id(),
    code: text().$type<ConflictCode>().notNull(),
    /** Null: the court's own hours or a rest day. */
    resourceId: uuid(),
    reason: text().notNull(),
    byId: text().notNull(),
    setAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    foreignKey({ columns: [t.courtId, t.bookingId], foreignColumns: [bookings.courtId, bookings.id] }),
    index("booking_overrides_booking").on(t.courtId, t.bookingId),
    index("booking_overrides_resource").on(t.courtId, t.resourceId),
  ],
);
