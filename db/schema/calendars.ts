import { boolean, foreignKey, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import type { FeedClient } from "~/domain/notices/feeds";
import { bytes, courtId, id, instant, instantRange } from "../types";

/** A calendar of a person's own whose busy time counts: an address that is fetched, or a file. */
export const calendarSources = pgTable(
  "calendar_sources",
  {
    courtId: courtId(),
    id: id(),
    personId: id(),
    kind: text().$type<"url" | "file">().notNull(),
    name: text().notNull(),
    address: bytes(),
    /** Until here what is kept is complete; a source not fetched since is stale and says so. */
    fetchedAt: instant(),
    triedAt: instant(),
    /** Code of the last failure; null after a good fetch. */
    failure: text(),
    etag: text(),
    hash: bytes(),
    entries: integer().notNull().default(0),
    skipped: integer().notNull().default(0),
    paused: boolean().notNull().default(false),
    createdAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    index("calendar_sources_person").on(t.courtId, t.personId),
  ],
);

/** Busy time out of a person's own calendar: when, and nothing of what. */
export const externalBusy = pgTable(
  "external_busy",
  {
    courtId: courtId(),
    sourceId: id(),
    id: id(),
    personId: id(),
    during: instantRange().notNull(),
    tentative: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.id] }),
    foreignKey({
      columns: [t.courtId, t.sourceId],
      foreignColumns: [calendarSources.courtId, calendarSources.id],
    }),
    index("external_busy_person").on(t.courtId, t.personId),
    index("external_busy_source").on(t.courtId, t.sourceId),
  ],
);

/** An entry that could not be read, and why; shown to its owner. */
export const calendarSkips = pgTable(
  "calendar_skips",
  {
    courtId: courtId(),
    sourceId: id(),
    ordinal: integer().notNull(),
    /** The entry's own title, sealed: its owner recognises it by that. */
    title: bytes(),
    reason: text().notNull(),
    detail: text(),
  },
  (t) => [
    primaryKey({ columns: [t.courtId, t.sourceId, t.ordinal] }),
    foreignKey({
      columns: [t.courtId, t.sourceId],
      foreignColumns: [calendarSources.courtId, calendarSources.id],
    }),
  ],
);

/** When a feed was last fetched, by which program. */
export const feedFetches = pgTable(
  "feed_fetches",
  {
    courtId: courtId(),
    tokenId: id(),
    client: text().$type<FeedClient>().notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.courtId, t.tokenId, t.client] })],
);
