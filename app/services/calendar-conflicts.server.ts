import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { schema, type Tx } from "#db/client";
import { asCourtId } from "~/domain/ids";
import type { Deps } from "./deps.server";
import { iso } from "./iso.server";
import { record } from "./record.server";

const AHEAD_HOURS = 24;

/** A booked session at whose time somebody who holds it is taken in a calendar of his own. */
export type CalendarConflict = { readonly sessionId: string; readonly personId: string };
type Found = CalendarConflict & {
  readonly caseId: string | null;
  /** The session's time and what lies across it: what was decided about these counts for no others. */
  readonly across: string;
};

const samePair = (a: CalendarConflict, b: CalendarConflict) =>
  a.sessionId === b.sessionId && a.personId === b.personId;
const key = ({ sessionId, personId, across }: Found) => `calendarConflict:${sessionId}:${personId}:${across}`;

const SPAN = (range: string) =>
  sql.raw(
    `extract(epoch from lower(${range}))::bigint || '-' || extract(epoch from upper(${range}))::bigint`,
  );

/** Conflicts of booked sessions that `which` names; what a coordinator booked over knowingly is none. */
const conflictsOf = (courtId: string, which: SQL) => sql`
  select s.id as "sessionId", w.person_id as "personId",
    md5(${SPAN("b.during")} || ' ' || string_agg(distinct ${SPAN("e.during")}, ' ' order by ${SPAN("e.during")})) as across,
    (select sc.case_id from session_cases sc where sc.court_id = s.court_id and sc.session_id = s.id
      order by sc.ordinal limit 1) as "caseId"
  from sessions s
  join bookings b on b.court_id = s.court_id and b.session_id = s.id and b.status = 'booked'
  cross join lateral (values (s.mediator_id), (s.lawyer_id)) as w(person_id)
  join external_busy e on e.court_id = s.court_id and e.person_id = w.person_id and e.during && b.during
  where s.court_id = ${courtId} and s.status = 'planned' and (${which})
    and not exists (select 1 from booking_overrides o where o.court_id = b.court_id and o.booking_id = b.id
      and o.code = 'ownCalendar' and o.resource_id = w.person_id)
  group by s.court_id, s.id, b.during, w.person_id`;

/**
 * Looks anew whether a session lies free in its people's own calendars, and opens a task where it does not: one for each
 * session and person. To be called before its invitations go out. Answers the conflicts that there are.
 */
export const checkSession = (deps: Deps, courtId: string, sessionId: string): Promise<CalendarConflict[]> =>
  check(deps, courtId, sql`s.id = ${sessionId}::uuid`);

/** The same for every session of the next day, and for those of which a task stands already, however far away. */
export function checkComingSessions(deps: Deps, courtId: string): Promise<CalendarConflict[]> {
  const now = deps.clock.now();
  const [from, to] = [iso(now), iso(now.plus({ hours: AHEAD_HOURS }))];
  return check(
    deps,
    courtId,
    sql`(lower(b.during) > ${from}::timestamptz and lower(b.during) <= ${to}::timestamptz)
      or s.id in (select t.session_id from tasks t where t.court_id = ${courtId} and t.kind = 'calendarConflict' and t.done_at is null)`,
  );
}

/** One check at a time tells what is new; the tasks that it opens and ends are its own, on the record of a job. */
async function check(deps: Deps, courtId: string, which: SQL): Promise<CalendarConflict[]> {
  const now = deps.clock.now();
  return deps.db.withCourt(courtId, async (tx) => {
    const standing = await openConflicts(tx, courtId, which);
    const found = [...(await tx.execute<Found>(conflictsOf(courtId, which)))];
    for (const one of found) await openOrFollow(tx, courtId, one, standing, now);
    const gone = standing.filter((task) => !found.some((one) => samePair(one, task)));
    for (const task of gone) await endAsGone(tx, courtId, task, now);
    if (gone.length)
      await record(tx, { kind: "job", courtId: asCourtId(courtId), name: "calendars" }, now, {
        verb: "check-calendars",
        data: { taskIds: gone.map((task) => task.id) },
      });
    return found.map(({ sessionId, personId }) => ({ sessionId, personId }));
  });
}

type Standing = CalendarConflict & { readonly id: string; readonly key: string };

/** The open tasks about the sessions that are looked at, also of those that are no longer to take place. */
async function openConflicts(tx: Tx, courtId: string, which: SQL): Promise<Standing[]> {
  const rows = await tx.execute<Standing>(sql`
    select t.id, t.key, t.session_id as "sessionId", t.data->>'personId' as "personId" from tasks t
    join sessions s on s.court_id = t.court_id and s.id = t.session_id
    left join bookings b on b.court_id = s.court_id and b.session_id = s.id and b.status = 'booked'
    where t.court_id = ${courtId} and t.kind = 'calendarConflict' and t.done_at is null and (${which})
    order by t.id for update of t`);
  return [...rows];
}

/** One task stands for a person and a session: it goes with what lies across. What was decided about the same stays decided. */
async function openOrFollow(
  tx: Tx,
  courtId: string,
  one: Found,
  standing: readonly Standing[],
  now: DateTime,
): Promise<void> {
  const t = schema.tasks;
  const task = standing.find((each) => samePair(each, one));
  if (task?.key === key(one)) return;
  if (task)
    await tx
      .update(t)
      .set({ key: key(one) })
      .where(and(eq(t.courtId, courtId), eq(t.id, task.id)));
  else
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
}

/** Nobody has decided anything: its key is given back, so that the same conflict, should it come again, is a task again. */
async function endAsGone(tx: Tx, courtId: string, task: Standing, now: DateTime): Promise<void> {
  const t = schema.tasks;
  await tx
    .update(t)
    .set({ doneAt: now, doneById: "calendars", outcome: "gone", key: `${task.key}:${task.id}` })
    .where(and(eq(t.courtId, courtId), eq(t.id, task.id), isNull(t.doneAt)));
}
