export const SETTLED_ROUTES = ["confirm", "statement", "withdraw", "performed"] as const;
/** What a settled case asks for: judicial confirmation, a mediation statement, withdrawal, or nothing more (performed at once). */
export type SettledRoute = (typeof SETTLED_ROUTES)[number];

/** The two routes that a judge decides. */
export const REVIEW_ROUTES = ["confirm", "statement"] as const;
export type ReviewRoute = (typeof REVIEW_ROUTES)[number];

export const TRACKS = ["fastTrack", "ordinary"] as const;
export type Track = (typeof TRACKS)[number];

export const PROCEDURES = ["smallClaim", "summary", "ordinarySole", "ordinaryPanel"] as const;
export type Procedure = (typeof PROCEDURES)[number];

export const CLOSE_REASONS = [
  "performed",
  "withdrawn",
  "deemedWithdrawn",
  "notPursued",
  "notReceived",
  "confirmed",
  "statement",
  "judgment",
  "enforced",
  "importUndone",
] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];
