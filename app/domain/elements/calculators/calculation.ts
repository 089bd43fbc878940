/*
 * A sum that shows how it came about. Each step is a code and its figures, put into words by i18n; whoever reads it can
 * follow it with a pencil. Sums advise: none is a gate, and no figure is taken over unless a person does so.
 */
export const STEP_CODES = [
  "feeBase",
  "feeBand",
  "feeHalf",
  "feeLabour",
  "interestSegment",
  "interestCapped",
  "capLpr",
  "capBefore2020",
  "capGiven",
  "claimedOver",
  "claimedWithin",
  "cardInterest",
  "cardCharge",
  "cardYearly",
  "wagesOwed",
  "wagesPaid",
  "severanceYears",
  "severanceCapped",
  "severance",
  "unlawfulDouble",
  "doubleWage",
  "overtime",
  "annualLeave",
  "disability",
  "death",
  "funeral",
  "dependants",
  "perDay",
  "liabilityShare",
] as const;
export type StepCode = (typeof STEP_CODES)[number];

/** Values of `params` that are amounts end in `Fen`, shares in `Rate`, days in `On`. `fen`: what the step adds; null: nothing. */
export type Step = {
  readonly code: StepCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly fen: number | null;
};

export type Calculation = {
  readonly steps: readonly Step[];
  readonly totalFen: number;
  /** Articles, with the keys of `cases/laws.ts` where they have one. */
  readonly sources: readonly string[];
  /** A rule or figure in it was not read in the official text: to be checked by whoever uses it. */
  readonly isUnverified: boolean;
};

export const sumOf = (steps: readonly Step[]): number =>
  Math.round(steps.reduce((sum, { fen }) => sum + (fen ?? 0), 0));

export const step = (code: StepCode, params: Step["params"], fen: number | null = null): Step => ({
  code,
  params,
  fen,
});
