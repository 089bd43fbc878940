import type { Actor } from "../policy/actor";
import { CLOCK_RULES } from "./clock-rules";
import type { EventInput } from "./event-input";
import { type CaseFacts, isExpired, mediationClock } from "./facts";
import type { Article } from "./laws";

export type Guard = {
  readonly article: Article;
  /** `file`: the facts alone decide, so a page can grey the button; `act`: it looks at what the act brings. */
  readonly looksAt: "file" | "act";
  readonly holds: (facts: CaseFacts, input: EventInput, actor: Actor) => boolean;
  /** Codes of what is missing, so that the refusal can list it. */
  readonly missing?: (facts: CaseFacts, input: EventInput) => readonly string[];
};

const file = (article: Article, holds: Guard["holds"], missing?: Guard["missing"]): Guard =>
  missing ? { article, looksAt: "file", holds, missing } : { article, looksAt: "file", holds };
const act = (article: Article, holds: Guard["holds"], missing?: Guard["missing"]): Guard =>
  missing ? { article, looksAt: "act", holds, missing } : { article, looksAt: "act", holds };

const hasText = (text: string | undefined) => text !== undefined && text.trim() !== "";
const sidesThatAgreed = (facts: CaseFacts) =>
  new Set(facts.parties.filter((party) => party.mediation === "agreed").map((party) => party.side));
const everyPartyIn = (facts: CaseFacts, signed: readonly string[]) =>
  facts.parties.length > 0 && facts.parties.every((party) => signed.includes(party.partyId));
const routeOf = (facts: CaseFacts, input: EventInput) => input.route ?? facts.agreement?.route ?? null;
const routeIs = (facts: CaseFacts, input: EventInput, route: "confirm" | "statement") =>
  routeOf(facts, input) === route;

const AFTER_REGISTRATION = CLOCK_RULES.T07.most?.length ?? 0;

