import type { DateTime } from "luxon";
import { courtDate } from "../cases/calendar";

export const SESSION_MODES = ["onsite", "video", "phone"] as const;
export type SessionMode = (typeof SESSION_MODES)[number];

export const BOOKING_STATUSES = ["held", "booked", "released"] as const;
/** A claim on time: kept until an instant, taken, or given back. Nothing else, and never back again. */
export type BookingStatus = (typeof BOOKING_STATUSES)[number];

export const SESSION_STATUSES = ["planned", "open", "held", "cancelled", "noShow"] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

export const SESSION_RESULTS = ["agreed", "partlyAgreed", "notAgreed", "adjourned"] as const;
export type SessionResult = (typeof SESSION_RESULTS)[number];

export const ATTENDANCE_STATUSES = ["present", "remote", "late", "absent", "represented"] as const;
export type AttendanceStatus = (typeof ATTENDANCE_STATUSES)[number];

/** So early that a session after midnight may be opened on the evening before. */
const EARLIEST_MINUTES = 60;

/**
 * Is this too early to open a session: a court day (Asia/Shanghai) before the one that the parties were told (INV 14)?
 * On the day itself it may begin at any hour, when everybody is there.
 */
export function isBeforeItsDay(startAt: DateTime, openedAt: DateTime): boolean {
  return (
    courtDate(openedAt) < courtDate(startAt) && startAt.diff(openedAt, "minutes").minutes > EARLIEST_MINUTES
  );
}
