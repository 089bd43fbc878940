import {
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
import type { SessionMode } from "~/domain/mediation/sessions";
import { bytes, courtId, id, instant, instantRange } from "../types";
import { deliveries, invitations } from "./notices";

/** What a notice tells; a notice of any other thing is `other`. */
export type NoticeKind = "invitation" | "update" | "cancellation" | "removal" | "reminder" | "other";

/** What a notice said, for whoever checks its code: nothing personal, nothing of the other side. */
export type NoticeFacts = {
  readonly number: string;
  readonly startAt?: string;
  readonly endAt?: string;
  readonly mode?: SessionMode;
  readonly place?: string;
};

/** One message to one recipient at one revision, whatever the channels it goes by; its code proves it. */
export const notices = pgTable(
  "notices",
  {
    courtId: courtId(),
    id: id(),
    caseId: uuid(),
    invitationId: uuid(),
    sequence: integer().notNull(),
    kind: text().$type<NoticeKind>().notNull(),
    /** Ten letters and digits that nobody mistakes for each other; unique everywhere. */
    code: text().notNull(),
    recipientKind: text().$type<"mediator" | "lawyer" | "party" | "agent" | "staff">().notNull(),
    recipientId: id(),
    recipientMasked: text().notNull(),
    locale: text().$type<"zh-CN" | "en">().notNull(),
    facts: jsonb().$type<NoticeFacts>().notNull(),
    /** The whole text as it went out: evidence. */
    sealed: bytes().notNull(),
    byId: text().notNull(),
    /** The same for every attempt: an invitation's revision, a reminder's hour, or the act's own key. */
    key: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    unique("notices_key").on(t.courtId, t.key),
    unique("notices_code").on(t.courtId, t.code),
    index("notices_case").on(t.courtId, t.caseId),
    index("notices_invitation").on(t.courtId, t.invitationId),
  ],
);

/** Where a code is looked up: which court to ask. Holds no case data. */
export const noticeCodes = pgTable("notice_codes", {
  code: text().primaryKey(),
  courtId: courtId(),
});

/** What became of a delivery, step by step; evidence, never changed. */
export const deliveryEvents = pgTable(
  "delivery_events",
  {
    courtId: courtId(),
    id: id(),
    deliveryId: id(),
    status: text().notNull(),
    detail: text(),
    /** A person who entered it (paper), or the job. */
    byId: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    foreignKey({ columns: [t.courtId, t.deliveryId], foreignColumns: [deliveries.courtId, deliveries.id] }),
    index("delivery_events_delivery").on(t.courtId, t.deliveryId, t.at),
  ],
);

/** Every answer to an invitation, by whatever way it came; the newest counts. */
export const invitationReplies = pgTable(
  "invitation_replies",
  {
    courtId: courtId(),
    id: id(),
    invitationId: id(),
    /** The invitation's revision that was answered, where the answer says it. */
    sequence: integer(),
    reply: text().$type<"accepted" | "declined" | "tentative">().notNull(),
    how: text().notNull(),
    words: bytes(),
    inboundId: uuid(),
    /** When the answering program wrote it (DTSTAMP): of two that come out of order the later counts. */
    stampedAt: instant(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    foreignKey({
      columns: [t.courtId, t.invitationId],
      foreignColumns: [invitations.courtId, invitations.id],
    }),
    index("invitation_replies_invitation").on(t.courtId, t.invitationId, t.at),
  ],
);

/** What came in by mail or text message, and what became of it. The raw bytes lie in the file store, sealed. */
export const inboundMessages = pgTable(
  "inbound_messages",
  {
    courtId: courtId(),
    id: id(),
    source: text().$type<"api" | "imap" | "sms">().notNull(),
    /** SHA-256 of the raw bytes: the same twice is one. */
    hash: bytes().notNull(),
    messageId: text(),
    fromMasked: text().notNull(),
    fromIndex: bytes(),
    caseId: uuid(),
    invitationId: uuid(),
    /** What was made of it: replied, counter, stale, unmatched, spoofed, automatic, unreadable … */
    outcome: text().notNull(),
    detail: text(),
    raw: bytes().notNull(),
    receivedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    unique("inbound_messages_once").on(t.courtId, t.hash),
    index("inbound_messages_case").on(t.courtId, t.caseId),
  ],
);

/** Another time that an invited person proposes (iTIP COUNTER); the mediator decides. */
export const counterProposals = pgTable(
  "counter_proposals",
  {
    courtId: courtId(),
    id: id(),
    sessionId: id(),
    caseId: id(),
    invitationId: id(),
    inboundId: uuid(),
    during: instantRange().notNull(),
    words: bytes(),
    status: text().$type<"open" | "accepted" | "declined" | "overtaken">().notNull(),
    byId: text(),
    proposedAt: instant().notNull(),
    decidedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    foreignKey({
      columns: [t.courtId, t.invitationId],
      foreignColumns: [invitations.courtId, invitations.id],
    }),
    index("counter_proposals_session").on(t.courtId, t.sessionId),
  ],
);

/** What a person has to look at because a machine could not: done once, by somebody, with a note. */
export const tasks = pgTable(
  "tasks",
  {
    courtId: courtId(),
    id: id(),
    kind: text()
      .$type<
        | "bounced"
        | "silent"
        | "unmatchedMail"
        | "tooLargeMail"
        | "mailboxDown"
        | "counterProposal"
        | "calendarConflict"
        | "deadLetter"
      >()
      .notNull(),
    /** One open task about one thing. */
    key: text().notNull(),
    caseId: uuid(),
    sessionId: uuid(),
    /** Ids and codes only. */
    data: jsonb().$type<Record<string, string | number | boolean | null>>().notNull(),
    /** Who has taken it on; anybody of the desk may work it all the same. */
    ownerId: uuid(),
    openedAt: instant().notNull(),
    doneAt: instant(),
    doneById: text(),
    outcome: text(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    unique("tasks_key").on(t.courtId, t.key),
    index("tasks_open").on(t.courtId, t.doneAt, t.openedAt),
    index("tasks_case").on(t.courtId, t.caseId),
  ],
);
