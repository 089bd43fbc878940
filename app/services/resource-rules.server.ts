import { sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { arrayText } from "#db/types";
import type { Interval } from "~/domain/scheduling/interval";
import type { ResourceSnapshot, WeeklyHours } from "~/domain/scheduling/snapshot";

/** Weekday, from, to, first date, end date or null, whether it is in residence. */
type WeekCell = readonly [number, number, number, string, string | null, boolean];
type LimitCells = readonly [number | null, number | null, number, number, number | null, number | null];
export type RulesRow = {
  resource_id: string;
  hours: readonly WeekCell[] | null;
  dates: readonly (readonly [string, readonly { fromMinute: number; toMinute: number }[]])[] | null;
  away: readonly (readonly [number, number])[] | null;
  own: readonly (readonly [number, number])[] | null;
  weekly: readonly WeekCell[] | null;
  limits: LimitCells | null;
  languages: readonly string[] | null;
};

/** What a resource's keepers and it itself have said about its time; taken time is not among it. */
export type ResourceRules = Pick<
  ResourceSnapshot,
  | "weeklyHours"
  | "dateHours"
  | "absences"
  | "ownCalendar"
  | "weeklyAbsences"
  | "languages"
  | "maxPerDay"
  | "maxPerWeek"
  | "horizonDays"
  | "minimumNoticeMinutes"
  | "bufferBeforeMinutes"
  | "bufferAfterMinutes"
>;

const weekly = (cells: readonly WeekCell[]): WeeklyHours[] =>
  cells.map(([weekday, fromMin, toMin, validFrom, validTo, resident]) => ({
    weekday,
    fromMin,
    toMin,
    validFrom,
    ...(validTo !== null && { validTo }),
    ...(resident && { resident }),
  }));

function limitsOf([day, week, before, after, notice, days]: LimitCells): Partial<ResourceRules> {
  return {
    ...(day !== null && { maxPerDay: day }),
    ...(week !== null && { maxPerWeek: week }),
    ...(before > 0 && { bufferBeforeMinutes: before }),
    ...(after > 0 && { bufferAfterMinutes: after }),
    ...(notice !== null && { minimumNoticeMinutes: notice }),
    ...(days !== null && { horizonDays: days }),
  };
}

const rulesOf = (row: RulesRow): ResourceRules => ({
  absences: (row.away ?? []).map(([from, to]): Interval => ({ from, to })),
  ...(row.own && { ownCalendar: row.own.map(([from, to]): Interval => ({ from, to })) }),
  ...(row.hours && { weeklyHours: weekly(row.hours) }),
  ...(row.dates && {
    dateHours: Object.fromEntries(
      row.dates.map(([on, hours]) => [
        on,
        hours.map((one) => ({ fromMin: one.fromMinute, toMin: one.toMinute })),
      ]),
    ),
  }),
  ...(row.weekly && { weeklyAbsences: weekly(row.weekly) }),
  ...(row.limits && limitsOf(row.limits)),
  ...(row.languages && { languages: row.languages }),
});

const MINE = "court_id = asked.court and resource_id = any(asked.ids)";
const CELLS = "weekday, from_minute, to_minute, valid_from, valid_to";

/** A select over `asked` (court, ids, from_minute): one row of rules for each of the ids. */
export const RULES = `
  select w.id as resource_id, h.hours, d.dates, a.away, e.own, k.weekly, l.limits, r.languages
  from unnest(asked.ids) as w(id)
  left join (select resource_id as id, json_agg(json_build_array(${CELLS}, resident)) as hours
    from weekly_hours where ${MINE} group by 1) h on h.id = w.id
  left join (select resource_id as id, json_agg(json_build_array("on", hours)) as dates
    from date_hours where ${MINE} group by 1) d on d.id = w.id
  left join (select resource_id as id,
      json_agg(json_build_array(epoch_minute(lower(during)), epoch_minute_up(upper(during)))) as away
    from absences where ${MINE} and epoch_minute_up(upper(during)) > asked.from_minute group by 1) a on a.id = w.id
  left join (select person_id as id,
      json_agg(json_build_array(epoch_minute(lower(during)), epoch_minute_up(upper(during)))) as own
    from external_busy where court_id = asked.court and person_id = any(asked.ids)
      and epoch_minute_up(upper(during)) > asked.from_minute group by 1) e on e.id = w.id
  left join (select resource_id as id, json_agg(json_build_array(${CELLS}, false)) as weekly
    from weekly_absences where ${MINE} group by 1) k on k.id = w.id
  left join (select resource_id as id, json_build_array(max_per_day, max_per_week, buffer_before_minutes,
      buffer_after_minutes, minimum_notice_minutes, horizon_days) as limits
    from resource_limits where ${MINE}) l on l.id = w.id
  left join (select person_id as id, json_agg(distinct spoken) as languages
    from roster_members, jsonb_array_elements_text(languages) as spoken
    where court_id = asked.court and person_id = any(asked.ids) group by 1) r on r.id = w.id`;

export const rulesIn = (rows: readonly RulesRow[]): ReadonlyMap<string, ResourceRules> =>
  new Map(rows.map((row) => [row.resource_id, rulesOf(row)]));

/**
 * The rules of these resources in one question, a row each. Only of this court's keeping: another court's hours of the
 * same person are that court's business. Leave that was over before `from` (epoch minutes) is left out.
 */
export async function rulesOfResources(
  tx: Tx,
  courtId: string,
  ids: readonly string[],
  from: number,
): Promise<ReadonlyMap<string, ResourceRules>> {
  if (!ids.length) return new Map();
  const rows = await tx.execute<RulesRow>(sql`
    with asked as materialized (select ${courtId}::text as court, ${arrayText(ids)}::uuid[] as ids,
      ${from}::int as from_minute)
    select rules.* from asked, lateral (${sql.raw(RULES)}) rules`);
  return rulesIn(rows);
}
