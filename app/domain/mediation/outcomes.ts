/** The ends after which the case goes on without an agreement; each needs a written report (INV 26, ONL 21). */
export const FAILED_ENDS = [
  "unreachable",
  "partyUnwilling",
  "tooFarApart",
  "expired",
  "refusedToSign",
  "other",
] as const;
export type FailedEnd = (typeof FAILED_ENDS)[number];

/** Why a mediation ended: the union of INV 26 and ONL 25, closed. */
export const MEDIATION_ENDS = ["agreed", "selfSettledWithdrawn", ...FAILED_ENDS] as const;
export type MediationEnd = (typeof MEDIATION_ENDS)[number];

export function isFailedEnd(end: MediationEnd): end is FailedEnd {
  return FAILED_ENDS.some((failed) => failed === end);
}
