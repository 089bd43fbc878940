export const ROLES = [
  "clerk",
  "coordinator",
  "orgManager",
  "mediator",
  "lawyer",
  "judge",
  "judgeAssistant",
  "courtClerk",
  "leader",
  "finance",
  "auditor",
  "administrator",
] as const;
export type Role = (typeof ROLES)[number];

export const ACTOR_KINDS = ["user", "party", "job"] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Who may act on an event: a role, a party by link, or a job. */
export type ActorName = Role | "party" | "job";
export const ACTOR_NAMES = [...ROLES, "party", "job"] as const satisfies readonly ActorName[];
