/** domain.md section 5, D1-D20; a ruling has one kind per operative part because each has its own wording. */
export const DOCUMENT_KINDS = [
  "guidance",
  "consentForm",
  "delegationLetter",
  "materialsList",
  "selectionNotice",
  "disclosure",
  "consentToGoOn",
  "recusalRequest",
  "recusalDecision",
  "sessionNotice",
  "serviceAddress",
  "rightsNotice",
  "minutes",
  "undisputedFacts",
  "extensionConsent",
  "agreement",
  "confirmationApplication",
  "rulingConfirmed",
  "rulingDismissed",
  "rulingNotAccepted",
  "rulingWithdrawn",
  "statement",
  "terminationReport",
  "handOver",
  "enforcementSheet",
  "correctionNotice",
  "intakeRefusal",
  "receipt",
  "feeNotice",
  "summons",
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_STATUSES = ["draft", "issued", "served", "void"] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];
