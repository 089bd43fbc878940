import type { TriageInput } from "~/domain/review/triage";

/** What triage asks about a case, in the order of the law (CPL 42, 165, 166; INT 257). */
export const QUESTIONS = [
  "clearMoneyClaim",
  "factsClear",
  "smallClaimExcluded",
  "bothAgreeSmallClaim",
  "bothAgreeSummary",
  "summaryExcluded",
  "defendantMissing",
  "panelRequired",
] as const satisfies readonly (keyof TriageInput)[];
