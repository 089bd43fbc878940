/** What a booking answers beside its success: it stands, but somebody may not have meant it. */
export const BOOKING_WARNINGS = ["alsoPlanned"] as const;
/** `alsoPlanned`: the case has another session still to come. */
export type BookingWarning = (typeof BOOKING_WARNINGS)[number];
