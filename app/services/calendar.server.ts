import { eq } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import { type WorkCalendar, workCalendar } from "~/domain/cases/calendar";
import { HOLIDAYS } from "~/domain/cases/holidays";
import type { CourtCalendar } from "~/domain/scheduling/snapshot";
import type { Settings } from "./settings.server";

/** Grows by one with every change of HOLIDAYS; stands on each clock that was computed with it. */
export const CALENDAR_VERSION = 1;

/** The national arrangement with the court's own closures and extra days over it. */
export async function courtCalendar(tx: Tx, courtId: string): Promise<WorkCalendar> {
  const t = schema.courtClosures;
  const own = await tx.select({ on: t.on, open: t.open }).from(t).where(eq(t.courtId, courtId));
  return workCalendar(HOLIDAYS, Object.fromEntries(own.map((day) => [day.on, day.open ? "work" : "off"])));
}

/** The same calendar as the slot search reads it, with the court's hours. */
export function schedulingCalendar(calendar: WorkCalendar, settings: Settings): CourtCalendar {
  const last = Math.max(...calendar.years);
  return {
    exceptions: Object.fromEntries(calendar.exceptions),
    hours: settings.courtHours,
    makeUpWeekday: 1,
    provisionalFromOn: `${last}-12-25`,
  };
}