/** Every condition of the case table, with the rule that it comes from. */
export const GUARDS = {
  // intake
  intakeComplete: file(
    "CPL 122",
    (facts) => facts.intakeMissing.length === 0,
    (facts) => facts.intakeMissing,
  ),
  causeMediable: file("INT 143", (facts) => facts.cause.mediable),
  reasonGiven: act("local", (_facts, input) => hasText(input.reason)),
  lateHasReason: act("local", (_facts, input) => input.late !== true || hasText(input.lateReason)),
  correctionLapsed: file("REG15 7", (facts) => isExpired(facts, "L02")),
  caseNumberValid: act("local", (facts, input) => facts.registered || input.caseNumberValid === true),
  isLawsuit: file("CPL 122", (facts) => facts.intake === "LAWSUIT"),
  /** No mediation of a lawsuit before registration under today's regime. */
  noUnregisteredHold: file(
    "OP25 1",
    (facts) => facts.registered || facts.regime === "PRE_FILING" || facts.intake === "SELF_APPLIED",
  ),
  /** Before 2025 a suit was registered only when mediation was refused, impossible or over. */
  registersFirst: act(
    "OP25 1",
    (facts, input) =>
      facts.regime === "POST_FILING" ||
      facts.stage === "filing" ||
      facts.mediationEnd !== null ||
      input.refusedAtFiling === true ||
      !facts.cause.mediable ||
      facts.parties.some((party) => party.mediation === "refused"),
  ),
  unregistered: file("CPL 126", (facts) => !facts.registered),
  registered: file("OP25 5", (facts) => facts.registered),
  claimantSide: file(
    "CPL 13",
    (_facts, _input, actor) => actor.kind !== "party" || actor.side === "claimant",
  ),
  // consent and assignment
  decisionGiven: act("CPL 125", (facts, input) => {
    const known = facts.parties.some((party) => party.partyId === input.partyId);
    return known && input.decision !== undefined;
  }),
  oneSideAgreed: file(
    "ONL 10",
    (facts) =>
      sidesThatAgreed(facts).size > 0 && facts.parties.every((party) => party.mediation !== "refused"),
  ),
  allAgreed: file(
    "CPL 125",
    (facts) => facts.parties.length > 0 && facts.parties.every((party) => party.mediation === "agreed"),
  ),
  candidateEligible: act("INV 12", (_facts, input) => input.candidateEligible === true),
  offered: file("ONL 12", (facts) => facts.assignment !== null && facts.assignment.status !== "accepted"),
  offeredToOrg: file("INV 12", (facts) => facts.assignment?.status === "orgOffered"),
  offeredToPerson: file("ONL 12", (facts) => facts.assignment?.status === "offered"),
  disclosureFiled: file("ONL 13", (facts) => facts.assignment?.disclosureFiled === true),
  consentToGoOnSigned: file("INV 15", (facts) => {
    const assignment = facts.assignment;
    return (
      assignment !== null && (!assignment.needsConsentToGoOn || everyPartyIn(facts, assignment.goOnSignedBy))
    );
  }),
  acceptanceLapsed: file("ONL 12", (facts) => isExpired(facts, "T04")),
  mediatorAccepted: file("INV 27", (facts) => facts.assignment?.status === "accepted"),
  noRecusalPending: file("INV 15", (facts) => !facts.flags.recusalPending),
  recusalPending: file("INV 15", (facts) => facts.flags.recusalPending),
  /** A party may ask for another mediator once; refusing the next one is refusing mediation (INV 13). */
  staffMayRepeat: file(
    "INV 13",
    (facts, _input, actor) => actor.kind !== "party" || facts.replacements === 0,
  ),
  // mediation
  notSuspended: file("INV 18", (facts) => !facts.flags.suspended),
  suspended: file("INV 18", (facts) => facts.flags.suspended),
  appraisalRunning: file("ONL 26", (facts) => facts.flags.appraisalRunning),
  courtApproved: act("local", (_facts, input) => input.courtApproved === true),
  withinMediationPeriod: file("INV 27", (facts) => mediationClock(facts)?.expired !== true),
  mediationExpired: file("ONL 25", (facts) => mediationClock(facts)?.expired === true),
  sessionBooked: file("INV 14", (facts) => facts.sessions.booked > 0),
  sessionOpen: file("local", (facts) => facts.sessions.open > 0),
  noSessionOpen: file("local", (facts) => facts.sessions.open === 0),
  identityChecked: act("ONL 17", (_facts, input) => input.identityChecked === true),
  rightsRead: act("INV 14", (_facts, input) => input.rightsRead === true),
  /** The parties were told another day; what did take place earlier comes as a late entry, with its reason. */
  onItsDay: act("INV 14", (_facts, input) => input.beforeItsDay !== true || input.late === true),
  noticeProven: act("INV 14", (_facts, input) => input.noticeProven === true),
  /** ONL 25(6): a consent given after the end is none; one given in time may be entered late, with its evidence. */
  extensionInTime: act(
    "ONL 25",
    (facts, input) => mediationClock(facts)?.expired !== true || input.extensionInTime === true,
  ),
  extensionAgreed: act("INV 27", (facts, input) => everyPartyIn(facts, input.extensionConsents ?? [])),
  extensionWithinLimit: act(
    "OP25 3",
    (facts, input) =>
      (input.extensionDays ?? 0) > 0 &&
      (facts.regime === "PRE_FILING" ||
        facts.intake === "SELF_APPLIED" ||
        facts.extensionDays + (input.extensionDays ?? 0) <= AFTER_REGISTRATION),
  ),
  extensionBeforePreservationEnds: act(
    "CPL 104",
    (facts, input) =>
      facts.preservationUntil === null ||
      input.extendedDueOn === undefined ||
      input.extendedDueOn <= facts.preservationUntil,
  ),
  endGiven: act("INV 26", (_facts, input) => input.endCode !== undefined && hasText(input.reason)),
  reportWritten: act("INV 26", (facts, input) => facts.terminationReported || input.reportWritten === true),
  unreachableProven: act(
    "ONL 25",
    (facts, input) =>
      input.endCode !== "unreachable" ||
      facts.parties.some((party) => party.failedContactTries >= facts.contactTriesRequired),
  ),
  // agreement
  agreementDrafted: file("INV 24", (facts) => facts.agreement !== null),
  agreementComplete: file(
    "INV 24",
    (facts) => facts.agreement !== null && facts.agreement.missing.length === 0,
    (facts) => facts.agreement?.missing ?? ["agreement"],
  ),
  agentsAuthorised: file("CPL 62", (facts) => facts.agreement?.agentsAuthorised === true),
  agreementSigned: file("INV 24", (facts) => facts.agreement?.allSigned === true),
  performedAtOnce: file("CPL 101", (facts) => facts.agreement?.performedAtOnce === true),
  factsRecorded: file("ONL 22", (facts) => facts.undisputedFacts.recorded > facts.undisputedFacts.signed),
  // hand-over and review
  packageComplete: file(
    "ONL 21",
    (facts) => facts.packageMissing.length === 0,
    (facts) => facts.packageMissing,
  ),
  routeChosen: act(
    "CPL 205",
    (facts, input) => routeIs(facts, input, "confirm") || routeIs(facts, input, "statement"),
  ),
  bothApplied: act(
    "CPL 205",
    (facts, input) => !routeIs(facts, input, "confirm") || facts.agreement?.bothApplied === true,
  ),
  withinThirtyDays: act(
    "CPL 205",
    (facts, input) => !routeIs(facts, input, "confirm") || !isExpired(facts, "T11"),
  ),
  orgPresided: act(
    "CPL 205",
    (facts, input) => !routeIs(facts, input, "confirm") || facts.agreement?.orgPresided === true,
  ),
  confirmableMatter: act("INT 355", (facts, input) => {
    if (!routeIs(facts, input, "confirm")) return true;
    const agreement = facts.agreement;
    return (
      facts.cause.confirmable && agreement !== null && !agreement.statusContent && !agreement.titleContent
    );
  }),
  courtCompetent: act(
    "CPL 205",
    (facts, input) => !routeIs(facts, input, "confirm") || facts.review.courtCompetent,
  ),
  registeredForStatement: act(
    "INV 20",
    (facts, input) => !routeIs(facts, input, "statement") || facts.registered,
  ),
  onConfirmRoute: file("CPL 205", (facts) => facts.agreement?.route === "confirm"),
  onStatementRoute: file("CPL 100", (facts) => facts.agreement?.route === "statement"),
  judgeNotBarred: file("CPL 47", (facts) => !facts.review.judgeBarred),
  checklistComplete: file(
    "INT 358",
    (facts) => facts.review.checklistOpen.length === 0,
    (facts) => facts.review.checklistOpen,
  ),
  pointsListed: act("INT 356", (_facts, input) => (input.points ?? []).length > 0),
  dismissalGiven: act("INT 358", (_facts, input) => input.dismissal !== undefined && hasText(input.reason)),
  supplementLapsed: file("INT 357", (facts) => isExpired(facts, "L04")),
  /** The parties can object for 15 days from receipt, so an unserved ruling has not done its work. */
  rulingServed: file("INT 372", (facts) => facts.rulingServed),
  statementNotBinding: file("CPL 102", (facts) => facts.agreement?.bindsOnSigning !== true),
  // trial
  feeSettled: file("OP25 6", (facts) => ["notDue", "paid", "waived"].includes(facts.fee)),
  feeOpen: file("OP25 6", (facts) => facts.fee === "unsent"),
  feeSent: file("OP25 6", (facts) => facts.fee === "sent"),
  feeLapsed: file("FEE 22", (facts) => facts.fee === "sent" && isExpired(facts, "T25")),
  trackChosen: act("local", (_facts, input) => input.track !== undefined),
  withinTrialLimit: file("INT 258", (facts) => !isExpired(facts, "T18") && !isExpired(facts, "T19")),
  notConvertedBefore: file("local", (facts) => !facts.flags.convertedBefore),
  // after
  obligationsExist: file("local", (facts) => facts.performance.obligations > 0),
  allPerformed: act(
    "local",
    (facts, input) =>
      facts.performance.performed >= facts.performance.obligations || input.withProof === true,
  ),
  overdue: file("local", (facts) => facts.performance.overdue > 0),
  withinTwoYears: file("CPL 250", (facts) => !isExpired(facts, "T29")),
  titleExists: file("CPL 250", (facts) => facts.title !== null),
  noTitle: file("INV 25", (facts) => facts.title === null),
  archiveComplete: file(
    "INT 263",
    (facts) => facts.archiveMissing.length === 0,
    (facts) => facts.archiveMissing,
  ),
  staffOrOwnSide: act("local", (_facts, input, actor) => {
    if (actor.kind !== "party") return true;
    return input.partyId === undefined || input.partyId === actor.partyId;
  }),
} as const satisfies Record<string, Guard>;

export type GuardName = keyof typeof GUARDS;
export const GUARD_NAMES = Object.keys(GUARDS) as GuardName[];
