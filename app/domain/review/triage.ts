import type { Procedure } from "../cases/routes";

export const TRIAGE_REASONS = [
  "panelRequired",
  "defendantMissing",
  "notForSummary",
  "clearMoney",
  "amountSmall",
  "amountByChoice",
  "wageUnknown",
  "excludedFromSmall",
  "agreedSummary",
  "clearFacts",
] as const;
export type TriageReason = (typeof TRIAGE_REASONS)[number];

export type TriageInput = {
  /** Money only, facts clear, rights clear, little disputed (CPL 165). */
  readonly clearMoneyClaim: boolean;
  readonly factsClear: boolean;
  readonly amountFen: number | null;
  /** Status, title, foreign, appraisal, missing party, counterclaim (CPL 166). */
  readonly smallClaimExcluded: boolean;
  readonly bothAgreeSmallClaim: boolean;
  readonly bothAgreeSummary: boolean;
  /** Defendant missing at filing, remand, large group, public interest … (INT 257). */
  readonly summaryExcluded: boolean;
  readonly defendantMissing: boolean;
  /** Public interest, group, wide concern, novel or complex (CPL 42). */
  readonly panelRequired: boolean;
};
/** The province's last published average annual wage in fen; null while the court has not entered one. */
export type TriageSettings = { readonly averageWageFen: number | null };

/** Which procedure a failed case goes into, and why (domain.md 1.13 Q1-Q6). A proposal: people allot. */
export function proposeProcedure(
  input: TriageInput,
  settings: TriageSettings,
): { readonly procedure: Procedure; readonly reasons: readonly TriageReason[] } {
  const reasons: TriageReason[] = [];
  if (input.panelRequired) return { procedure: "ordinaryPanel", reasons: ["panelRequired"] };
  const summaryOpen = !input.summaryExcluded && !input.defendantMissing;
  if (!summaryOpen) {
    reasons.push(input.defendantMissing ? "defendantMissing" : "notForSummary");
    return ordinary(input, reasons);
  }
  if (input.clearMoneyClaim) {
    const small = smallClaim(input, settings);
    reasons.push(...small.reasons);
    if (small.open) return { procedure: "smallClaim", reasons };
  }
  if (input.factsClear) return { procedure: "summary", reasons: [...reasons, "clearFacts"] };
  if (input.bothAgreeSummary) return { procedure: "summary", reasons: [...reasons, "agreedSummary"] };
  return ordinary(input, reasons);
}

function smallClaim(
  input: TriageInput,
  { averageWageFen }: TriageSettings,
): { open: boolean; reasons: TriageReason[] } {
  if (input.smallClaimExcluded) return { open: false, reasons: ["excludedFromSmall"] };
  if (averageWageFen === null || input.amountFen === null) return { open: false, reasons: ["wageUnknown"] };
  // Doubled instead of halved, so that the limit stays a whole number of fen.
  if (input.amountFen * 2 <= averageWageFen) return { open: true, reasons: ["clearMoney", "amountSmall"] };
  const byChoice = input.amountFen <= averageWageFen * 2 && input.bothAgreeSmallClaim;
  return byChoice ? { open: true, reasons: ["clearMoney", "amountByChoice"] } : { open: false, reasons: [] };
}

function ordinary(input: TriageInput, reasons: TriageReason[]) {
  return input.factsClear
    ? { procedure: "ordinarySole" as const, reasons: [...reasons, "clearFacts" as const] }
    : { procedure: "ordinaryPanel" as const, reasons };
}
