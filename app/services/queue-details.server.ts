import { sql } from "drizzle-orm";
import { arrayText } from "#db/types";
import type { Side } from "~/domain/cases/sides";
import type { Question } from "./query.server";

/** The next session of a case as a list shows it. Instants are ISO, UTC. */
export type NextSession = {
  readonly sessionId: string;
  readonly startAt: string;
  readonly endAt: string;
  readonly mode: string;
  readonly room: string | null;
  readonly held: boolean;
};

/** What a side has said last; its reasons are its own, and so is which of the offered times suit it. */
export type SideWord =
  | "none"
  | "agreed"
  | "refused"
  | "waiting"
  | "answered"
  | "invited"
  | "accepted"
  | "declined"
  | "tentative";

type At = Pick<Question<unknown>, "tx" | "courtId" | "now">;

/** The next session, booked or held, of each of these cases. */
export async function sessionsNext(
  { tx, courtId, now }: At,
  caseIds: readonly string[],
): Promise<Map<string, NextSession>> {
  if (!caseIds.length) return new Map();
  const rows = await tx.execute<{
    case_id: string;
    session_id: string;
    start_at: string;
    end_at: string;
    mode: string;
    room: string | null;
    held: boolean;
  }>(sql`
    select distinct on (sc.case_id) sc.case_id, s.id as session_id, s.mode, r.name as room, b.status = 'held' as held,
      to_char(lower(b.during) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as start_at,
      to_char(upper(b.during) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as end_at
    from session_cases sc
    join sessions s on s.court_id = sc.court_id and s.id = sc.session_id and s.status in ('planned', 'open')
    join bookings b on b.court_id = s.court_id and b.session_id = s.id and b.status <> 'released'
    left join rooms r on r.court_id = s.court_id and r.id = s.room_id
    where sc.court_id = ${courtId} and sc.case_id = any(${arrayText(caseIds)}::uuid[]) and upper(b.during) > ${now.toUTC().toISO()}::timestamptz
      and (b.status = 'booked' or b.hold_until > ${now.toUTC().toISO()}::timestamptz)
    order by sc.case_id, lower(b.during)`);
  return new Map(
    rows.map((row) => [
      row.case_id,
      {
        sessionId: row.session_id,
        startAt: row.start_at,
        endAt: row.end_at,
        mode: row.mode,
        room: row.room,
        held: row.held,
      },
    ]),
  );
}

const REPLIES: Readonly<Record<string, SideWord>> = {
  needsAction: "invited",
  accepted: "accepted",
  declined: "declined",
  tentative: "tentative",
};
/** A side speaks with its most reluctant voice. */
const WEAKEST: readonly SideWord[] = [
  "refused",
  "declined",
  "none",
  "waiting",
  "invited",
  "tentative",
  "answered",
  "agreed",
  "accepted",
];
const weakest = (words: readonly SideWord[]): SideWord =>
  WEAKEST.find((word) => words.includes(word)) ?? "none";

/** Per case and side: the answer to mediation, or to the session that is arranged, or to the times that are offered now. */
export async function sideWords(
  { tx, courtId, now }: At,
  caseIds: readonly string[],
): Promise<Map<string, Record<Side, SideWord>>> {
  if (!caseIds.length) return new Map();
  const rows = await tx.execute<{
    case_id: string;
    side: Side;
    decision: "agreed" | "refused" | null;
    reply: string | null;
    offered: "waiting" | "answered" | null;
  }>(sql`
    select p.case_id, p.side,
      (select case when exists (select 1 from offer_answers n where n.court_id = o.court_id and n.offer_id = o.id and n.party_id = p.id)
          then 'answered' else 'waiting' end
        from offers o where o.court_id = p.court_id and o.case_id = p.case_id and o.status = 'open'
          and o.until > ${now.toUTC().toISO()}::timestamptz and exists (select 1 from bookings b where b.court_id = o.court_id
            and b.offer_id = o.id and lower(b.during) > ${now.toUTC().toISO()}::timestamptz)) as offered,
      (select k.decision from consents k where k.court_id = p.court_id and k.case_id = p.case_id and k.party_id = p.id and k.kind = 'mediation'
        order by k.recorded_at desc, k.id desc limit 1) as decision,
      (select i.reply from invitations i join sessions s on s.court_id = i.court_id and s.id = i.session_id and s.status in ('planned', 'open')
        where i.court_id = p.court_id and i.case_id = p.case_id and i.method = 'REQUEST'
          and (i.recipient_id = p.id or i.recipient_id in (select a.id from agents a where a.court_id = p.court_id and a.party_id = p.id))
        order by (i.reply = 'needsAction'), i.updated_at desc limit 1) as reply
    from parties p where p.court_id = ${courtId} and p.case_id = any(${arrayText(caseIds)}::uuid[])`);
  const found = new Map<string, Record<Side, SideWord>>();
  for (const caseId of new Set(rows.map((row) => row.case_id))) {
    const of = (side: Side) =>
      weakest(
        rows
          .filter((row) => row.case_id === caseId && row.side === side)
          .map((row) => row.offered ?? (row.reply ? REPLIES[row.reply] : row.decision) ?? "none"),
      );
    found.set(caseId, { claimant: of("claimant"), respondent: of("respondent") });
  }
  return found;
}
