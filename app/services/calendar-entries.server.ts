import { type SQL, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import type { SessionMode, SessionStatus } from "~/domain/mediation/sessions";
import type { Actor } from "~/domain/policy/actor";
import { visibleTo } from "./case-visibility.server";
import { iso } from "./iso.server";
import type { Question } from "./query.server";

type Light = "needsAction" | "accepted" | "declined" | "tentative";

/** A session in a calendar. Of cases that the reader has nothing to do with only time, room and mediator are there. */
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
  readonly caseCount: number;
  readonly case: {
    readonly caseId: string;
    readonly number: string;
    readonly claimantNames: string;
    readonly respondentNames: string;
    /** What each side has answered; `needsAction` while nobody has. */
    readonly claimant: Light;
    readonly respondent: Light;
  } | null;
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
  case_count: number;
  case_id: string | null;
  number: string | null;
  claimant_names: string | null;
  respondent_names: string | null;
  claimant: Light | null;
  respondent: Light | null;
};

const replyOf = (side: "claimant" | "respondent") => sql`
  (select i.reply from invitations i
    where i.court_id = s.court_id and i.session_id = s.id and i.case_id = c.id and i.method = 'REQUEST'
      and (i.recipient_id in (select p.id from parties p where p.court_id = c.court_id and p.case_id = c.id and p.side = ${side})
        or i.recipient_id in (select a.id from agents a join parties p on p.court_id = a.court_id and p.id = a.party_id
          where a.court_id = c.court_id and a.case_id = c.id and p.side = ${side}))
    order by case i.reply when 'declined' then 0 when 'tentative' then 1 when 'needsAction' then 2 else 3 end limit 1)`;

/** Sessions that touch [from, to), by start; `whose` narrows them over `sessions s`. */
export async function calendarEntries(
  { tx, courtId, now, actor }: Pick<Question<unknown>, "tx" | "courtId" | "now"> & { actor: Actor },
  from: DateTime,
  to: DateTime,
  whose: SQL,
): Promise<CalendarEntry[]> {
  const rows = await tx.execute<Row>(sql`
    select s.id as session_id, s.status, s.mode, s.room_id, r.name as room_name, r.name_en as room_name_en, s.mediator_id, m.name as mediator_name,
      b.status = 'held' as held,
      to_char(lower(b.during) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as start_at,
      to_char(upper(b.during) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as end_at,
      (select count(*)::int from session_cases x where x.court_id = s.court_id and x.session_id = s.id) as case_count,
      c.id as case_id, coalesce(c.case_no, c.registration_no) as number, c.claimant_names, c.respondent_names,
      ${replyOf("claimant")} as claimant, ${replyOf("respondent")} as respondent
    from bookings b
    join sessions s on s.court_id = b.court_id and s.id = b.session_id
    join session_cases sc on sc.court_id = s.court_id and sc.session_id = s.id and sc.ordinal = 0
    left join cases c on c.court_id = sc.court_id and c.id = sc.case_id and (${visibleTo(actor)})
    left join rooms r on r.court_id = s.court_id and r.id = s.room_id
    left join roster_members m on m.court_id = s.court_id and m.person_id = s.mediator_id and m.kind = 'mediator'
    where b.court_id = ${courtId} and b.during && tstzrange(${iso(from)}::timestamptz, ${iso(to)}::timestamptz)
      and (b.status = 'booked' or (b.status = 'held' and b.hold_until > ${iso(now)}::timestamptz)) and s.status <> 'cancelled' and (${whose})
    order by lower(b.during), s.id`);
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
    caseCount: row.case_count,
    case: row.case_id
      ? {
          caseId: row.case_id,
          number: row.number ?? "",
          claimantNames: row.claimant_names ?? "",
          respondentNames: row.respondent_names ?? "",
          claimant: row.claimant ?? "needsAction",
          respondent: row.respondent ?? "needsAction",
        }
      : null,
  }));
}
