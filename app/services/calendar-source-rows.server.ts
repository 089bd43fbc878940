import { and, eq, sql } from "drizzle-orm";
import { type DateTime, IANAZone } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { schema, type Tx } from "#db/client";
import { insertRows } from "#db/insert-rows";
import { readCalendar } from "~/adapters/calendar-reading/read-calendar";
import type { Doubtful, Reading, Skip } from "~/adapters/calendar-reading/reading";
import { COURT_ZONE } from "~/domain/scheduling/minutes";
import type { Deps } from "./deps.server";
import { place } from "./personal.server";

const BACK_DAYS = 1;
const AHEAD_DAYS = 180;
const ROWS_AT_ONCE = 2_000;

export type SourceRow = Pick<typeof schema.calendarSources.$inferSelect, "courtId" | "id" | "personId">;

/** What a calendar says about the time for which sessions may be booked; days and floating times are Beijing's. */
export const readAt = (bytes: Uint8Array, now: DateTime): Reading =>
  readCalendar(
    bytes,
    { from: now.minus({ days: BACK_DAYS }), to: now.plus({ days: AHEAD_DAYS }) },
    IANAZone.create(COURT_ZONE),
  );

/** A file of which nothing, or not all, could be read: what was known before is better than that. */
export const unreadable = (reading: Reading): string | null =>
  reading.skipped.find((one) => one.title === "" && one.startsAt === "" && FILE_REASONS.includes(one.reason))
    ?.reason ?? null;
const FILE_REASONS: readonly string[] = ["tooLarge", "notACalendar", "unfinished"];

export const titlePlace = (sourceId: string, ordinal: number) =>
  place("calendar_skips", "title", `${sourceId}:${ordinal}`);

/** Puts what a calendar says now in the place of what it said before. */
export async function keepReading(tx: Tx, deps: Deps, source: SourceRow, reading: Reading): Promise<void> {
  const [busy, skips] = [schema.externalBusy, schema.calendarSkips];
  const { courtId, id: sourceId, personId } = source;
  await dropReading(tx, source);
  const rows = reading.busy.map(({ start, end, tentative }) => ({
    courtId,
    sourceId,
    id: uuidv7(),
    personId,
    during: { start, end },
    tentative,
  }));
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await tx.execute(insertRows(busy, rows.slice(at, at + ROWS_AT_ONCE)));
  const told: readonly (Skip | Doubtful)[] = [...reading.skipped, ...reading.doubtful];
  if (told.length)
    await tx.insert(skips).values(
      told.map(({ title, startsAt, reason }, ordinal) => ({
        courtId,
        sourceId,
        ordinal,
        title: title ? deps.secrets.seal(title, titlePlace(sourceId, ordinal)) : null,
        reason,
        detail: startsAt || null,
      })),
    );
}

/** Forgets what a calendar said. */
export async function dropReading(tx: Tx, { courtId, id }: SourceRow): Promise<void> {
  for (const t of [schema.externalBusy, schema.calendarSkips])
    await tx.delete(t).where(and(eq(t.courtId, courtId), eq(t.sourceId, id)));
}

/** Columns of a source after a good reading. */
export const readColumns = (reading: Reading, now: DateTime, hash: Buffer) => ({
  fetchedAt: now,
  triedAt: now,
  failure: null,
  hash,
  entries: reading.entries,
  skipped: reading.skipped.length,
});

export const MOST_SOURCES = 10;

/** How many calendars a person has here already. */
export async function sourceCount(tx: Tx, courtId: string, personId: string): Promise<number> {
  const s = schema.calendarSources;
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(s)
    .where(and(eq(s.courtId, courtId), eq(s.personId, personId)));
  return row?.count ?? 0;
}
