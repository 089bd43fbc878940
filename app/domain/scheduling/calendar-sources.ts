import type { DateTime } from "luxon";

/** How a calendar of somebody's own stands: read not long ago, not since a day, or not yet. */
export type Freshness = "fresh" | "stale" | "unread";

const STALE_HOURS = 24;
/** A file does not change by itself; after a month it says little. */
const STALE_FILE_DAYS = 30;
const EVERY_HOURS = 2;
const LONGEST_WAIT_HOURS = 24;
const SHORTEST_WAIT_MINUTES = 10;

export type SourceTimes = {
  readonly kind: "url" | "file";
  readonly createdAt: DateTime;
  readonly fetchedAt: DateTime | null;
  readonly triedAt: DateTime | null;
};

/** Whether what is known of a calendar can be relied on. What was read last counts on, however old. */
export function freshnessOf({ kind, fetchedAt }: SourceTimes, now: DateTime): Freshness {
  if (!fetchedAt) return "unread";
  const until = fetchedAt.plus(kind === "url" ? { hours: STALE_HOURS } : { days: STALE_FILE_DAYS });
  return now > until ? "stale" : "fresh";
}

/** When a calendar is to be fetched next: every two hours; after failures as long again as they have lasted, a day at most. */
export function dueAt({ createdAt, fetchedAt, triedAt }: SourceTimes): DateTime {
  if (!triedAt) return createdAt;
  if (fetchedAt && fetchedAt >= triedAt) return triedAt.plus({ hours: EVERY_HOURS });
  const failing = triedAt.diff(fetchedAt ?? createdAt, "minutes").minutes;
  const wait = Math.min(Math.max(failing, SHORTEST_WAIT_MINUTES), LONGEST_WAIT_HOURS * 60);
  return triedAt.plus({ minutes: wait });
}
