import { type SQL, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import { inCourt, type Tx } from "#db/client";
import { arrayText } from "#db/types";
import { dueInstant } from "~/domain/cases/calendar";
import type { Interval } from "~/domain/scheduling/interval";
import { COURT_ZONE, dayOf, dayStart, toMinutes, toMinutesUp, weekdayOf } from "~/domain/scheduling/minutes";
import type { SchedulingSnapshot } from "~/domain/scheduling/snapshot";
import { type BookingWish, DAYS_AFTER, DAYS_BEFORE, type Meeting } from "./booking-wish.server";
import { unpacked } from "./busy-time.server";
import { CALENDAR_COLUMN, calendarIn, schedulingCalendar } from "./calendar.server";
import type { CaseRow } from "./command.server";
import { type CaseTies, SHUTS_OUT } from "./relations.server";
import { RULES, type RulesRow, rulesIn } from "./resource-rules.server";
import { resourceOf } from "./scheduling-snapshot.server";
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

/** `recordSeq`: how many acts the case has seen. As long as it stays, so does all that is the case's own. */
type SeenCase = CaseTies & Pick<CaseRow, "recordSeq">;

/** All that a booking is judged by, as it stood at one moment. */
export type BookingView = {
  readonly cases: readonly SeenCase[];
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

/** What one question answers: everything about all who asked together. */
export type BookingRow = PeopleRow & {
  readonly cases: readonly SeenCase[];
  readonly bars: readonly { caseId: string; personId: string }[];
  readonly answered: readonly { actorId: string; verb: string; key: string }[];
  /** Cases with times put to their sides. */
  readonly offered: readonly string[];
  readonly rooms: readonly RoomRow[];
  readonly rules: readonly RulesRow[];
  readonly busy: Readonly<Record<string, string>>;
  readonly settings: string;
  readonly calendar: string;
};

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
            where court_id = asked.court and session_id = any(asked.session_ids) and part = 'added') people
        union all select asked.court, id from rooms where court_id = asked.court and active) x) w)
  select
    (select coalesce(json_agg(json_build_object('courtId', c.court_id, 'id', c.id, 'mediatorId', c.mediator_id,
        'lawyerId', c.lawyer_id, 'teamId', c.team_id, 'orgId', c.org_id, 'judgeId', c.judge_id,
        'recordSeq', c.record_seq) order by c.id), '[]')
      from cases c where c.court_id = asked.court and c.id = any(asked.case_ids)) as cases,
    (select coalesce(json_agg(json_build_object('caseId', b.case_id, 'personId', b.person_id)), '[]')
      from bars b where b.court_id = asked.court and b.case_id = any(asked.case_ids)
        and b.person_id = any(asked.person_ids) and b.why = any('${arrayText(SHUTS_OUT)}'::text[])) as bars,
    (select coalesce(json_agg(json_build_object('actorId', k.actor_id, 'verb', k.verb, 'key', k.key)), '[]')
      from idempotency_keys k where k.court_id = asked.court and k.actor_id = any(asked.actor_ids)
        and k.verb = any(asked.verbs) and k.key = any(asked.keys)) as answered,
    (select coalesce(json_agg(case_id), '[]') from offers where ${OF_CASES} and status = 'open') as offered,
    (select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'nameEn', r.name_en,
        'facilities', r.facilities, 'place', r.place, 'placeEn', r.place_en) order by r.id), '[]')
      from rooms r where r.court_id = asked.court and r.active) as rooms,
    (select coalesce(json_agg(rules), '[]') from (${RULES}) rules) as rules,
    (select coalesce(json_object_agg(b.resource_id, encode(b.packed, 'base64')), '{}')
      from busy_packed(asked.homes, asked.ids, tstzrange(to_timestamp(asked.from_minute * 60.0::float8),
        to_timestamp(asked.to_minute * 60.0::float8))) b) as busy,
    ${SETTINGS_COLUMN}, ${CALENDAR_COLUMN}, ${PEOPLE_COLUMNS}
  from whom as asked`;

/**
 * Epoch minutes of the taken time that can matter to these wishes and to what is offered instead: caps count whole weeks,
 * and a gap reaches into the day before and after them.
 */
function reach(wishes: readonly BookingWish[]): Interval {
  const first = dayOf(Math.min(...wishes.map(({ interval }) => interval.from))) - DAYS_BEFORE;
  const last = dayOf(Math.max(...wishes.map(({ interval }) => interval.to))) + DAYS_AFTER;
  return {
    from: dayStart(first - weekdayOf(first)),
    to: dayStart(last + 9 - weekdayOf(last)),
  };
}

const each = <T>(values: readonly (T | null | undefined)[]): T[] => [
  ...new Set(values.filter((one): one is T => one !== null && one !== undefined)),
];

/** The question, to go on after `with court as (...)`; all who ask are of that court. */
export function bookingQuestion(today: string, asks: readonly Omit<BookingAsk, "courtId" | "today">[]): SQL {
  const { from, to } = reach(asks.flatMap((ask) => ask.wishes));
  const by = asks.map((ask) => ask.by);
  return sql`asked as materialized (select court.id as court,
    ${arrayText(each(asks.flatMap((ask) => ask.caseIds)))}::uuid[] as case_ids,
    ${arrayText(each(asks.map((ask) => ask.sessionId)))}::uuid[] as session_ids,
    ${from}::int as from_minute, ${to}::int as to_minute, ${today}::text as today,
    ${arrayText(each(by.map((one) => one?.personId)))}::uuid[] as person_ids,
    ${arrayText(each(by.map((one) => one?.actorId)))}::text[] as actor_ids,
    ${arrayText(each(by.map((one) => one?.verb)))}::text[] as verbs,
    ${arrayText(each(by.map((one) => one?.key)))}::text[] as keys from court), ${sql.raw(QUESTION)}`;
}

/** What each of those who asked together is to know: of the answer, only what its own cases and people are about. */
export function bookingViews(asks: readonly BookingAsk[], row: BookingRow): BookingView[] {
  const settings = settingsIn(row.settings);
  const court = schedulingCalendar(calendarIn(row.calendar), settings);
  const rules = rulesIn(row.rules);
  const busy = new Map(
    Object.entries(row.busy).map(([id, packed]) => [id, unpacked(Buffer.from(packed, "base64"))]),
  );
  return asks.map(({ courtId, caseIds, sessionId, wishes, now, by }) => {
    const cases = row.cases.filter((one) => caseIds.includes(one.id));
    const { dueOn, ...whom } = meetingIn(row, cases, sessionId);
    const rooms = roomsIn(courtId, row.rooms);
    const resources = [...whom.people, ...rooms].map((one) =>
      resourceOf(one, rules.get(one.resourceId), busy.get(one.resourceId)),
    );
    return {
      cases,
      barred: new Set(row.bars.filter((one) => one.personId === by?.personId).map((one) => one.caseId)),
      isAnswered: row.answered.some(
        (one) => by?.actorId === one.actorId && by.verb === one.verb && by.key === one.key,
      ),
      hasOpenOffer: row.offered.some((id) => caseIds.includes(id)),
      meeting: { ...whom, rooms, latestDueAt: dueOn ? toMinutes(dueInstant(dueOn)) : undefined },
      settings,
      snapshot: { now: toMinutesUp(now), zone: COURT_ZONE, horizon: reach(wishes), court, resources },
    };
  });
}

/** Asks all of it in one question, inside a transaction. */
export async function askBooking(tx: Tx, ask: BookingAsk): Promise<BookingView> {
  const [row] = await tx.execute<BookingRow>(
    sql`with ${inCourt(ask.courtId)}, ${bookingQuestion(ask.today, [ask])}`,
  );
  const [view] = row ? bookingViews([ask], row) : [];
  if (!view) throw new Error("nobody answered what a booking asks");
  return view;
}
