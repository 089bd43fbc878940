export const OBLIGATION_KINDS = ["pay", "deliver", "act", "refrain"] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

export const OBLIGATION_STATUSES = ["notDue", "due", "partly", "performed", "overdue", "waived"] as const;
export type ObligationStatus = (typeof OBLIGATION_STATUSES)[number];
