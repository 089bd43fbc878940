export const SAFETY_KINDS = ["domesticViolence", "protectionOrder", "riskOfViolence"] as const;
/** Why the sides must not meet: 家庭暴力, 人身安全保护令, 暴力风险. Known to staff alone. */
export type SafetyKind = (typeof SAFETY_KINDS)[number];
