import type { DateTime } from "luxon";
import { courtDate } from "../cases/calendar";
import type { LegalAct } from "../cases/regime";
import type { MediatorId, OrgId } from "../ids";
import { type MediatorCategory, mayPreside, type RosterStatus } from "../roster/mediator-categories";
import {
  type ConflictDispute,
  type ConflictPerson,
  conflictLevel,
  findConflicts,
} from "./conflict-of-interest";

/** Against assigning somebody. */
export const EXCLUSION_CODES = [
  "notActive",
  "orgNotActive",
  "trainee",
  "wrongScope",
  "conflictBlocked",
  "onLeave",
  "overCapacity",
  "declinedBefore",
  "replacedBefore",
  "languageMissing",
] as const;
/** Against, then for, and things to know. */
export const REASON_CODES = [
  ...EXCLUSION_CODES,
  "consentToGoOnNeeded",
  "speciality",
  "sameGroup",
  "lowLoad",
  "language",
  "residentToday",
  "district",
  "waitedLongest",
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];
export type Reason = {
  readonly code: ReasonCode;
  readonly params?: Readonly<Record<string, string | number>>;
};

export type Candidate = ConflictPerson & {
  readonly mediatorId: MediatorId;
  readonly category: MediatorCategory;
  readonly rosterStatus: RosterStatus;
  readonly orgId: OrgId | null;
  readonly orgActive: boolean;
  /** Which legal acts the roster invites him for. */
  readonly scopes: readonly LegalAct[];
  /** Cause codes, then wider groups, in which he is listed as a specialist. */
  readonly causes: readonly string[];
  readonly groups: readonly string[];
  readonly languages: readonly string[];
  readonly districts: readonly string[];
  readonly openCases: number;
  readonly capacity: number;
  /** Court-local dates, last day included. */
  readonly leaves: readonly { readonly fromOn: string; readonly untilOn: string }[];
  /** Sits in the court on these court-local dates. */
  readonly residentOn: readonly string[];
  readonly lastAssignedAt: DateTime | null;
};

export type AssignmentDispute = ConflictDispute & {
  readonly legalAct: LegalAct;
  readonly causeCode: string;
  readonly causeGroup: string;
  readonly district: string | null;
  /** A language that somebody cannot do without; null = Mandarin does. */
  readonly language: string | null;
  readonly declinedBy: readonly MediatorId[];
  readonly replaced: readonly MediatorId[];
};

/** Why this person cannot be assigned to preside; empty = he can. A waivable conflict does not exclude him. */
export function exclusions(
  candidate: Candidate,
  dispute: AssignmentDispute,
  now: DateTime,
): readonly Reason[] {
  const today = courtDate(now);
  const level = conflictLevel(findConflicts(candidate, dispute), dispute);
  const leave = candidate.leaves.find((one) => one.fromOn <= today && today <= one.untilOn);
  const reasons: Reason[] = [];
  if (candidate.rosterStatus !== "active")
    reasons.push({ code: "notActive", params: { status: candidate.rosterStatus } });
  if (candidate.orgId !== null && !candidate.orgActive) reasons.push({ code: "orgNotActive" });
  if (!mayPreside(candidate.category)) reasons.push({ code: "trainee" });
  if (!candidate.scopes.includes(dispute.legalAct))
    reasons.push({ code: "wrongScope", params: { needed: dispute.legalAct } });
  if (level === "BLOCK") reasons.push({ code: "conflictBlocked" });
  if (leave) reasons.push({ code: "onLeave", params: { untilOn: leave.untilOn } });
  if (candidate.openCases >= candidate.capacity)
    reasons.push({
      code: "overCapacity",
      params: { open: candidate.openCases, capacity: candidate.capacity },
    });
  if (dispute.declinedBy.includes(candidate.mediatorId)) reasons.push({ code: "declinedBefore" });
  if (dispute.replaced.includes(candidate.mediatorId)) reasons.push({ code: "replacedBefore" });
  if (dispute.language !== null && !candidate.languages.includes(dispute.language))
    reasons.push({ code: "languageMissing", params: { language: dispute.language } });
  return reasons;
}

export function needsConsentToGoOn(candidate: Candidate, dispute: AssignmentDispute): boolean {
  return conflictLevel(findConflicts(candidate, dispute), dispute) === "WAIVABLE";
}
