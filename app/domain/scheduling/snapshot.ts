import type { SessionMode } from "~/domain/mediation/sessions";
import type { Interval } from "./interval";
import type { NeedCode } from "./needs";
import type { RankingWeights } from "./ranking";

/** What a resource is; only rooms carry facilities that a wish can need. */
export type ResourceKind = "mediator" | "lawyer" | "judge" | "party" | "agent" | "room";

/** Hours as the court's clock shows them, in minutes since 00:00, half-open. */
export type ClockHours = { readonly fromMin: number; readonly toMin: number };

/**
 * Hours of one weekday in court time. The row holds for dates in [validFrom, validTo), so summer and winter hours are two rows.
 */
export type WeeklyHours = ClockHours & {
  readonly weekday: number;
  readonly validFrom?: string;
  readonly validTo?: string;
  /** The mediator sits in the court on these hours (驻院). Ranking prefers them. */
  readonly resident?: boolean;
};

/** When the court is open at all. */
export type CourtCalendar = {
  /** YYYY-MM-DD -> what the holiday notice or the court itself says; unlisted dates follow the weekday. */
  readonly exceptions: Readonly<Record<string, "work" | "off">>;
  readonly hours: readonly WeeklyHours[];
  /** Whose weekday's hours a make-up workday (调休上班) on a weekend follows, 1 to 5. */
  readonly makeUpWeekday: number;
  /** From this date on no holiday notice is loaded: days are guesses and slots say so. */
  readonly provisionalFromOn?: string;
};

/** A claim on a resource. `elsewhere`: another court's, of which nothing but the range is known. */
export type BusyInterval = Interval & {
  readonly elsewhere: boolean;
  /** A hold frees itself at `expiresAt` (epoch minutes): from then on it counts as free. */
  readonly hold?: { readonly expiresAt: number };
};

export type ResourceSnapshot = {
  readonly resourceId: string;
  readonly homeId: string;
  readonly kind: ResourceKind;
  readonly label?: string;
  /** Absent: whenever the court is open. An empty list: never. */
  readonly weeklyHours?: readonly WeeklyHours[];
  /** YYYY-MM-DD -> that date's hours, instead of the weekly ones; an empty list: not that day. */
  readonly dateHours?: Readonly<Record<string, readonly ClockHours[]>>;
  readonly absences: readonly Interval[];
  /** Times taken in a calendar of the person's own; of what, nobody knows. */
  readonly ownCalendar?: readonly Interval[];
  /** Times of the week at which somebody cannot, by the date's own weekday even on a make-up workday. */
  readonly weeklyAbsences?: readonly WeeklyHours[];
  readonly busy: readonly BusyInterval[];
  readonly facilities?: readonly string[];
  /** What a mediator speaks besides the common language. */
  readonly languages?: readonly string[];
  /** So many sessions at most begin on one court day, and in one week from Monday. */
  readonly maxPerDay?: number;
  readonly maxPerWeek?: number;
  /** The last court day that may be booked lies so many days after today's. */
  readonly horizonDays?: number;
  /** A session may start no sooner than this after now. */
  readonly minimumNoticeMinutes?: number;
  /** Preparation before and clean-up after each session; both fit between two neighbours. */
  readonly bufferBeforeMinutes?: number;
  readonly bufferAfterMinutes?: number;
};

/** All that the engine may know: plain data, `now` and the horizon in epoch minutes. */
export type SchedulingSnapshot = {
  readonly now: number;
  /** In which hours are read and days begin; an IANA name. Tiaosu's courts are all in Asia/Shanghai. */
  readonly zone: string;
  readonly horizon: Interval;
  readonly court: CourtCalendar;
  readonly resources: readonly ResourceSnapshot[];
};

/** Limits that a wish sets and that a booking must meet again. Epoch minutes. */
export type Terms = {
  readonly earliestAt?: number;
  /** The session must be over by then (the case's clock, exclusive). */
  readonly latestDueAt?: number;
  /** Facilities that the room must have. */
  readonly needs?: readonly string[];
  /** Languages that the mediator must speak. */
  readonly languages?: readonly string[];
  /** The need that closes this way of meeting to somebody who is to come. */
  readonly modeClosed?: NeedCode;
};

/** When somebody would rather meet: half a day, of one weekday or of any. */
export type Preference = {
  readonly resourceId: string;
  readonly weekday?: number;
  readonly half: "am" | "pm";
};

/** What is looked for: everybody mandatory, plus one of each list of candidates that is not empty. */
export type Wish = Terms & {
  readonly mandatoryIds: readonly string[];
  /** In the order of preference. Empty for video and telephone. */
  readonly roomCandidateIds: readonly string[];
  /** When no mediator is fixed yet: one of these, in the order of preference. */
  readonly mediatorCandidateIds?: readonly string[];
  readonly durationMinutes: number;
  /** Starts lie on this grid, counted from 00:00 court time. */
  readonly stepMinutes: number;
  readonly mode: SessionMode;
  /** What a meeting by video would ask for instead; without it no room and no facility. */
  readonly byVideo?: Pick<Terms, "needs" | "modeClosed"> & { readonly roomCandidateIds: readonly string[] };
  readonly preferences?: readonly Preference[];
  /** Epoch minutes at which other sessions of the same representative begin or end. */
  readonly batchEdges?: readonly number[];
  /** The court's own weights of ranking. */
  readonly weights?: RankingWeights;
};

/** The resource of that id; an unknown id is a bug of the caller. */
export function resourceOf(snapshot: SchedulingSnapshot, resourceId: string): ResourceSnapshot {
  const found = snapshot.resources.find((one) => one.resourceId === resourceId);
  if (!found) throw new Error(`resource is not in the snapshot: ${resourceId}`);
  return found;
}
