/** Consent to one step is not consent to another (OLL 4), so each is asked and kept on its own. */
export const CONSENT_KINDS = [
  "mediation",
  "online",
  "splitVideo",
  "electronicService",
  "extension",
  "appraisal",
  "goOn",
  "undisputedFacts",
  "confirmation",
] as const;
export type ConsentKind = (typeof CONSENT_KINDS)[number];

export const CONSENT_DECISIONS = ["agreed", "refused"] as const;
export type ConsentDecision = (typeof CONSENT_DECISIONS)[number];

export const CONSENT_CHANNELS = ["partyLink", "onPaper", "inPerson", "phone"] as const;
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number];
