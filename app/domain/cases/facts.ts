import type { AssignmentId, MediatorId, PartyId } from "../ids";
import type { ConsentDecision } from "../mediation/consents";
import type { MediationEnd } from "../mediation/outcomes";
import type { ClockCode } from "./clock-codes";
import { CLOCK_RULES, MEDIATION_PERIODS } from "./clock-rules";
import type { Intake, Regime } from "./regime";
import type { SettledRoute } from "./routes";
import type { Side } from "./sides";
import type { Stage } from "./stages";

/** What the cause of action lets happen (domain.md 1.2, 3.2). */
export type CauseFlags = {
  readonly mediable: boolean;
  readonly confirmable: boolean;
  readonly smallClaimEligible: boolean;
  readonly arbitrationFirst: boolean;
  readonly appraisalLikely: boolean;
};

export type PartyFacts = {
  readonly partyId: PartyId;
  readonly side: Side;
  /** Consent to be mediated (CPL 125); consent to other things is kept elsewhere. */
  readonly mediation: ConsentDecision | null;
  readonly failedContactTries: number;
};

export const ASSIGNMENT_STATUSES = ["orgOffered", "offered", "accepted"] as const;
export type AssignmentStatus = (typeof ASSIGNMENT_STATUSES)[number];

export type AssignmentFacts = {
  readonly assignmentId: AssignmentId | null;
  readonly status: AssignmentStatus;
  readonly mediatorId: MediatorId | null;
  readonly disclosureFiled: boolean;
  /** The disclosure named a relation, so everybody must sign before he goes on (INV 15). */
  readonly needsConsentToGoOn: boolean;
  readonly goOnSignedBy: readonly PartyId[];
};

export type AgreementFacts = {
  /** Codes of what the completeness check misses (agreement.ts); empty = complete. */
  readonly missing: readonly string[];
  readonly allSigned: boolean;
  readonly agentsAuthorised: boolean;
  readonly effectiveOn: string | null;
  readonly orgPresided: boolean;
  readonly statusContent: boolean;
  readonly titleContent: boolean;
  /** The parties agreed that it binds on signing, so refusing the statement is harmless (INT 151). */
  readonly bindsOnSigning: boolean;
  readonly performedAtOnce: boolean;
  readonly bothApplied: boolean;
  readonly route: SettledRoute | null;
};

export const FEE_STATUSES = ["notDue", "unsent", "sent", "paid", "waived"] as const;
export type FeeStatus = (typeof FEE_STATUSES)[number];

/** `expired`: still running and its last day is over (a stopped clock never expires). */
export type ClockFacts = { readonly dueOn: string; readonly expired: boolean };

/** Everything that `decide` may look at: a plain value, gathered by one query under the case's lock. */
export type CaseFacts = {
  readonly stage: Stage;
  readonly regime: Regime;
  readonly intake: Intake;
  /** Has a court's case number (案号); a registration number alone is not a registration. */
  readonly registered: boolean;
  readonly cause: CauseFlags;
  readonly parties: readonly PartyFacts[];
  /** Codes of what the file still lacks to be submitted. */
  readonly intakeMissing: readonly string[];
  readonly mediationEnd: MediationEnd | null;
  readonly terminationReported: boolean;
  readonly contactTriesRequired: number;
  readonly assignment: AssignmentFacts | null;
  readonly replacements: number;
  readonly flags: {
    readonly suspended: boolean;
    readonly recusalPending: boolean;
    readonly appraisalRunning: boolean;
    readonly convertedBefore: boolean;
  };
  readonly sessions: { readonly booked: number; readonly open: number; readonly held: number };
  readonly extensionDays: number;
  /** Last day of a pre-suit preservation (CPL 104): no extension of mediation may pass it. */
  readonly preservationUntil: string | null;
  readonly undisputedFacts: { readonly recorded: number; readonly signed: number };
  readonly agreement: AgreementFacts | null;
  readonly clocks: Readonly<Partial<Record<ClockCode, ClockFacts>>>;
  /** The ruling of confirmation has reached every party, as entered; asked only while the case stands confirmed. */
  readonly rulingServed: boolean;
  /** Codes of what the hand-over package still lacks (package.ts). */
  readonly packageMissing: readonly string[];
  readonly fee: FeeStatus;
  readonly review: {
    /** The judge who acts, or the one who is proposed, may not (recused, or mediated this dispute himself). */
    readonly judgeBarred: boolean;
    readonly courtCompetent: boolean;
    /** Codes of checklist items not yet answered or answered no (checklist.ts). */
    readonly checklistOpen: readonly string[];
  };
  readonly performance: {
    readonly obligations: number;
    readonly performed: number;
    readonly overdue: number;
  };
  /** The enforceable title, once a ruling or a statement has taken effect. */
  readonly title: "confirmation" | "statement" | "judgment" | null;
  readonly archiveMissing: readonly string[];
};

/** What nobody has read yet limits nothing. */
const LIMITING = MEDIATION_PERIODS.filter((code) => CLOCK_RULES[code].verified);

export function mediationClock(facts: CaseFacts): ClockFacts | null {
  for (const code of LIMITING) {
    const clock = facts.clocks[code];
    if (clock) return clock;
  }
  return null;
}

/** Never of a rule that nobody has read: it is shown, and refuses nothing. */
export function isExpired(facts: CaseFacts, code: ClockCode): boolean {
  return CLOCK_RULES[code].verified && facts.clocks[code]?.expired === true;
}
