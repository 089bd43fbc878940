import { and, asc, eq, gte, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import { schema, type Tx } from "#db/client";
import { isNever } from "~/domain/scheduling/week";

type At = { readonly tx: Tx; readonly courtId: string; readonly now: DateTime; readonly today: string };

/**
 * What stands about one resource's time: its weeks by validity with the current one marked, the dates from today on that
 * have hours of their own, leave that is not over, weekly absences, and its limits (null: none were ever set).
 */
export async function resourceHours({ tx, courtId, now, today }: At, resourceId: string) {
  const h = schema.weeklyHours;
  const rows = await tx
    .select()
    .from(h)
    .where(and(eq(h.courtId, courtId), eq(h.resourceId, resourceId)))
    .orderBy(asc(h.validFrom), asc(h.weekday), asc(h.fromMinute));
  const d = schema.dateHours;
  const dates = await tx
    .select({ on: d.on, hours: d.hours, note: d.note })
    .from(d)
    .where(and(eq(d.courtId, courtId), eq(d.resourceId, resourceId), gte(d.on, today)))
    .orderBy(asc(d.on));
  const a = schema.absences;
  const leave = await tx
    .select()
    .from(a)
    .where(
      and(
        eq(a.courtId, courtId),
        eq(a.resourceId, resourceId),
        sql`upper(${a.during}) > ${now.toUTC().toISO()}::timestamptz`,
      ),
    )
    .orderBy(asc(sql`lower(${a.during})`), asc(a.id));
  const w = schema.weeklyAbsences;
  const weekly = await tx
    .select()
    .from(w)
    .where(and(eq(w.courtId, courtId), eq(w.resourceId, resourceId)))
    .orderBy(asc(w.weekday), asc(w.fromMinute));
  const l = schema.resourceLimits;
  const [limits] = await tx
    .select()
    .from(l)
    .where(and(eq(l.courtId, courtId), eq(l.resourceId, resourceId)));
  const validities = new Map(rows.map((row) => [`${row.validFrom} ${row.validTo}`, row]));
  return {
    weeks: [...validities.values()].map(({ validFrom, validTo }) => ({
      validFrom,
      validTo,
      isCurrent: validFrom <= today && (validTo === null || today < validTo),
      hours: rows
        .filter((row) => row.validFrom === validFrom && row.validTo === validTo && !isNever(row))
        .map(({ weekday, fromMinute, toMinute, resident }) => ({ weekday, fromMinute, toMinute, resident })),
    })),
    dates,
    leave,
    weekly,
    limits: limits ?? null,
  };
}
