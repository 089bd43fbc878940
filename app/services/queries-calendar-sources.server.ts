import { and, asc, eq } from "drizzle-orm";
import type { DateTime } from "luxon";
import { z } from "zod";
import { schema, type Tx } from "#db/client";
import { freshnessOf } from "~/domain/scheduling/calendar-sources";
import { titlePlace } from "./calendar-source-rows.server";
import { iso } from "./iso.server";
import { query } from "./query.server";

const sourcesOf = (tx: Tx, courtId: string, personId: string) => {
  const s = schema.calendarSources;
  return tx
    .select()
    .from(s)
    .where(and(eq(s.courtId, courtId), eq(s.personId, personId)))
    .orderBy(asc(s.createdAt), asc(s.id));
};

/**
 * How far a person's own calendars can be relied on: how many there are, how many are stale or not read yet, and since when
 * nothing new is known of the one that was read longest ago; null where one was never read, or where none is stale.
 */
export async function calendarsOf(tx: Tx, courtId: string, personId: string, now: DateTime) {
  const sources = await sourcesOf(tx, courtId, personId);
  const doubtful = sources.filter((one) => freshnessOf(one, now) !== "fresh");
  const read = doubtful.map((one) => one.fetchedAt);
  const [oldest] = read.filter((at) => at !== null).sort((a, b) => a.toMillis() - b.toMillis());
  const isRead = !read.includes(null);
  return {
    count: sources.length,
    stale: doubtful.length,
    readAt: isRead && oldest ? iso(oldest) : null,
  };
}

/**
 * The asker's own other calendars: how fresh, how many entries, and each that was not read, with the reason and what he
 * knows it by. Titles are shown to him alone, and the address to nobody any more.
 */
export const calendarSourcesQuery = query({
  name: "calendar-sources",
  ability: "manage-calendar-sources",
  input: z.object({}),
  run: async ({ tx, deps, actor, courtId, now }) => {
    const sources = actor.kind === "user" ? await sourcesOf(tx, courtId, actor.userId) : [];
    const k = schema.calendarSkips;
    return {
      sources: await Promise.all(
        sources.map(async (one) => ({
          sourceId: one.id,
          kind: one.kind,
          name: one.name,
          freshness: freshnessOf(one, now),
          fetchedAt: one.fetchedAt ? iso(one.fetchedAt) : null,
          failure: one.failure,
          entries: one.entries,
          skipped: one.skipped,
          told: (
            await tx
              .select()
              .from(k)
              .where(and(eq(k.courtId, courtId), eq(k.sourceId, one.id)))
              .orderBy(asc(k.ordinal))
          ).map((skip) => ({
            reason: skip.reason,
            title: skip.title ? deps.secrets.openText(skip.title, titlePlace(one.id, skip.ordinal)) : null,
            startsAt: skip.detail,
          })),
        })),
      ),
    };
  },
});
