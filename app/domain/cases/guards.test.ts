import { describe, expect, test } from "vitest";
import type { CaseId, CourtId, LinkId, PartyId, PersonId } from "../ids";
import type { Actor } from "../policy/actor";
import type { EventInput } from "./event-input";
import type { CaseFacts } from "./facts";
import { AGREEMENT, ASSIGNMENT, CLAIMANT, PARTIES, RESPONDENT, sampleFacts } from "./facts.sample";
import { GUARD_NAMES, GUARDS, type GuardName } from "./guards";

const clerk: Actor = {
  kind: "user",
  courtId: "bj0107" as CourtId,
  userId: "0192f000-0000-7000-8000-0000000000aa" as PersonId,
  role: "clerk",
  roles: ["clerk"],
  teamIds: [],
  orgIds: [],
};
const party = (side: "claimant" | "respondent"): Actor => ({
  kind: "party",
  courtId: "bj0107" as CourtId,
  caseId: "0192f000-0000-7000-8000-0000000000ab" as CaseId,
  side,
  partyId: side === "claimant" ? CLAIMANT : RESPONDENT,
  linkId: "0192f000-0000-7000-8000-0000000000ac" as LinkId,
});

const STRANGER = "0192f000-0000-7000-8000-0000000000ad" as PartyId;

type Example = { facts?: Partial<CaseFacts>; input?: EventInput; actor?: Actor };
const late = (code: string) => ({ clocks: { [code]: { dueOn: "2026-09-01", expired: true } } });
const agreement = (change: Partial<typeof AGREEMENT>) => ({ agreement: { ...AGREEMENT, ...change } });
const assignment = (change: Partial<typeof ASSIGNMENT>) => ({ assignment: { ...ASSIGNMENT, ...change } });
const flags = (name: keyof CaseFacts["flags"]) => ({
  flags: { ...sampleFacts().flags, [name]: true },
});
const sessions = (booked: number, open: number) => ({ sessions: { booked, open, held: 0 } });
const review = (change: Partial<CaseFacts["review"]>) => ({
  review: { ...sampleFacts().review, ...change },
});
const oneRefused = [PARTIES[0]!, { ...PARTIES[1]!, mediation: "refused" as const }];
const oneSilent = [PARTIES[0]!, { ...PARTIES[1]!, mediation: null }];
const confirm = { route: "confirm" } as const;
const both = [CLAIMANT, RESPONDENT];

