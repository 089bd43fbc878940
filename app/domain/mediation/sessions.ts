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
