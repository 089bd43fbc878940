import { type Calculation, step, sumOf } from "./calculation";
import { daysBetween } from "./lending-interest";

/** Courts often cut what goes beyond this share of a year; no law says so. */
export const PRACTICE_CEILING = 0.24;

export type CardCharges = {
  readonly principalFen: number;
  /** By the card agreement, a share a day: 0.0005 is five in ten thousand. */
  readonly dayRate: number;
  readonly fromOn: string;
  readonly untilOn: string;
  /** Penalty, compound interest and fees as the issuer reckons them, by name. */
  readonly charges: readonly { readonly name: string; readonly fen: number }[];
};

/**
 * Interest by the card agreement and what comes on top, with what all of it makes in a year of 365 days: the holder may ask for
 * a reduction of an excessive total, the law sets no cap (BC21 2).
 */
export function cardCharges(of: CardCharges): Calculation {
  const days = daysBetween(of.fromOn, of.untilOn);
  const steps = [
    step(
      "cardInterest",
      { principalFen: of.principalFen, dayRate: of.dayRate, fromOn: of.fromOn, untilOn: of.untilOn, days },
      Math.round(of.principalFen * of.dayRate * days),
    ),
    ...of.charges.map(({ name, fen }) => step("cardCharge", { name }, fen)),
  ];
  const totalFen = sumOf(steps);
  const yearRate = of.principalFen > 0 && days > 0 ? (totalFen / of.principalFen) * (365 / days) : 0;
  return {
    steps: [
      ...steps,
      step("cardYearly", { yearRate: Math.round(yearRate * 1e6) / 1e6, ceilingRate: PRACTICE_CEILING }),
    ],
    totalFen,
    sources: ["BC21 2"],
    isUnverified: true,
  };
}
