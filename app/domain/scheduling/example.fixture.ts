import { DateTime } from "luxon";
import { COURT_ZONE, toMinutes } from "./minutes";
import type { CourtCalendar, ResourceSnapshot, SchedulingSnapshot, WeeklyHours, Wish } from "./snapshot";

/** A court of the kind the tests talk about: Monday to Friday, 09:00-11:30 and 13:30-17:00. */
export const at = (iso: string): number => toMinutes(DateTime.fromISO(iso, { zone: COURT_ZONE }));

export const hours = (weekdays: number[], fromMin: number, toMin: number, resident = false): WeeklyHours[] =>
  weekdays.map((weekday) => ({ weekday, fromMin, toMin, ...(resident && { resident }) }));

const week = [1, 2, 3, 4, 5];

export const court: CourtCalendar = {
  exceptions: { "2026-10-10": "work", "2026-10-01": "off", "2026-10-02": "off" },
  hours: [...hours(week, 540, 690), ...hours(week, 810, 1020)],
  makeUpWeekday: 1,
};

export const resource = (resourceId: string, more: Partial<ResourceSnapshot> = {}): ResourceSnapshot => ({
  resourceId,
  homeId: resourceId,
  kind: "mediator",
  absences: [],
  busy: [],
  ...more,
});

export const snapshot = (
  resources: ResourceSnapshot[],
  more: Partial<SchedulingSnapshot> = {},
): SchedulingSnapshot => ({
  now: at("2026-11-23T08:00"),
  zone: COURT_ZONE,
  horizon: { from: at("2026-11-23T00:00"), to: at("2026-11-28T00:00") },
  court,
  resources,
  ...more,
});

export const wish = (mandatoryIds: string[], more: Partial<Wish> = {}): Wish => ({
  mandatoryIds,
  roomCandidateIds: [],
  durationMinutes: 60,
  stepMinutes: 30,
  mode: "video",
  ...more,
});

export const busy = (from: string, to: string, elsewhere = false) => ({
  from: at(from),
  to: at(to),
  elsewhere,
});
