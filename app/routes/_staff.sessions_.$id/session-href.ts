import type { Role } from "~/domain/policy/roles";

const WORKS_IN: readonly Role[] = [
  "mediator",
  "lawyer",
  "coordinator",
  "orgManager",
  "courtClerk",
  "judgeAssistant",
];

/** Where a role looks at a session: the workspace belongs to those who mediate and keep the minutes, the window reads who is told, others open the case. */
export function sessionHref(role: Role, sessionId: string, caseId: string): string {
  if (WORKS_IN.includes(role)) return `/sessions/${sessionId}`;
  return role === "clerk" ? `/sessions/${sessionId}/told` : `/cases/${caseId}`;
}

/** Everybody who plans can see who is told; a lawyer advises and does not plan. */
export const mayPlan = (role: Role): boolean =>
  role === "clerk" || (WORKS_IN.includes(role) && role !== "lawyer");
