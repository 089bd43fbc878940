import { type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { schema } from "#db/client";
import type { Deps } from "./deps.server";
import { iso } from "./iso.server";

const AHEAD_HOURS = 24;

/** A booked session at whose time somebody who holds it is taken in a calendar of his own. */
export type CalendarConflict = { readonly sessionId: string; readonly personId: string };

const key = (one: CalendarConflict) => `calendarConflict:${one.sessionId}:${one.personId}`;

/** Conflicts of booked sessions that `which` names; what a coordinator booked over knowingly is none. */
const conflictsOf = (courtId: string, which: SQL) => sql`
  select distinct s.id as "sessionId", w.person_id as "personId",
    (select sc.case_id from session_cases sc where sc.court_id = s.court_id and sc.session_id = s.id
      order by sc.ordinal limit 1) as "caseId"
  from sessions s
  join bookings b on b.court_id = s.court_id and b.session_id = s.id and b.status = 'booked'
  cross join lateral (values (s.mediator_id), (s.lawyer_id)) as w(person_id)
  join external_busy e on e.court_id = s.court_id and e.person_id = w.person_id and e.during && b.during
  where s.court_id = ${courtId} and s.status = 'planned' and ${which}
    and not exists (select 1 from booking_overrides o where o.court_id = b.court_id and o.booking_id = b.id
      and o.code = 'ownCalendar' and o.resource_id = w.person_id)`;

/**
 * Looks anew whether a session lies free in its people's own calendars, and opens a task where it does not: one for each
 * session and person. To be called before its invitations go out. Answers the conflicts that there are.
 */
export const checkSession = (deps: Deps, courtId: string, sessionId: string): Promise<CalendarConflict[]> =>
  openTasks(deps, courtId, sql`s.id = ${sessionId}::uuid`);

/** The same for every session of the next day. */
export function checkComingSessions(deps: Deps, courtId: string): Promise<CalendarConflict[]> {
  const now = deps.clock.now();
  const [from, to] = [iso(now), iso(now.plus({ hours: AHEAD_HOURS }))];
  return openTasks(
    deps,
    courtId,
    sql`lower(b.during) > ${from}::timestamptz and lower(b.during) <= ${to}::timestamptz`,
  );
}

async function openTasks(deps: Deps, courtId: string, which: SQL): Promise<CalendarConflict[]> {
  const now = deps.clock.now();
  const t = schema.tasks;
  return deps.db.withCourt(courtId, async (tx) => {
    const found = await tx.execute<CalendarConflict & { caseId: string | null }>(conflictsOf(courtId, which));
    for (const one of found)
      await tx
        .insert(t)
        .values({
          courtId,
          id: uuidv7(),
          kind: "calendarConflict",
          key: key(one),
          caseId: one.caseId,
          sessionId: one.sessionId,
          data: { personId: one.personId },
          openedAt: now,
        })
        .onConflictDoNothing({ target: [t.courtId, t.key] });
    return found.map(({ sessionId, personId }) => ({ sessionId, personId }));
  });
}
