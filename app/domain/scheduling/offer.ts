import type { DateTime } from "luxon";
import type { Stage } from "../cases/stages";
import { type Interval, overlaps } from "./interval";

/** How an offer of times stands: it takes answers, a time came of it, its time is over, or nobody is asked any more. */
export const OFFER_STATUSES = ["open", "booked", "expired", "withdrawn"] as const;
export type OfferStatus = (typeof OFFER_STATUSES)[number];

/** Stages in which a session can still be booked, so that asking for times has a purpose. */
const ASKING: readonly Stage[] = ["mediation", "signing"];

type Standing = {
  /** As it was last written: an offer that nobody has closed yet may be over all the same. */
  readonly stored: OfferStatus;
  readonly stage: Stage;
  /** Suspended, or the mediator's recusal is asked for: the case table takes no answer meanwhile. */
  readonly isPaused: boolean;
  /** A session came of it, and whether it still stands. */
  readonly booking: "none" | "standing" | "gone";
  /** Until when answers count. */
  readonly until: DateTime;
  /** When the offered times begin. */
  readonly starts: readonly DateTime[];
};

/** An answer to times that have all gone by helps nobody, so such an offer has expired whatever was said of its end. */
export function offerStatus(of: Standing, now: DateTime): OfferStatus {
  if (of.booking === "standing") return "booked";
  if (of.stored === "expired") return "expired";
  if (of.booking === "gone" || of.stored !== "open" || of.isPaused || !ASKING.includes(of.stage))
    return "withdrawn";
  return of.until > now && of.starts.some((start) => start > now) ? "open" : "expired";
}

/** At most so many times are put to the sides at once: each is kept free of everybody else meanwhile. */
export const OFFERED_AT_MOST = 3;

/**
 * The best of a ranked list of which no two overlap, best first: all that is offered is kept at once, so overlapping
 * times cannot be offered together.
 */
export function apart<T extends { readonly interval: Interval }>(ranked: readonly T[]): T[] {
  const chosen: T[] = [];
  for (const one of ranked)
    if (!chosen.some((other) => overlaps(one.interval, other.interval))) chosen.push(one);
  return chosen;
}

/** The slots that suit every side, in the order offered; nothing while a side has not answered. */
export function commonSlots(
  slots: readonly string[],
  sides: readonly string[],
  chosen: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  if (!sides.length || sides.some((side) => chosen[side] === undefined)) return [];
  return slots.filter((slot) => sides.every((side) => chosen[side]?.includes(slot)));
}
