import type { DateTime } from "luxon";
import { courtDate } from "../cases/calendar";

export const SESSION_MODES = ["onsite", "video", "videoSplit", "phone", "otherPlace"] as const;
/**
 * How people meet: in the court; by video at the same time; by video at separate times with everybody's consent (ONL 16);
 * by telephone, which is customary and no mode of the law; or at another place with the court's consent (INV 14).
 */
export type SessionMode = (typeof SESSION_MODES)[number];

/** A room of the court is taken only where people come to it. */
export const needsRoom = (mode: SessionMode): boolean => mode === "onsite";
/** A court's room may be booked with it: for `video`, one with a terminal for those who have none. */
export const mayHaveRoom = (mode: SessionMode): boolean =>
  mode === "onsite" || mode === "video" || mode === "videoSplit";

/** People meet by a link: everybody at once, or each in their own time. */
export const isByVideo = (mode: SessionMode): boolean => mode === "video" || mode === "videoSplit";

export const SESSION_PARTS = ["excused", "added"] as const;
/** Who differs from the people of the cases: need not come this time, or comes this once. */
export type SessionPart = (typeof SESSION_PARTS)[number];

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