/** One example that holds and one that fails, per guard; the type makes a forgotten guard an error. */
const EXAMPLES: Record<GuardName, readonly [holds: Example, fails: Example]> = {
  intakeComplete: [{}, { facts: { intakeMissing: ["claims"] } }],
  causeMediable: [{}, { facts: { cause: { ...sampleFacts().cause, mediable: false } } }],
  reasonGiven: [{ input: { reason: "不同意" } }, { input: { reason: "  " } }],
  lateHasReason: [{ input: { late: true, lateReason: "停电" } }, { input: { late: true } }],
  correctionLapsed: [{ facts: late("L02") }, {}],
  caseNumberValid: [
    { facts: { registered: false }, input: { caseNumberValid: true } },
    { facts: { registered: false } },
  ],
  isLawsuit: [{}, { facts: { intake: "SELF_APPLIED" } }],
  noUnregisteredHold: [
    { facts: { registered: false, regime: "PRE_FILING" } },
    { facts: { registered: false } },
  ],
  registersFirst: [
    { facts: { regime: "PRE_FILING", parties: oneRefused } },
    { facts: { regime: "PRE_FILING", stage: "submitted" } },
  ],
  unregistered: [{ facts: { registered: false } }, {}],
  registered: [{}, { facts: { registered: false } }],
  claimantSide: [{ actor: party("claimant") }, { actor: party("respondent") }],
  decisionGiven: [
    { input: { partyId: CLAIMANT, decision: "agreed" } },
    { input: { partyId: STRANGER, decision: "agreed" } },
  ],
  oneSideAgreed: [{ facts: { parties: oneSilent } }, { facts: { parties: oneRefused } }],
  allAgreed: [{}, { facts: { parties: oneSilent } }],
  candidateEligible: [{ input: { candidateEligible: true } }, {}],
  offered: [{ facts: assignment({ status: "offered" }) }, {}],
  offeredToOrg: [{ facts: assignment({ status: "orgOffered" }) }, {}],
  offeredToPerson: [{ facts: assignment({ status: "offered" }) }, {}],
  disclosureFiled: [{}, { facts: assignment({ disclosureFiled: false }) }],
  consentToGoOnSigned: [
    { facts: assignment({ needsConsentToGoOn: true, goOnSignedBy: both }) },
    { facts: assignment({ needsConsentToGoOn: true, goOnSignedBy: [CLAIMANT] }) },
  ],
  acceptanceLapsed: [{ facts: late("T04") }, {}],
  mediatorAccepted: [{}, { facts: { assignment: null } }],
  noRecusalPending: [{}, { facts: flags("recusalPending") }],
  recusalPending: [{ facts: flags("recusalPending") }, {}],
  staffMayRepeat: [{ facts: { replacements: 1 } }, { facts: { replacements: 1 }, actor: party("claimant") }],
  notSuspended: [{}, { facts: flags("suspended") }],
  suspended: [{ facts: flags("suspended") }, {}],
  appraisalRunning: [{ facts: flags("appraisalRunning") }, {}],
  courtApproved: [{ input: { courtApproved: true } }, {}],
  withinMediationPeriod: [{}, { facts: late("T07") }],
  mediationExpired: [{ facts: late("T06") }, {}],
  sessionBooked: [{}, { facts: sessions(0, 0) }],
  sessionOpen: [{ facts: sessions(1, 1) }, {}],
  noSessionOpen: [{}, { facts: sessions(1, 1) }],
  identityChecked: [{ input: { identityChecked: true } }, {}],
  onItsDay: [{ input: { beforeItsDay: true, late: true } }, { input: { beforeItsDay: true } }],
  rightsRead: [{ input: { rightsRead: true } }, {}],
  noticeProven: [{ input: { noticeProven: true } }, {}],
  extensionInTime: [{ facts: late("T07"), input: { extensionInTime: true } }, { facts: late("T07") }],
  extensionAgreed: [{ input: { extensionConsents: both } }, { input: { extensionConsents: [CLAIMANT] } }],
  extensionWithinLimit: [
    { facts: { extensionDays: 20 }, input: { extensionDays: 10 } },
    { facts: { extensionDays: 20 }, input: { extensionDays: 11 } },
  ],
  extensionBeforePreservationEnds: [
    { facts: { preservationUntil: "2026-09-10" }, input: { extendedDueOn: "2026-09-10" } },
    { facts: { preservationUntil: "2026-09-10" }, input: { extendedDueOn: "2026-09-11" } },
  ],
  endGiven: [{ input: { endCode: "tooFarApart", reason: "金额" } }, { input: { endCode: "tooFarApart" } }],
  reportWritten: [{ input: { reportWritten: true } }, {}],
  unreachableProven: [
    { facts: { parties: [{ ...PARTIES[0]!, failedContactTries: 3 }] }, input: { endCode: "unreachable" } },
    { input: { endCode: "unreachable" } },
  ],
  agreementDrafted: [{}, { facts: { agreement: null } }],
  agreementComplete: [{}, { facts: agreement({ missing: ["finality"] }) }],
  agentsAuthorised: [{}, { facts: agreement({ agentsAuthorised: false }) }],
  agreementSigned: [{}, { facts: agreement({ allSigned: false }) }],
  performedAtOnce: [{ facts: agreement({ performedAtOnce: true }) }, {}],
  factsRecorded: [{}, { facts: { undisputedFacts: { recorded: 1, signed: 1 } } }],
  packageComplete: [{}, { facts: { packageMissing: ["serviceAddress"] } }],
  routeChosen: [{}, { facts: agreement({ route: "withdraw" }) }],
  bothApplied: [{}, { facts: agreement({ bothApplied: false }) }],
  withinThirtyDays: [{}, { facts: late("T11") }],
  orgPresided: [{}, { facts: agreement({ orgPresided: false }) }],
  confirmableMatter: [
    { input: { route: "statement" }, facts: agreement({ statusContent: true }) },
    { input: confirm, facts: agreement({ statusContent: true }) },
  ],
  courtCompetent: [{}, { facts: review({ courtCompetent: false }) }],
  registeredForStatement: [
    { facts: { registered: false } },
    { input: { route: "statement" }, facts: { registered: false } },
  ],
  onConfirmRoute: [{}, { facts: agreement({ route: "statement" }) }],
  onStatementRoute: [{ facts: agreement({ route: "statement" }) }, {}],
  judgeNotBarred: [{}, { facts: review({ judgeBarred: true }) }],
  checklistComplete: [{}, { facts: review({ checklistOpen: ["voluntary"] }) }],
  pointsListed: [{ input: { points: ["补签名"] } }, { input: { points: [] } }],
  dismissalGiven: [
    { input: { dismissal: "unclear", reason: "数额不明" } },
    { input: { dismissal: "unclear" } },
  ],
  supplementLapsed: [{ facts: late("L04") }, {}],
  statementNotBinding: [{}, { facts: agreement({ bindsOnSigning: true }) }],
  rulingServed: [{}, { facts: { rulingServed: false } }],
  feeSettled: [{}, { facts: { fee: "sent" } }],
  feeOpen: [{ facts: { fee: "unsent" } }, {}],
  feeSent: [{ facts: { fee: "sent" } }, {}],
  feeLapsed: [{ facts: { fee: "sent", ...late("T25") } }, { facts: { fee: "sent" } }],
  trackChosen: [{ input: { track: "ordinary" } }, {}],
  withinTrialLimit: [{}, { facts: late("T19") }],
  notConvertedBefore: [{}, { facts: flags("convertedBefore") }],
  obligationsExist: [{}, { facts: { performance: { obligations: 0, performed: 0, overdue: 0 } } }],
  allPerformed: [{}, { facts: { performance: { obligations: 2, performed: 1, overdue: 0 } } }],
  overdue: [{ facts: { performance: { obligations: 2, performed: 1, overdue: 1 } } }, {}],
  withinTwoYears: [{}, { facts: late("T29") }],
  titleExists: [{ facts: { title: "confirmation" } }, {}],
  noTitle: [{}, { facts: { title: "confirmation" } }],
  archiveComplete: [{}, { facts: { archiveMissing: ["minutes"] } }],
  staffOrOwnSide: [
    { input: { partyId: CLAIMANT }, actor: party("claimant") },
    { input: { partyId: RESPONDENT }, actor: party("claimant") },
  ],
};

describe.each(GUARD_NAMES)("%s", (name) => {
  const judge = (example: Example) =>
    GUARDS[name].holds(sampleFacts(example.facts), example.input ?? {}, example.actor ?? clerk);
  test("holds for its good example", () => expect(judge(EXAMPLES[name][0])).toBe(true));
  test("fails for its bad example", () => expect(judge(EXAMPLES[name][1])).toBe(false));
});
