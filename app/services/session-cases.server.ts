import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import { schema, type Tx } from "#db/client";
import { arrayText } from "#db/types";
import type { Command } from "./command.server";

export async function caseIdsOfSession(tx: Tx, courtId: string, sessionId: string): Promise<string[]> {
  const sc = schema.sessionCases;
  const rows = await tx
    .select({ caseId: sc.caseId })
    .from(sc)
    .where(and(eq(sc.courtId, courtId), eq(sc.sessionId, sessionId)))
    .orderBy(asc(sc.ordinal));
  return rows.map((row) => row.caseId);
}

/** A session still to come; instants ISO in UTC. */
export type SessionAhead = {
  readonly caseId: string;
  readonly number: string;
  readonly sessionId: string;
  readonly startAt: string;
  readonly endAt: string;
};

/** Sessions still to come of these cases, the soonest first, but for one of them; a hold counts while it lasts. */
export async function sessionsAhead(
  { tx, courtId, now }: Pick<Command<unknown>, "tx" | "courtId"> & { readonly now: DateTime },
  caseIds: readonly string[],
  exceptId: string | null = null,
): Promise<SessionAhead[]> {
  if (!caseIds.length) return [];
  const at = sql`${now.toUTC().toISO()}::timestamptz`;
  const utc = (instant: SQL) => sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
  const rows = await tx.execute<SessionAhead>(sql`
    select sc.case_id as "caseId", coalesce(c.case_no, c.registration_no) as number, s.id as "sessionId",
      ${utc(sql`lower(b.during)`)} as "startAt", ${utc(sql`upper(b.during)`)} as "endAt"
    from session_cases sc
    join cases c on c.court_id = sc.court_id and c.id = sc.case_id
    join sessions s on s.court_id = sc.court_id and s.id = sc.session_id and s.status = 'planned'
    join bookings b on b.court_id = s.court_id and b.session_id = s.id and upper(b.during) > ${at}
      and (b.status = 'booked' or (b.status = 'held' and b.hold_until > ${at}))
    where sc.court_id = ${courtId} and sc.case_id = any(${arrayText(caseIds)}::uuid[])
      and s.id is distinct from ${exceptId}::uuid
    order by lower(b.during), s.id, sc.case_id`);
  return [...rows];
}

/** Keeps the case's next booked session beside it, for the queue. */
export async function nextSession(
  command: Pick<Command<unknown>, "tx" | "courtId">,
  caseId: string,
): Promise<void> {
  const { tx, courtId } = command;
  await tx.execute(sql`
    update cases set next_session_at = (
      select min(lower(b.during)) from session_cases sc
      join sessions s on s.court_id = sc.court_id and s.id = sc.session_id and s.status in ('planned', 'open')
      join bookings b on b.court_id = s.court_id and b.session_id = s.id and b.status = 'booked'
      where sc.court_id = ${courtId} and sc.case_id = ${caseId}::uuid)
    where court_id = ${courtId} and id = ${caseId}::uuid`);
}
