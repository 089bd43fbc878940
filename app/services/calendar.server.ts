import { asc, eq, sql } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import { type CalendarYear, type WorkCalendar, workCalendar } from "~/domain/cases/calendar";
import { withYear, yearOf } from "~/domain/cases/calendar-notice";
import { HOLIDAYS } from "~/domain/cases/holidays";
import type { CourtCalendar } from "~/domain/scheduling/snapshot";
import { remembered } from "./remembered.server";
import type { Settings } from "./settings.server";

/** The built-in years are version 1; each change of a court's calendar is the next. */
const BUILT_IN = 1;

export type CalendarData = {
  readonly version: number;
  readonly years: readonly CalendarYear[];
  /** The court's own days, by date: closed, or open on a rest day. */
  readonly own: Readonly<Record<string, "off" | "work">>;
};
export type VersionedCalendar = WorkCalendar & { readonly version: number };

/** What the court's calendar is made of now. */
export async function calendarData(tx: Tx, courtId: string): Promise<CalendarData> {
  const v = schema.calendarVersions;
  const versions = await tx
    .select({ version: v.version, year: v.year, source: v.source, days: v.days })
    .from(v)
    .where(eq(v.courtId, courtId))
    .orderBy(asc(v.version));
  const t = schema.courtClosures;
  const own = await tx.select({ on: t.on, open: t.open }).from(t).where(eq(t.courtId, courtId));
  return calendarDataIn({ versions, own });
}

type Stored = {
  readonly versions: readonly Pick<
    typeof schema.calendarVersions.$inferSelect,
    "version" | "year" | "source" | "days"
  >[];
  readonly own: readonly Pick<typeof schema.courtClosures.$inferSelect, "on" | "open">[];
};

function calendarDataIn({ versions, own }: Stored): CalendarData {
  let years: readonly CalendarYear[] = HOLIDAYS;
  for (const one of versions)
    if (one.year !== null) years = withYear(years, yearOf(one.year, one.source, one.days));
  return {
    version: versions.at(-1)?.version ?? BUILT_IN,
    years,
    own: Object.fromEntries(own.map((day) => [day.on, day.open ? "work" : "off"])),
  };
}

export const calendarOf = ({ years, own, version }: CalendarData): VersionedCalendar => ({
  ...workCalendar(years, own),
  version,
});

/** A column of `asked` (court): all that a court's calendar is made of, as JSON text for calendarIn. */
export const CALENDAR_COLUMN = `
  json_build_object(
    'versions', (select coalesce(json_agg(json_build_object('version', v.version, 'year', v.year, 'source', v.source,
        'days', v.days) order by v.version), '[]') from calendar_versions v where v.court_id = asked.court),
    'own', (select coalesce(json_agg(json_build_object('on', o."on", 'open', o.open) order by o."on"), '[]')
      from court_closures o where o.court_id = asked.court))::text as calendar`;

export const calendarIn = remembered(
  (text): VersionedCalendar => calendarOf(calendarDataIn(JSON.parse(text) as Stored)),
);

/** The national arrangement with the court's own closures and extra days over it. */
export async function courtCalendar(tx: Tx, courtId: string): Promise<VersionedCalendar> {
  const [row] = await tx.execute<{ calendar: string }>(
    sql`select ${sql.raw(CALENDAR_COLUMN)} from (select ${courtId}::text as court) as asked`,
  );
  return calendarIn(row?.calendar ?? "");
}

const LOCK = (courtId: string) => sql`hashtext('court calendar'), hashtext(${courtId})`;

/**
 * The calendar for whoever stores a date that he counts with it: it stays the court's until his transaction ends, so that
 * a change of calendar finds every clock. Taken under the case's lock.
 */
export async function heldCalendar(tx: Tx, courtId: string): Promise<VersionedCalendar> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${LOCK(courtId)})`);
  return courtCalendar(tx, courtId);
}

/** For a change of calendar: waits until everybody who counts with the old one is done. */
export async function lockCalendar(tx: Tx, courtId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${LOCK(courtId)})`);
}

const laidOut = new WeakMap<WorkCalendar, Omit<CourtCalendar, "hours">>();

/** The same calendar as the slot search reads it, with the court's hours. */
export function schedulingCalendar(calendar: WorkCalendar, settings: Settings): CourtCalendar {
  const known = laidOut.get(calendar) ?? {
    exceptions: Object.fromEntries(calendar.exceptions),
    makeUpWeekday: 1,
    provisionalFromOn: `${Math.max(...calendar.years)}-12-25`,
  };
  laidOut.set(calendar, known);
  return { ...known, hours: settings.courtHours };
}
