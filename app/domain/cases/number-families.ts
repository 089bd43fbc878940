/** Type codes (类型代字) that this system meets, by purpose; which one applies when is in number.ts. */
export const NUMBER_FAMILIES = [
  "民诉前调",
  "诉前调确",
  "诉前调书",
  "民特",
  "民初",
  "民督",
  "财保",
  "执",
] as const;
export type NumberFamily = (typeof NUMBER_FAMILIES)[number];

export const NUMBER_PURPOSES = [
  "mediation",
  "confirmation",
  "statement",
  "firstInstance",
  "paymentOrder",
  "preservation",
  "enforcement",
] as const;
export type NumberPurpose = (typeof NUMBER_PURPOSES)[number];
