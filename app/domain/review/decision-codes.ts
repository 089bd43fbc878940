/** INT 355: the application is not accepted, or is dismissed if found later. */
export const NON_ACCEPTANCE_CODES = [
  "outOfScope",
  "wrongCourt",
  "statusRelation",
  "otherProcedure",
  "titleConfirmation",
] as const;
export type NonAcceptanceCode = (typeof NON_ACCEPTANCE_CODES)[number];

/** INT 358: the application is dismissed. */
export const DISMISSAL_CODES = [
  "mandatoryLaw",
  "publicOrThirdPartyHarm",
  "publicOrder",
  "involuntary",
  "unclear",
  "other",
] as const;
export type DismissalCode = (typeof DISMISSAL_CODES)[number];

export const PACKAGE_KINDS = ["settled", "failed"] as const;
/** What is handed over: a settled case to be confirmed or stated, or a failed one to be tried. */
export type PackageKind = (typeof PACKAGE_KINDS)[number];
