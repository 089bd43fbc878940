import type { DateTime } from "luxon";

/** An instant as queries give it out: ISO, UTC. */
export const iso = (at: DateTime): string => at.toUTC().toISO() as string;
export const isoOrNull = (at: DateTime | null | undefined): string | null => (at ? iso(at) : null);

/** The same of epoch minutes, which the scheduling counts in. */
export const isoOf = (minutes: number): string => new Date(minutes * 60_000).toISOString();
