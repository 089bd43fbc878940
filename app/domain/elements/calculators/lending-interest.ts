import { DateTime } from "luxon";
import { type Calculation, type Step, step, sumOf } from "./calculation";
import { lprOf } from "./lpr";

/** From this day on the cap is four times the LPR; before it stood at 24 % a year (PL20 31). */
const NEW_CAP_ON = "2020-08-20";
const OLD_CAP = 0.24;
const TIMES = 4;

export type LendingInterest = {
  readonly principalFen: number;
  readonly contractOn: string;
  /** When the suit came in; decides the cap of older contracts for the time after 2020-08-19. */
  readonly suitOn: string;
  /** First day that bears interest. */
  readonly fromOn: string;
  /** First day that does not. */
  readonly untilOn: string;
  /** Agreed, a share of a year, everything that is asked for beside the principal included; null: none was agreed. */
  readonly agreedRate: number | null;
  /** The cap where the court gives it; else the one of the month. */
  readonly givenCap?: number;
  /** What is claimed as interest, penalty and fees together (PL20 29). */
  readonly claimedFen?: number;
};

/**
 * Interest on a private loan up to what the law protects, day by day of a year of 365 (PL20 24, 25, 28, 29, 31). No
 * interest agreed, none owed. Null where the LPR of the month is not known and the court gave none.
 */
export function lendingInterest(of: LendingInterest): Calculation | null {
  const segments = segmentsOf(of);
  if (segments === null) return null;
  const steps: Step[] = segments.flatMap(({ fromOn, untilOn, cap, why }) => {
    const rate = Math.min(of.agreedRate ?? 0, cap);
    const days = daysBetween(fromOn, untilOn);
    const fen = Math.round((of.principalFen * rate * days) / 365);
    const isCapped = (of.agreedRate ?? 0) > cap;
    return [
      why,
      ...(isCapped ? [step("interestCapped", { agreedRate: of.agreedRate ?? 0, capRate: cap })] : []),
      step("interestSegment", { principalFen: of.principalFen, yearRate: rate, fromOn, untilOn, days }, fen),
    ];
  });
  const totalFen = sumOf(steps);
  const over = (of.claimedFen ?? 0) - totalFen;
  return {
    steps: [
      ...steps,
      ...(of.claimedFen === undefined
        ? []
        : [
            over > 0
              ? step("claimedOver", { claimedFen: of.claimedFen, overFen: over })
              : step("claimedWithin", { claimedFen: of.claimedFen }),
          ]),
    ],
    totalFen,
    sources: ["PL20 24", "PL20 25", "PL20 28", "PL20 29", "PL20 31"],
    isUnverified: of.givenCap === undefined,
  };
}

type Segment = {
  readonly fromOn: string;
  readonly untilOn: string;
  readonly cap: number;
  readonly why: Step;
};

function segmentsOf(of: LendingInterest): readonly Segment[] | null {
  const { contractOn, suitOn, fromOn, untilOn } = of;
  const isOld = contractOn < NEW_CAP_ON;
  const early: Segment[] =
    isOld && fromOn < NEW_CAP_ON
      ? [
          {
            fromOn,
            untilOn: untilOn < NEW_CAP_ON ? untilOn : NEW_CAP_ON,
            cap: OLD_CAP,
            why: step("capBefore2020", { capRate: OLD_CAP }),
          },
        ]
      : [];
  const start = isOld && fromOn < NEW_CAP_ON ? NEW_CAP_ON : fromOn;
  if (start >= untilOn) return early;
  const rule = capOn(isOld ? suitOn : contractOn, of.givenCap);
  return rule && [...early, { fromOn: start, untilOn, ...rule }];
}

function capOn(on: string, given: number | undefined): Pick<Segment, "cap" | "why"> | null {
  if (given !== undefined) return { cap: given, why: step("capGiven", { capRate: given }) };
  const lpr = lprOf(on);
  if (!lpr) return null;
  const cap = Math.round(lpr.rate * TIMES * 1e6) / 1e6;
  return { cap, why: step("capLpr", { monthOn: on, lprRate: lpr.rate, sinceOn: lpr.since, capRate: cap }) };
}

const UTC = { zone: "utc" } as const;

/** Whole days from the first, included, to the last, excluded; none where that is earlier. */
export const daysBetween = (fromOn: string, untilOn: string): number =>
  Math.max(0, DateTime.fromISO(untilOn, UTC).diff(DateTime.fromISO(fromOn, UTC), "days").days);
