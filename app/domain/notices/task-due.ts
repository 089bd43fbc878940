import { isWorkday, plusDays, type WorkCalendar } from "../cases/calendar";

/** How a task stands: its day is past, it is today's, or there is time. */
export type TaskMark = "over" | "today" | "open";

/**
 * By which day somebody has to have seen to a task: the working day after it was opened, and never later than the last
 * working day before the session that it is about, nor earlier than the day it was opened. Dates YYYY-MM-DD, court time.
 */
export function taskDueOn(
  calendar: WorkCalendar,
  { openedOn, sessionOn }: { readonly openedOn: string; readonly sessionOn: string | null },
): string {
  const next = workdayFrom(calendar, openedOn, 1);
  if (!sessionOn || sessionOn > next) return next;
  const before = workdayFrom(calendar, sessionOn, -1);
  return before < openedOn ? openedOn : before;
}

function workdayFrom(calendar: WorkCalendar, date: string, step: 1 | -1): string {
  let on = plusDays(date, step);
  while (!isWorkday(calendar, on)) on = plusDays(on, step);
  return on;
}

export const taskMark = (dueOn: string, today: string): TaskMark =>
  dueOn < today ? "over" : dueOn === today ? "today" : "open";
