import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { schema, type Tx } from "#db/client";
import { arrayText } from "#db/types";
import { isWorkday, plusDays, type WorkCalendar } from "~/domain/cases/calendar";
import type { CalendarDay } from "~/domain/cases/calendar-notice";
import { withYear, yearOf } from "~/domain/cases/calendar-notice";
import { recompute } from "~/domain/cases/clocks";
import { COURT_ZONE } from "~/domain/scheduling/minutes";
import { type CalendarData, calendarData, calendarOf } from "./calendar.server";
import { asClock, type ClockRow } from "./clocks.server";
import { iso } from "./iso.server";

export type CalendarChange =
  | { readonly kind: "year"; readonly year: number; readonly source: string; readonly days: CalendarDay[] }
  | { readonly kind: "own"; readonly on: string; readonly set: "off" | "work" | null };

/** What the calendar would be made of after the change. */
export function changed(data: CalendarData, change: CalendarChange): CalendarData {
  const version = data.version + 1;
  if (change.kind === "year")
    return { ...data, version, years: withYear(data.years, yearOf(change.year, change.source, change.days)) };
  const { [change.on]: _was, ...others } = data.own;
  return { ...data, version, own: change.set ? { ...others, [change.on]: change.set } : others };
}

type Scope = { readonly tx: Tx; readonly courtId: string; readonly today: string };

/** Every running clock of the court that the change moves or settles, with its new sentence. */
async function movedClocks({ tx, courtId, today }: Scope, before: WorkCalendar, after: WorkCalendar) {
  const k = schema.clocks;
  const rows = await tx
    .select()
    .from(k)
    .where(and(eq(k.courtId, courtId), isNull(k.endedAt)));
  return recompute(
    rows.map((row) => ({ ...asClock(row), row })),
    before,
    after,
    today,
  )
    .map(({ clock, sentence, wasDueOn }) => ({ row: clock.row as ClockRow, sentence, wasDueOn }))
    .sort((a, b) => (a.row.caseId < b.row.caseId ? -1 : a.row.caseId > b.row.caseId ? 1 : 0));
}
export type Moved = Awaited<ReturnType<typeof movedClocks>>[number];

/** From today on, as far as sessions can be booked: which working days become rest days. */
function newRestDays({ today }: Scope, before: WorkCalendar, after: WorkCalendar): string[] {
  const last = Math.max(...after.years, Number(today.slice(0, 4)));
  const days: string[] = [];
  for (let on = today; on <= `${last}-12-31`; on = plusDays(on, 1))
    if (isWorkday(before, on) && !isWorkday(after, on)) days.push(on);
  return days;
}

export type StrandedBooking = {
  readonly sessionId: string;
  readonly startAt: string;
  readonly numbers: readonly string[];
};

/** Planned sessions that would lie on a day of rest; nothing moves them but people. */
async function strandedBookings(
  scope: Scope,
  before: WorkCalendar,
  after: WorkCalendar,
): Promise<StrandedBooking[]> {
  const days = newRestDays(scope, before, after);
  if (!days.length) return [];
  const planned = await plannedWhere(
    scope,
    sql`to_char(lower(b.during) at time zone ${COURT_ZONE}, 'YYYY-MM-DD') = any(${arrayText(days)}::text[])`,
  );
  return planned.map(({ endAt: _, ...one }) => one);
}

/** Planned sessions whose booking fits the condition, by start. Instants ISO in UTC. */
export async function plannedWhere(
  scope: Pick<Scope, "tx" | "courtId">,
  condition: SQL,
): Promise<(StrandedBooking & { readonly endAt: string })[]> {
  type Row = { sessionId: string; startAt: string; endAt: string; numbers: string[] };
  const rows = await scope.tx.execute<Row>(sql`
    select b.session_id as "sessionId", lower(b.during)::text as "startAt", upper(b.during)::text as "endAt",
      json_agg(coalesce(c.case_no, c.registration_no) order by c.registration_no) as numbers
    from bookings b
    join sessions s on s.court_id = b.court_id and s.id = b.session_id and s.status = 'planned'
    join session_cases x on x.court_id = s.court_id and x.session_id = s.id
    join cases c on c.court_id = x.court_id and c.id = x.case_id
    where b.court_id = ${scope.courtId} and b.status in ('held', 'booked')
      and ${condition}
    group by b.session_id, b.during order by lower(b.during), b.session_id`);
  const at = (text: string) => iso(DateTime.fromSQL(text));
  return rows.map((row) => ({ ...row, startAt: at(row.startAt), endAt: at(row.endAt) }));
}

/** What a change would do, and to which version of the calendar. Reads only. */
export async function effectOf(scope: Scope, change: CalendarChange) {
  const data = await calendarData(scope.tx, scope.courtId);
  const [before, after] = [calendarOf(data), calendarOf(changed(data, change))];
  return {
    version: data.version,
    moved: await movedClocks(scope, before, after),
    stranded: await strandedBookings(scope, before, after),
  };
}

export type ClockMove = {
  readonly caseId: string;
  readonly number: string;
  readonly rule: ClockRow["rule"];
  readonly wasDueOn: string;
  readonly dueOn: string;
  readonly provisional: boolean;
};

/** The moves as they are listed: under the case's number, the earliest new day first. */
export async function listed({ tx, courtId }: Scope, moved: readonly Moved[]): Promise<ClockMove[]> {
  const c = schema.cases;
  const ids = [...new Set(moved.map(({ row }) => row.caseId))];
  const cases = ids.length
    ? await tx
        .select({ id: c.id, caseNo: c.caseNo, registrationNo: c.registrationNo })
        .from(c)
        .where(and(eq(c.courtId, courtId), inArray(c.id, ids)))
    : [];
  const numbers = new Map(cases.map((one) => [one.id, one.caseNo ?? one.registrationNo]));
  return moved
    .map(({ row, sentence, wasDueOn }) => ({
      caseId: row.caseId,
      number: numbers.get(row.caseId) ?? "",
      rule: row.rule,
      wasDueOn,
      dueOn: sentence.dueOn,
      provisional: sentence.provisional,
    }))
    .sort((a, b) => (a.dueOn === b.dueOn ? (a.number < b.number ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1));
}
