import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import { schema, type Tx } from "#db/client";
import { resourceConflicts } from "~/domain/scheduling/conflicts";
import { dayOf, toMinutes } from "~/domain/scheduling/minutes";
import { courtDay } from "~/domain/scheduling/open-time";
import { resourceOf } from "~/domain/scheduling/snapshot";
import { iso } from "./iso.server";
import { snapshotOf, type Wanted } from "./scheduling-snapshot.server";
import type { Settings } from "./settings.server";

/** A planned session, by id and start; the instant ISO in UTC. */
export type PlannedSession = { readonly sessionId: string; readonly startAt: string };

type At = {
  readonly tx: Tx;
  readonly courtId: string;
  readonly now: DateTime;
  readonly settings: Settings;
};

const WEEK = 7 * 1440;
/** What stands in the way of a new booking only: a session that is planned was told in time. */
const ONLY_BEFOREHAND: readonly string[] = ["past", "tooSoon", "beyondHorizon"];

/** Sessions of this court still to come that take this resource's time, by start. Offered times have no session yet. */
async function plannedWith({ tx, courtId, now }: At, resourceId: string) {
  const o = schema.occupancies;
  const b = schema.bookings;
  const s = schema.sessions;
  return tx
    .select({ sessionId: s.id, during: o.during })
    .from(o)
    .innerJoin(b, and(eq(b.courtId, o.courtId), eq(b.id, o.bookingId), eq(b.status, "booked")))
    .innerJoin(s, and(eq(s.courtId, b.courtId), eq(s.id, b.sessionId), eq(s.status, "planned")))
    .where(
      and(
        eq(o.courtId, courtId),
        eq(o.resourceId, resourceId),
        isNull(o.releasedAt),
        sql`lower(${o.during}) > ${now.toUTC().toISO()}::timestamptz`,
      ),
    )
    .orderBy(asc(sql`lower(${o.during})`), asc(s.id));
}

/**
 * Which planned sessions no longer lie in what this resource's hours, leave, gaps and caps now allow, judged by the rules
 * that would judge a new booking there. Nothing is moved: that is for people to decide.
 */
export async function lyingOutside(at: At, wanted: Wanted): Promise<PlannedSession[]> {
  const planned = await plannedWith(at, wanted.resourceId);
  const last = planned.at(-1);
  if (!last) return [];
  const from = toMinutes(at.now);
  const horizon = { from: from - WEEK, to: toMinutes(last.during.end) + WEEK };
  const snapshot = await snapshotOf(at.tx, at.courtId, [wanted], horizon, at.now, at.settings);
  const resource = resourceOf(snapshot, wanted.resourceId);
  return planned.flatMap(({ sessionId, during }) => {
    const interval = { from: toMinutes(during.start), to: toMinutes(during.end) };
    const busy = resource.busy.filter((one) => one.from !== interval.from || one.to !== interval.to);
    const day = courtDay(snapshot.court, dayOf(interval.from));
    const found = resourceConflicts({ ...resource, busy }, day, interval, snapshot.now, {});
    return found.some((one) => !ONLY_BEFOREHAND.includes(one.code))
      ? [{ sessionId, startAt: iso(during.start) }]
      : [];
  });
}
