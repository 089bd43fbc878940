/** The numbers by which a court plans sessions, in the unit of their names, with the least and the most of each. */
export const RULE_BOUNDS = {
  sessionMinutes: [15, 480],
  slotStepMinutes: [5, 240],
  minimumNoticeMinutes: [0, 20_160],
  holdMinutes: [5, 1440],
  offerHours: [1, 240],
  freedPlaceHours: [1, 72],
  horizonDays: [1, 92],
  silentHours: [4, 336],
} as const satisfies Readonly<Record<string, readonly [least: number, most: number]>>;

export type RuleNumber = keyof typeof RULE_BOUNDS;
export const RULE_NUMBERS = Object.keys(RULE_BOUNDS) as readonly RuleNumber[];

/** Points that a reason is worth lie between minus and plus this. */
export const MOST_WEIGHT = 1000;

/** What a court decides about its planning of sessions: the numbers, its way to a time, when it reminds, and the weights of the ranking. */
export type RuleName = RuleNumber | "timeWay" | "rankingWeights" | "reminders";
export const RULE_NAMES: readonly RuleName[] = ["timeWay", ...RULE_NUMBERS, "reminders", "rankingWeights"];
