import type { MediatorId, PartyId } from "../ids";
import type { AgreementFacts, AssignmentFacts, CaseFacts, PartyFacts } from "./facts";

/** A file in which nothing is missing, for tests: each example says only what differs. */
export const CLAIMANT = "0192f000-0000-7000-8000-000000000001" as PartyId;
export const RESPONDENT = "0192f000-0000-7000-8000-000000000002" as PartyId;
export const MEDIATOR = "0192f000-0000-7000-8000-000000000003" as MediatorId;

export const PARTIES: readonly PartyFacts[] = [
  { partyId: CLAIMANT, side: "claimant", mediation: "agreed", failedContactTries: 0 },
  { partyId: RESPONDENT, side: "respondent", mediation: "agreed", failedContactTries: 0 },
];
export const ASSIGNMENT: AssignmentFacts = {
  assignmentId: null,
  status: "accepted",
  mediatorId: MEDIATOR,
  disclosureFiled: true,
  needsConsentToGoOn: false,
  goOnSignedBy: [],
};
export const AGREEMENT: AgreementFacts = {
  missing: [],
  allSigned: true,
  agentsAuthorised: true,
  effectiveOn: "2026-09-01",
  orgPresided: true,
  statusContent: false,
  titleContent: false,
  bindsOnSigning: false,
  performedAtOnce: false,
  bothApplied: true,
  route: "confirm",
};

export function sampleFacts(change: Partial<CaseFacts> = {}): CaseFacts {
  return {
    stage: "mediation",
    regime: "POST_FILING",
    intake: "LAWSUIT",
    registered: true,
    cause: {
      mediable: true,
      confirmable: true,
      smallClaimEligible: true,
      arbitrationFirst: false,
      appraisalLikely: false,
    },
    parties: PARTIES,
    intakeMissing: [],
    mediationEnd: null,
    terminationReported: false,
    contactTriesRequired: 3,
    assignment: ASSIGNMENT,
    replacements: 0,
    flags: { suspended: false, recusalPending: false, appraisalRunning: false, convertedBefore: false },
    sessions: { booked: 1, open: 0, held: 0 },
    extensionDays: 0,
    preservationUntil: null,
    undisputedFacts: { recorded: 1, signed: 0 },
    agreement: AGREEMENT,
    clocks: {},
    rulingServed: true,
    packageMissing: [],
    fee: "paid",
    review: { judgeBarred: false, courtCompetent: true, checklistOpen: [] },
    performance: { obligations: 1, performed: 1, overdue: 0 },
    title: null,
    archiveMissing: [],
    ...change,
  };
}
