export const MEDIATOR_CATEGORIES = [
  "peoples",
  "invited",
  "retiredJudge",
  "lawyer",
  "traineeLawyer",
  "industry",
  "notary",
  "judge",
] as const;
/** domain.md 1.3. A trainee lawyer never presides (LWY 13). */
export type MediatorCategory = (typeof MEDIATOR_CATEGORIES)[number];

export const ROSTER_STATUSES = ["active", "suspended", "removed", "expired"] as const;
export type RosterStatus = (typeof ROSTER_STATUSES)[number];

export const LAWYER_ROLES = ["adviser", "coMediator"] as const;
/** What a lawyer does in a session that a mediator presides: advise neutrally, or mediate along. */
export type LawyerRole = (typeof LAWYER_ROLES)[number];

export function mayPreside(category: MediatorCategory): boolean {
  return category !== "traineeLawyer";
}
