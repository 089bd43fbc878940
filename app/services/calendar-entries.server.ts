import { type SQL, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import { arrayText } from "#db/types";
import type { SessionMode, SessionStatus } from "~/domain/mediation/sessions";
import type { Actor } from "~/domain/policy/actor";
import { visibleTo } from "./case-visibility.server";
import { iso } from "./iso.server";
import type { Question } from "./query.server";

type Light = "needsAction" | "accepted" | "declined" | "tentative";

/** One case that a session serves; what each side of it has answered is `needsAction` while nobody has. */
export type CalendarCase = {
  readonly caseId: string;
  readonly number: string;
  readonly claimantNames: string;
  readonly respondentNames: string;
  readonly claimant: Light;
  readonly respondent: Light;
};

/** A session in a calendar; instants ISO in UTC. */
export type CalendarEntry = {
  readonly sessionId: string;
  readonly startAt: string;
  readonly endAt: string;
  readonly status: SessionStatus;
  readonly held: boolean;
  readonly mode: SessionMode;
  readonly roomId: string | null;
  readonly roomName: string | null;
  readonly roomNameEn: string | null;
  readonly mediatorId: string;
  readonly mediatorName: string | null;
  readonly mediatorNameEn: string | null;
  /** How many cases it serves, those unknown to the reader included. */
  readonly caseCount: number;
  /** Those the reader may see, in the session's order; of the others only time, room and mediator are there. */
  readonly cases: readonly CalendarCase[];
};

type Row = {
  session_id: string;
  start_at: string;
  end_at: string;
  status: SessionStatus;
  held: boolean;
  mode: SessionMode;
  room_id: string | null;
  room_name: string | null;
  room_name_en: string | null;
  mediator_id: string;
  mediator_name: string | null;
  mediator_name_en: string | null;
  case_count: number;
};

const replyOf = (side: "claimant" | "respondent") => sql`
  (select i.reply from invitations i
    where i.court_id = sc.court_id and i.session_id = sc.session_id and i.case_id = c.id and i.method = 'REQUEST'
      and (i.recipient_id in (select p.id from parties p where p.court_id = c.court_id and p.case_id = c.id and p.side = ${side})
        or i.recipient_id in (select a.id from agents a join parties p on p.court_id = a.court_id and p.id = a.party_id
          where a.court_id = c.court_id and a.case_id = c.id and p.side = ${side}))
    order by case i.reply when 'declined' then 0 when 'tentative' then 1 when 'needsAction' then 2 else 3 end limit 1)`;

export type CalendarAt = Pick<Question<unknown>, "tx" | "courtId" | "now"> & { readonly actor: Actor };

/** Of each session the cases that the reader may see. */
async function casesOf(
  { tx, courtId, actor }: CalendarAt,
  ids: readonly string[],
): Promise<Map<string, CalendarCase[]>> {
  const found = new Map<string, CalendarCase[]>();
  if (!ids.length) return found;
  const rows = await tx.execute<CalendarCase & { sessionId: string }>(sql`
    select sc.session_id as "sessionId", c.id as "caseId", coalesce(c.case_no, c.registration_no) as number,
      c.claimant_names as "claimantNames", c.respondent_names as "respondentNames",
      coalesce(${replyOf("claimant")}, 'needsAction') as claimant, coalesce(${replyOf("respondent")}, 'needsAction') as respondent
    from session_cases sc join cases c on c.court_id = sc.court_id and c.id = sc.case_id
    where sc.court_id = ${courtId} and sc.session_id = any(${arrayText(ids)}::uuid[]) and (${visibleTo(actor)})
    order by sc.ordinal`);
  for (const { sessionId, ...one } of rows) found.set(sessionId, [...(found.get(sessionId) ?? []), one]);
  return found;
}

/** Sessions that touch [from, to), by start; `whose` narrows them over `sessions s`. */
export async function calendarEntries(
  at: CalendarAt,
  from: DateTime,
  to: DateTime,
  whose: SQL,
): Promise<CalendarEntry[]> {
  const { tx, courtId, now } = at;
  const rows = await tx.execute<Row>(sql`
    select s.id as session_id, s.status, s.mode, s.room_id, r.name as room_name, r.name_en as room_name_en,
      s.mediator_id, m.name as mediator_name, m.name_en as mediator_name_en, b.status = 'held' as held,
      to_char(lower(b.during) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as start_at,
      to_char(upper(b.during) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as end_at,
      (select count(*)::int from session_cases x where x.court_id = s.court_id and x.session_id = s.id) as case_count
    from bookings b
    join sessions s on s.court_id = b.court_id and s.id = b.session_id
    left join rooms r on r.court_id = s.court_id and r.id = s.room_id
    left join roster_members m on m.court_id = s.court_id and m.person_id = s.mediator_id and m.kind = 'mediator'
    where b.court_id = ${courtId} and b.during && tstzrange(${iso(from)}::timestamptz, ${iso(to)}::timestamptz)
      and (b.status = 'booked' or (b.status = 'held' and b.hold_until > ${iso(now)}::timestamptz)) and s.status <> 'cancelled' and (${whose})
    order by lower(b.during), s.id`);
  const cases = await casesOf(
    at,
    rows.map((row) => row.session_id),
  );
  return rows.map((row) => ({
    sessionId: row.session_id,
    startAt: row.start_at,
    endAt: row.end_at,
    status: row.status,
    held: row.held,
    mode: row.mode,
    roomId: row.room_id,
    roomName: row.room_name,
    roomNameEn: row.room_name_en,
    mediatorId: row.mediator_id,
    mediatorName: row.mediator_name,
    mediatorNameEn: row.mediator_name_en,
    caseCount: row.case_count,
    cases: cases.get(row.session_id) ?? [],
  }));
}
