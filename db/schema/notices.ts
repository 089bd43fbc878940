import {
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
import type { Channel } from "~/domain/notices/channels";
import type { ContactKind, ContactResult, ContactStatus } from "~/domain/notices/contacts";
import { bytes, courtId, id, instant } from "../types";
import { ofCase, parties } from "./cases";
import { sessionCases } from "./scheduling";

export const contactPoints = pgTable(
  "contact_points",
  {
    courtId: courtId(),
    id: id(),
    caseId: id(),
    partyId: id(),
    agentId: uuid(),
    kind: text().$type<ContactKind>().notNull(),
    sealed: bytes().notNull(),
    index: bytes().notNull(),
    masked: text().notNull(),
    status: text().$type<ContactStatus>().notNull().default("unverified"),
    preferred: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    foreignKey({ columns: [t.courtId, t.partyId], foreignColumns: [parties.courtId, parties.id] }),
    index("contact_points_case").on(t.courtId, t.caseId),
    index("contact_points_index").on(t.courtId, t.index),
  ],
);

/** Contact log 联系记录: every call, visit, message. */
export const contactAttempts = pgTable(
  "contact_attempts",
  {
    courtId: courtId(),
    id: id(),
    caseId: id(),
    partyId: id(),
    contactPointId: uuid(),
    channel: text().notNull(),
    result: text().$type<ContactResult>().notNull(),
    wordsSealed: bytes(),
    nextTryOn: date({ mode: "string" }),
    byId: id(),
    happenedAt: instant().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [...ofCase(t), index("contact_attempts_case").on(t.courtId, t.caseId, t.happenedAt)],
);

/** What each recipient is owed for a session, and at which revision. */
export const invitations = pgTable(
  "invitations",
  {
    courtId: courtId(),
    id: id(),
    sessionId: id(),
    caseId: id(),
    recipientKind: text().$type<"mediator" | "lawyer" | "party" | "agent">().notNull(),
    recipientId: id(),
    uid: text().notNull(),
    sequence: integer().notNull(),
    method: text().$type<"REQUEST" | "CANCEL">().notNull(),
    /** needsAction, accepted, declined, tentative */
    reply: text().notNull().default("needsAction"),
    repliedAt: instant(),
    replyHow: text(),
    /** The reason a side gives is its own; the other side never reads it. */
    replyReason: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    foreignKey({
      columns: [t.courtId, t.sessionId, t.caseId],
      foreignColumns: [sessionCases.courtId, sessionCases.sessionId, sessionCases.caseId],
    }),
    index("invitations_session").on(t.courtId, t.sessionId),
    index("invitations_recipient").on(t.courtId, t.recipientId),
  ],
);

/**
 * How far a message has come: taken by the next server or gateway (sent), reported delivered, come back (bounced), given up
 * for good (failed), or without an address to go to. `printed` is a letter that waits for its tracking number.
 */
export type DeliveryStatus =
  | "queued"
  | "sending"
  | "printed"
  | "sent"
  | "delivered"
  | "bounced"
  | "failed"
  | "noAddress";

/** Delivery truth per invitation revision and channel. The key keeps a second sending of one revision out. */
export const deliveries = pgTable(
  "deliveries",
  {
    courtId: courtId(),
    id: id(),
    invitationId: uuid(),
    caseId: uuid(),
    /** `phone` is a call that somebody made, and noted. */
    channel: text().$type<Channel>().notNull(),
    /** (invitation, revision, channel) or the notice's own key */
    key: text().notNull(),
    addressMasked: text().notNull(),
    status: text().$type<DeliveryStatus>().notNull(),
    /** The notice that went; older ones have none. */
    noticeId: uuid(),
    /** What the mail is known by, or the gateway's id, or the letter's tracking number. */
    messageId: text(),
    /** The contact point it went to. */
    contactPointId: uuid(),
    attempts: integer().notNull().default(0),
    detail: text(),
    queuedAt: instant().notNull(),
    sentAt: instant(),
    /** When it reached its last status. */
    changedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    unique("deliveries_key").on(t.courtId, t.key),
    index("deliveries_case").on(t.courtId, t.caseId),
    index("deliveries_notice").on(t.courtId, t.noticeId),
    index("deliveries_message").on(t.courtId, t.messageId),
  ],
);

/** The demo's post office: what would have gone out, readable at /dev/mailbox. */
export const demoMessages = pgTable(
  "demo_messages",
  {
    courtId: courtId(),
    id: id(),
    messageId: text().notNull(),
    channel: text().$type<"mail" | "sms">().notNull(),
    to: text().notNull(),
    subject: text().notNull(),
    body: jsonb().$type<{ text: string; html?: string; calendar?: string; raw?: string }>().notNull(),
    sentAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    unique("demo_messages_once").on(t.courtId, t.messageId),
    index("demo_messages_at").on(t.courtId, t.sentAt),
  ],
);
