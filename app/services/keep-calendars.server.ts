import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { schema } from "#db/client";
import { type Fetched, fetchCalendar, type Network, openInternet } from "~/adapters/calendar-fetch.server";
import { dueAt } from "~/domain/scheduling/calendar-sources";
import { checkComingSessions } from "./calendar-conflicts.server";
import { keepReading, readAt, readColumns, unreadable } from "./calendar-source-rows.server";
import { courtDay, type Deps } from "./deps.server";
import { place } from "./personal.server";

const AT_ONCE = 5;

type Source = typeof schema.calendarSources.$inferSelect;

/**
 * Fetches the calendars of a court that are due, a few at once, and looks whether sessions that come soon still lie free in
 * them. Runs in each round of the worker. What others answer stops nothing.
 */
export async function keepCalendars(
  deps: Deps,
  courtId: string,
  network: Network = openInternet,
): Promise<void> {
  const now = deps.clock.now();
  const s = schema.calendarSources;
  const sources = await deps.db.withCourt(courtId, (tx) =>
    tx
      .select()
      .from(s)
      .where(and(eq(s.courtId, courtId), eq(s.kind, "url"), eq(s.paused, false))),
  );
  const due = sources.filter((one) => dueAt(one) <= now).slice(0, AT_ONCE);
  await Promise.all(due.map((source) => refresh(deps, source, network)));
  await checkComingSessions(deps, courtId);
}

/** The window that is read moves on with the days, so that a file is read anew each day though it did not change. */
const markOf = ({ etag }: Source, today: string): string | null =>
  etag?.startsWith(`${today} `) ? etag.slice(today.length + 1) : null;

async function refresh(deps: Deps, source: Source, network: Network): Promise<void> {
  const address = source.address
    ? deps.secrets.openText(source.address, place("calendar_sources", "address", source.id))
    : "";
  await take(deps, source, await fetchCalendar(address, markOf(source, courtDay(deps.clock.now())), network));
}

/** Keeps what an answer says. It is what somebody asked for by a recorded act, and no act itself. */
async function take(deps: Deps, source: Source, fetched: Fetched): Promise<void> {
  const now = deps.clock.now();
  const s = schema.calendarSources;
  const hash = fetched.kind === "fresh" ? createHash("sha256").update(fetched.bytes).digest() : null;
  const reading = fetched.kind === "fresh" ? readAt(fetched.bytes, now) : null;
  const failure = fetched.kind === "failed" ? fetched.failure : reading ? unreadable(reading) : null;
  const etag = fetched.kind === "fresh" && fetched.etag ? `${courtDay(now)} ${fetched.etag}` : null;
  await deps.db.withCourt(source.courtId, async (tx) => {
    const [still] = await tx
      .select({ id: s.id })
      .from(s)
      .where(and(eq(s.courtId, source.courtId), eq(s.id, source.id)))
      .for("update");
    if (!still) return;
    const good =
      reading && hash
        ? { ...readColumns(reading, now, hash), etag }
        : { fetchedAt: now, triedAt: now, failure: null };
    await tx
      .update(s)
      .set(failure ? { triedAt: now, failure } : good)
      .where(and(eq(s.courtId, source.courtId), eq(s.id, source.id)));
    if (!failure && reading) await keepReading(tx, deps, source, reading);
  });
}
