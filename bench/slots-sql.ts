import { sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { arrayText } from "#db/types";
import { fromMinutes } from "~/domain/scheduling/minutes";
import { openTime } from "~/domain/scheduling/open-time";
import type { SchedulingSnapshot, Wish } from "~/domain/scheduling/snapshot";
import { COURT } from "./slots-court";

/** A start in epoch minutes, with the mediator and the room that are first in the wish's order. */
export type Answer = readonly [number, string | null, string | null];

const instant = (minute: number) => fromMinutes(minute).toUTC().toISO() as string;

/** What of the court is no table: its working days and hours. Given to the statement as it needs them. */
function courtText({ court, horizon, zone }: SchedulingSnapshot): string {
  const days = openTime(court, horizon, zone).filter((day) => day.working);
  return JSON.stringify(
    days.map((day) => ({
      on: day.on,
      weekday: day.weekday,
      open: `{${day.open.map(({ from, to }) => `[${instant(from)},${instant(to)})`).join(",")}}`,
    })),
  );
}

/**
 * The same question in one statement of multiranges: open time and own hours without what is taken, intersected over
 * everybody mandatory, and each start of the grid held against it.
 */
export async function slotsInSql(tx: Tx, snapshot: SchedulingSnapshot, wish: Wish): Promise<Answer[]> {
  const { mandatoryIds, mediatorCandidateIds = [], roomCandidateIds, durationMinutes, stepMinutes } = wish;
  const ids = [...mandatoryIds, ...mediatorCandidateIds, ...roomCandidateIds];
  const homeOf = new Map(snapshot.resources.map((one) => [one.resourceId, one.homeId]));
  const homes = ids.map((id) => homeOf.get(id) ?? id);
  const [from, to] = [instant(snapshot.horizon.from), instant(snapshot.horizon.to)];
  const earliest = instant(Math.max(snapshot.now, wish.earliestAt ?? snapshot.now));
  const uuids = (list: readonly string[]) => sql`${arrayText(list)}::uuid[]`;
  const at = (minute: string) =>
    sql.raw(`(((d."on"::date)::timestamp + make_interval(mins => ${minute})) at time zone 'Asia/Shanghai')`);
  const rows = await tx.execute<{ at: number; mediator: string | null; room: string | null }>(sql`
    with w as (
      select id, home, ord from unnest(${uuids(ids)}, ${arrayText(homes)}::text[]) with ordinality as u(id, home, ord)
    ), days as materialized (
      select * from json_to_recordset(${courtText(snapshot)}::text::json) as d("on" text, weekday int, open tstzmultirange)
    ), court as materialized (
      select range_agg(r) as open from days, unnest(open) r
    ), limits as materialized (
      select w.id, coalesce(l.buffer_before_minutes, 0) + coalesce(l.buffer_after_minutes, 0) as gap, l.max_per_day
      from w left join resource_limits l on l.court_id = ${COURT} and l.resource_id = w.id
    ), own as (
      select h.id, range_agg(h.during) as hours from (
        select w.id, tstzrange(${at("h.from_minute")}, ${at("h.to_minute")}) as during
        from w join weekly_hours h on h.court_id = ${COURT} and h.resource_id = w.id
        join days d on d.weekday = h.weekday and h.valid_from <= d."on" and (h.valid_to is null or d."on" < h.valid_to)
        where not exists (select 1 from date_hours o where o.court_id = ${COURT} and o.resource_id = w.id and o."on" = d."on")
        union all
        select w.id, tstzrange(${at(`(x->>'fromMinute')::int`)}, ${at(`(x->>'toMinute')::int`)})
        from w join date_hours o on o.court_id = ${COURT} and o.resource_id = w.id
        join days d on d."on" = o."on", jsonb_array_elements(o.hours) x
      ) h group by h.id
    ), claims as materialized (
      select w.id, o.during from w cross join lateral (
        select during from occupancies where home_id = w.home and resource_id = w.id and released_at is null
          and (hold_until is null or hold_until > ${instant(snapshot.now)}::timestamptz)
          and during && tstzrange(${from}::timestamptz, ${to}::timestamptz) offset 0) o
    ), taken as (
      select t.id, range_agg(t.during) as during from (
        select c.id, tstzrange(lower(c.during) - make_interval(mins => l.gap), upper(c.during) + make_interval(mins => l.gap)) as during
        from claims c join limits l on l.id = c.id
        union all
        select w.id, a.during from w join absences a on a.court_id = ${COURT} and a.resource_id = w.id
        union all
        select w.id, tstzrange(${at("a.from_minute")}, ${at("a.to_minute")})
        from w join weekly_absences a on a.court_id = ${COURT} and a.resource_id = w.id
        join days d on extract(isodow from d."on"::date) = a.weekday and a.valid_from <= d."on" and (a.valid_to is null or d."on" < a.valid_to)
        union all
        select c.id, tstzrange(c.day at time zone 'Asia/Shanghai', (c.day + interval '1 day') at time zone 'Asia/Shanghai')
        from (select id, date_trunc('day', lower(during) at time zone 'Asia/Shanghai') as day, count(*) as n from claims group by 1, 2) c
        join limits l on l.id = c.id and c.n >= l.max_per_day
      ) t group by t.id
    ), free as materialized (
      select w.id, w.ord,
        court.open * case when exists (
            select 1 from weekly_hours h where h.court_id = ${COURT} and h.resource_id = w.id)
          then coalesce(own.hours, '{}') else court.open end - coalesce(taken.during, '{}') as time
      from w cross join court left join own on own.id = w.id left join taken on taken.id = w.id
    ), together as (
      select coalesce((select range_intersect_agg(time) from free where id = any(${uuids(mandatoryIds)})), court.open)
        * tstzmultirange(tstzrange(${earliest}::timestamptz, ${to}::timestamptz)) as time from court
    ), starts as materialized (
      select s.at, tstzrange(s.at, s.at + make_interval(mins => ${durationMinutes}::int)) as during
      from together, unnest(together.time) as f(free), generate_series(
        date_bin(make_interval(mins => ${stepMinutes}::int), lower(free) + make_interval(mins => ${stepMinutes}::int)
          - interval '1 microsecond', timestamptz '2026-01-01 00:00+08'),
        upper(free) - make_interval(mins => ${durationMinutes}::int), make_interval(mins => ${stepMinutes}::int)) as s(at)
    )
    select epoch_minute(s.at) as at, m.id as mediator, r.id as room from starts s
    left join lateral (select id from free where id = any(${uuids(mediatorCandidateIds)}) and time @> s.during
      order by ord limit 1) m on true
    left join lateral (select id from free where id = any(${uuids(roomCandidateIds)}) and time @> s.during
      order by ord limit 1) r on true
    where (m.id is not null or ${mediatorCandidateIds.length === 0}) and (r.id is not null or ${roomCandidateIds.length === 0})
    order by 1`);
  return rows.map((row) => [row.at, row.mediator, row.room] as const);
}
