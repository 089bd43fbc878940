import { type SQL, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import { inCourt, type Tx } from "#db/client";
import { arrayText } from "#db/types";
import { dueInstant } from "~/domain/cases/calendar";
import type { Interval } from "~/domain/scheduling/interval";
import { COURT_ZONE, dayOf, dayStart, toMinutes, toMinutesUp } from "~/domain/scheduling/minutes";
import type { ResourceSnapshot, SchedulingSnapshot } from "~/domain/scheduling/snapshot";
import type { BookingWish, Meeting } from "./booking-wish.server";
import { unpacked } from "./busy-time.server";
import { CALENDAR_COLUMN, calendarIn, schedulingCalendar } from "./calendar.server";
import { type CaseTies, SHUTS_OUT } from "./relations.server";
import { RULES, type RulesRow, rulesIn } from "./resource-rules.server";
import { meetingIn, PEOPLE_COLUMNS, type PeopleRow, type RoomRow, roomsIn } from "./session-people.server";
import { SETTINGS_COLUMN, type Settings, settingsIn } from "./settings.server";

/** What a booking asks: for whom, and around when. */
export type BookingAsk = {
  readonly courtId: string;
  readonly caseIds: readonly string[];
  readonly sessionId: string | null;
  readonly wishes: readonly BookingWish[];
  readonly now: DateTime;
  /** Today in court time, YYYY-MM-DD. */
  readonly today: string;
  /** Who asks with which idempotency key; only where that must be known before the ritual. */
  readonly by?: {
    readonly personId: string | null;
    readonly actorId: string;
    readonly verb: string;
    readonly key?: string;
  };
};

/** All that a booking is judged by, as it stood at one moment. */
export type BookingView = {
  readonly cases: readonly CaseTies[];
  /** The cases from which the asker is shut out. */
  readonly barred: ReadonlySet<string>;
  /** The idempotency key was used before: its answer stands. */
  readonly isAnswered: boolean;
  /** One of the cases has times put to its sides, which a booking takes back. */
  readonly hasOpenOffer: boolean;
  readonly meeting: Meeting;
  readonly settings: Settings;
  /** Everybody of the meeting and every room of the court; taken time reaches over the weeks around the wishes. */
  readonly snapshot: SchedulingSnapshot;
};

type Row = PeopleRow & {
  readonly cases: readonly CaseTies[];
  readonly barred: readonly string[];
  readonly answered: boolean;
  readonly offered: boolean;
  readonly rooms: readonly RoomRow[];
  readonly rules: readonly RulesRow[];
  readonly busy: Readonly<Record<string, string>>;
  readonly settings: string;
  readonly calendar: string;
};

/** Caps count whole weeks, and alternatives are looked for up to eight days after the wish. */
const DAYS_BEFORE = 8;
const DAYS_AFTER = 16;

const OF_CASES = "court_id = asked.court and case_id = any(asked.case_ids)";

/*
 * Everything hangs on `asked`, row by row: whatever is read is read after the court is set, or the walls would let
 * nothing through.
 */
const QUESTION = `
  staffed as materialized (
    select asked.*, array(select distinct person from cases c, unnest(array[c.mediator_id, c.lawyer_id]) as person
      where c.court_id = asked.court and c.id = any(asked.case_ids) and person is not null) as staff
    from asked),
  whom as materialized (
    select asked.*, w.homes, w.ids from staffed as asked, lateral (
      select array_agg(x.home) as homes, array_agg(x.id) as ids from (
        select id::text as home, id from (
          select unnest(asked.staff) as id
          union select resource_id from parties where ${OF_CASES} and resource_id is not null
          union select resource_id from agents where ${OF_CASES}
          union select resource_id from session_people
            where court_id = asked.court and session_id = asked.session_id and part = 'added') people
        union all select asked.court, id from rooms where court_id = asked.court and active) x) w)
  select
    (select coalesce(json_agg(json_build_object('courtId', c.court_id, 'id', c.id, 'mediatorId', c.mediator_id,
        'lawyerId', c.lawyer_id, 'teamId', c.team_id, 'orgId', c.org_id, 'judgeId', c.judge_id) order by c.id), '[]')
      from cases c where c.court_id = asked.court and c.id = any(asked.case_ids)) as cases,
    (select coalesce(json_agg(b.case_id), '[]') from bars b where b.court_id = asked.court
      and b.case_id = any(asked.case_ids) and b.person_id = asked.person_id and b.why = any('${arrayText(SHUTS_OUT)}'::text[])) as barred,
    exists (select from idempotency_keys k where k.court_id = asked.court and k.actor_id = asked.actor_id
      and k.verb = asked.verb and k.key = asked.key) as answered,
    exists (select from offers where ${OF_CASES} and status = 'open') as offered,
    (select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'nameEn', r.name_en,
        'facilities', r.facilities, 'place', r.place, 'placeEn', r.place_en) order by r.id), '[]')
      from rooms r where r.court_id = asked.court and r.active) as rooms,
    (select coalesce(json_agg(rules), '[]') from (${RULES}) rules) as rules,
    (select coalesce(json_object_agg(b.resource_id, encode(b.packed, 'base64')), '{}')
      from busy_packed(asked.homes, asked.ids, tstzrange(to_timestamp(asked.from_minute * 60.0::float8),
        to_timestamp(asked.to_minute * 60.0::float8))) b) as busy,
    ${SETTINGS_COLUMN}, ${CALENDAR_COLUMN}, ${PEOPLE_COLUMNS}
  from whom as asked`;

/** Epoch minutes of the taken time that can matter to these wishes and to what is offered instead. */
const reach = (wishes: readonly BookingWish[]): Interval => ({
  from: dayStart(dayOf(Math.min(...wishes.map(({ interval }) => interval.from))) - DAYS_BEFORE),
  to: dayStart(dayOf(Math.max(...wishes.map(({ interval }) => interval.to))) + DAYS_AFTER),
});

/** The question, to go on after `with court as (...)`. */
export function bookingQuestion({ caseIds, sessionId, wishes, today, by }: BookingAsk): SQL {
  const { from, to } = reach(wishes);
  return sql`asked as materialized (select court.id as court, ${arrayText(caseIds)}::uuid[] as case_ids,
    ${sessionId}::uuid as session_id, ${from}::int as from_minute, ${to}::int as to_minute, ${today}::text as today,
    ${by?.personId ?? null}::uuid as person_id, ${by?.actorId ?? null}::text as actor_id,
    ${by?.verb ?? null}::text as verb, ${by?.key ?? null}::text as key from court), ${sql.raw(QUESTION)}`;
}

export function bookingView(ask: BookingAsk, row: Row): BookingView {
  const { courtId, now, wishes } = ask;
  const settings = settingsIn(row.settings);
  const { people, needy, dueOn } = meetingIn(row, row.cases);
  const rooms = roomsIn(courtId, row.rooms);
  const rules = rulesIn(row.rules);
  const resources = [...people, ...rooms].map((one): ResourceSnapshot => {
    const packed = row.busy[one.resourceId];
    return {
      resourceId: one.resourceId,
      homeId: one.homeId,
      kind: one.kind,
      label: one.label,
      absences: [],
      ...rules.get(one.resourceId),
      busy: packed ? unpacked(Buffer.from(packed, "base64")) : [],
      ...(one.facilities && { facilities: one.facilities }),
    };
  });
  return {
    cases: row.cases,
    barred: new Set(row.barred),
    isAnswered: row.answered,
    hasOpenOffer: row.offered,
    meeting: { people, needy, rooms, latestDueAt: dueOn ? toMinutes(dueInstant(dueOn)) : undefined },
    settings,
    snapshot: {
      now: toMinutesUp(now),
      zone: COURT_ZONE,
      horizon: reach(wishes),
      court: schedulingCalendar(calendarIn(row.calendar), settings),
      resources,
    },
  };
}

export type BookingRow = Row;

/** Asks all of it in one question, inside a transaction. */
export async function askBooking(tx: Tx, ask: BookingAsk): Promise<BookingView> {
  const [row] = await tx.execute<Row>(sql`with ${inCourt(ask.courtId)}, ${bookingQuestion(ask)}`);
  if (!row) throw new Error("nobody answered what a booking asks");
  return bookingView(ask, row);
}
