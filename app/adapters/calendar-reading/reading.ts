import type { DateTime } from "luxon";

/** Why an entry of somebody's calendar does not count as busy time, though it was meant to. */
export const SKIP_REASONS = [
  "tooLarge",
  "notACalendar",
  "unfinished",
  "noStart",
  "badTime",
  "endBeforeStart",
  "badRule",
  "ruleUnsupported",
  "tooOften",
  "tooMany",
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** Why an entry counts, though what it says had to be guessed. */
export const DOUBTS = ["zoneByOffset", "zoneGuessed"] as const;
export type Doubt = (typeof DOUBTS)[number];

/** What its owner knows an entry by: its title and the start as the file writes it. */
export type EntryName = { readonly title: string; readonly startsAt: string };
export type Skip = EntryName & { readonly reason: SkipReason };
export type Doubtful = EntryName & { readonly reason: Doubt };

/** A time at which somebody is busy, half-open; nothing of what it is. */
export type Busy = { readonly start: DateTime; readonly end: DateTime; readonly tentative: boolean };

/** What a calendar says about [from, to). */
export type Reading = {
  /** Sorted by start, each once. */
  readonly busy: readonly Busy[];
  readonly skipped: readonly Skip[];
  readonly doubtful: readonly Doubtful[];
  /** How many entries the file holds, and how many of them say themselves that they take no time. */
  readonly entries: number;
  readonly free: number;
};

/** Half-open. */
export type Window = { readonly from: DateTime; readonly to: DateTime };

export type ReadingLimits = {
  readonly maxBytes: number;
  readonly maxEntries: number;
  /** Steps of all recurrence rules of a file together, found or not. */
  readonly maxSteps: number;
  /** Busy times of a file in the window. */
  readonly maxBusy: number;
  readonly maxSkips: number;
};

export const READING_LIMITS: ReadingLimits = {
  maxBytes: 10 * 1024 * 1024,
  maxEntries: 20_000,
  maxSteps: 500_000,
  maxBusy: 20_000,
  maxSkips: 200,
};

/** Ends the reading of one entry and says why. */
export class EntrySkipped extends Error {
  constructor(readonly reason: SkipReason) {
    super(reason);
  }
}
