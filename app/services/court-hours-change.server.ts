import { sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { z } from "zod";
import type { Tx } from "#db/client";
import { courtWeek, isOpenFor, withoutPeriod } from "~/domain/scheduling/court-hours";
import { COURT_ZONE, toMinutes } from "~/domain/scheduling/minutes";
import type { WeeklyHours } from "~/domain/scheduling/snapshot";
import type { Validity } from "~/domain/scheduling/week";
import { courtCalendar, schedulingCalendar } from "./calendar.server";
import { plannedWhere, type StrandedBooking } from "./calendar-change.server";
import { checkHours, minuteOfDay } from "./set-weekly-hours.server";
import type { Settings } from "./settings.server";

/** A whole week of the court's hours, for dates from `validFrom` until before `validTo`. */
export const courtHoursShape = z
  .object({
    validFrom: z.iso.date("dateInvalid"),
    /** The first date on which what held before comes back; without it until further notice. */
    validTo: z.iso.date("dateInvalid").nullish(),
    hours: z
      .array(
        z.object({
          weekday: z.coerce.number().int().min(1).max(7),
          fromMinute: minuteOfDay,
          toMinute: minuteOfDay,
        }),
      )
      // A court that is never open is closed by days of its own, not by forgetting the week.
      .min(1, "required")
      .max(21, "tooLong"),
  })
  .superRefine((input, context) => {
    checkHours(input.hours, context);
    if (input.validTo && input.validTo <= input.validFrom)
      context.addIssue({ code: "custom", path: ["validTo"], message: "endBeforeStart" });
  });
export type CourtHours = z.output<typeof courtHoursShape>;

type Scope = { readonly tx: Tx; readonly courtId: string; readonly settings: Settings };

/** The court's hours with this week put in, and the planned sessions that it leaves outside. Reads only. */
export async function effectOfHours(scope: Scope, input: CourtHours) {
  const validity = { from: input.validFrom, to: input.validTo ?? null };
  const rows = courtWeek(scope.settings.courtHours, validity, input.hours);
  return { ...(await effectOn(scope, validity, rows)), validTo: validity.to };
}

/** The same without the season that begins on this day; null where none does. */
export async function effectWithoutSeason(scope: Scope, from: string) {
  const left = withoutPeriod(scope.settings.courtHours, from);
  if (!left) return null;
  const { validTo, rows } = left;
  return { ...(await effectOn(scope, { from, to: validTo }, rows)), validTo };
}

/**
 * The planned sessions that lay in the court's hours and would no longer do. One that was allowed outside before stays as
 * it was allowed.
 */
async function effectOn(scope: Scope, validity: Validity, rows: readonly WeeklyHours[]) {
  const { tx, courtId, settings } = scope;
  const courtHours = rows as Settings["courtHours"];
  const calendar = await courtCalendar(tx, courtId);
  const before = schedulingCalendar(calendar, settings);
  const after = schedulingCalendar(calendar, { ...settings, courtHours });
  const on = sql`to_char(lower(b.during) at time zone ${COURT_ZONE}, 'YYYY-MM-DD')`;
  const planned = await plannedWhere(
    scope,
    validity.to === null
      ? sql`${on} >= ${validity.from}`
      : sql`${on} >= ${validity.from} and ${on} < ${validity.to}`,
  );
  const minutes = (at: string) => toMinutes(DateTime.fromISO(at));
  const outside = planned.flatMap(({ endAt, ...one }): StrandedBooking[] => {
    const interval = { from: minutes(one.startAt), to: minutes(endAt) };
    return isOpenFor(before, interval) && !isOpenFor(after, interval) ? [one] : [];
  });
  return { courtHours, outside };
}
