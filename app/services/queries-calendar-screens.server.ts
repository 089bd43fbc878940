import { and, asc, eq, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { z } from "zod";
import { schema } from "#db/client";
import { rangeText } from "#db/types";
import { isWorkday, plusDays } from "~/domain/cases/calendar";
import { COURT_ZONE } from "~/domain/scheduling/minutes";
import { holdsOn } from "~/domain/scheduling/open-time";
import { courtCalendar } from "./calendar.server";
import { iso } from "./iso.server";
import { query } from "./query.server";

const weekdayOf = (on: string) => DateTime.fromISO(on, { zone: COURT_ZONE }).weekday;

/** The court's hours on each day of a week, rest and make-up days, and who or what is not there. */
export const weekShapeQuery = query({
  name: "week-shape",
  ability: "view-calendar",
  input: z.object({ fromOn: z.iso.date("dateInvalid") }),
  run: async ({ tx, courtId, input, settings }) => {
    const calendar = await courtCalendar(tx, courtId);
    const from = DateTime.fromISO(input.fromOn, { zone: COURT_ZONE });
    const range = rangeText({ start: from, end: from.plus({ weeks: 1 }) });
    const a = schema.absences;
    const absences = await tx
      .select({ resourceId: a.resourceId, during: a.during })
      .from(a)
      .where(and(eq(a.courtId, courtId), sql`${a.during} && ${range}::tstzrange`));
    return {
      days: Array.from({ length: 7 }, (_, index) => {
        const on = plusDays(input.fromOn, index);
        const works = isWorkday(calendar, on);
        // A make-up day keeps Monday's hours (scheduling/snapshot.ts).
        const weekday = weekdayOf(on) > 5 ? 1 : weekdayOf(on);
        return {
          on,
          kind: works ? (weekdayOf(on) > 5 ? ("makeup" as const) : ("plain" as const)) : ("rest" as const),
          hours: works
            ? settings.courtHours
                .filter((row) => holdsOn(row, on, weekday))
                .map(({ fromMin, toMin }) => ({ fromMin, toMin }))
            : [],
        };
      }),
      absences: absences.map((one) => ({
        resourceId: one.resourceId,
        startAt: iso(one.during.start),
        endAt: iso(one.during.end),
      })),
    };
  },
});

/** Weekly hours of everybody on the roster and of the rooms, as they apply today. */
export const weeklyHoursQuery = query({
  name: "weekly-hours",
  ability: "view-roster",
  input: z.object({}),
  run: async ({ tx, courtId, today }) => {
    const h = schema.weeklyHours;
    const rows = await tx
      .select()
      .from(h)
      .where(
        and(
          eq(h.courtId, courtId),
          sql`${h.validFrom} <= ${today} and (${h.validTo} is null or ${h.validTo} > ${today})`,
        ),
      )
      .orderBy(asc(h.weekday), asc(h.fromMinute));
    return {
      hours: rows.map(({ resourceId, weekday, fromMinute, toMinute, resident }) => ({
        resourceId,
        weekday,
        fromMinute,
        toMinute,
        resident,
      })),
    };
  },
});
