import { SUITABILITY_CODES } from "./suitability";

/** What a file handed in can lack (CPL 122, 124); the claimant reads these in his own language. */
export const CORRECTION_POINTS = [
  "identity",
  "authority",
  "respondent",
  "claims",
  "facts",
  "evidence",
  "address",
  "copies",
  "jurisdiction",
  "other",
] as const;

/** Why a case is not taken in: the reasons against mediating it here, or what no code covers. */
export const REFUSAL_GROUNDS = [...SUITABILITY_CODES, "other"] as const;
