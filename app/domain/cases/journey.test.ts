import { describe, expect, test } from "vitest";
import { sampleActor } from "../policy/actor.sample";
import type { ActorName } from "../policy/roles";
import { decide } from "./decide";
import type { EventInput } from "./event-input";
import type { EventName } from "./events";
import type { CaseFacts } from "./facts";
import { AGREEMENT, ASSIGNMENT, CLAIMANT, PARTIES, RESPONDENT, sampleFacts } from "./facts.sample";
import type { Stage } from "./stages";

/** One act: who does what with which input, where it must lead, and what the file holds afterwards. */
type Act = [ActorName, EventName, EventInput, Stage, Partial<CaseFacts>?];

/** A file as thin as a first draft: the acts have to bring everything themselves. */
const draft = sampleFacts({
  stage: "draft",
  registered: false,
  parties: PARTIES.map((party) => ({ ...party, mediation: null })),
  assignment: null,
  agreement: null,
  sessions: { booked: 0, open: 0, held: 0 },
  undisputedFacts: { recorded: 0, signed: 0 },
  fee: "unsent",
  performance: { obligations: 0, performed: 0, overdue: 0 },
});

function play(start: CaseFacts, acts: readonly Act[]): CaseFacts {
  let facts = start;
  for (const [who, event, input, to, after] of acts) {
    const answer = decide(facts, event, sampleActor(who), input);
    expect(answer, `${event} by ${who} from ${facts.stage}`).toMatchObject({ ok: true, to });
    facts = { ...facts, ...after, stage: to };
  }
  return facts;
}

const unsigned = { ...AGREEMENT, allSigned: false, bothApplied: false, effectiveOn: null, route: null };
const [claimant, respondent] = PARTIES;
const silent = { ...respondent!, mediation: null };

const UNTIL_REGISTERED: readonly Act[] = [
  ["clerk", "submitCase", {}, "submitted"],
  ["clerk", "registerCase", { caseNumberValid: true }, "consent", { registered: true }],
];
const UNTIL_MEDIATION: readonly Act[] = [
  [
    "party",
    "recordConsent",
    { partyId: CLAIMANT, decision: "agreed" },
    "consent",
    { parties: [claimant!, silent] },
  ],
  [
    "mediator",
    "recordConsent",
    { partyId: RESPONDENT, decision: "agreed" },
    "selecting",
    { parties: PARTIES },
  ],
  [
    "coordinator",
    "assignMediator",
    { candidateEligible: true },
    "delegated",
    { assignment: { ...ASSIGNMENT, status: "offered" } },
  ],
  ["mediator", "acceptAssignment", {}, "mediation", { assignment: ASSIGNMENT }],
  ["mediator", "offerTimes", {}, "mediation"],
  ["party", "answerTime", { partyId: CLAIMANT }, "mediation"],
  ["mediator", "bookSession", {}, "mediation", { sessions: { booked: 1, open: 0, held: 0 } }],
  [
    "mediator",
    "openSession",
    { identityChecked: true, rightsRead: true },
    "mediation",
    { sessions: { booked: 1, open: 1, held: 0 } },
  ],
  ["mediator", "closeSession", {}, "mediation", { sessions: { booked: 0, open: 0, held: 1 } }],
];
const UNTIL_AGREED: readonly Act[] = [
  ["mediator", "draftAgreement", {}, "signing", { agreement: unsigned }],
  ["party", "signAgreement", { partyId: CLAIMANT }, "signing"],
  [
    "mediator",
    "signAgreement",
    { completes: true },
    "agreed",
    { agreement: AGREEMENT, mediationEnd: "agreed" },
  ],
];
const CLOSING: readonly Act[] = [
  ["courtClerk", "closeCase", { reason: "已送达" }, "closed"],
  ["courtClerk", "archiveCase", {}, "archived"],
];
const late = { obligations: 2, performed: 1, overdue: 1 };
const REPORT: EventInput = { endCode: "tooFarApart", reason: "金额分歧", reportWritten: true };

describe("a case walks through the table", () => {
  test("settled and confirmed", () => {
    play(draft, [
      ...UNTIL_REGISTERED,
      ...UNTIL_MEDIATION,
      ...UNTIL_AGREED,
      ["mediator", "handOver", { route: "confirm" }, "handedOver"],
      ["judge", "takeUp", {}, "review"],
      ["judge", "askSupplement", { points: ["身份证明"] }, "supplement"],
      ["mediator", "supplyMaterials", {}, "review"],
      ["judge", "confirmAgreement", {}, "confirmed", { title: "confirmation" }],
      ...CLOSING,
    ]);
  });

  test("returned, signed again, then confirmed", () => {
    play(draft, [
      ...UNTIL_REGISTERED,
      ...UNTIL_MEDIATION,
      ...UNTIL_AGREED,
      ["mediator", "handOver", { route: "confirm" }, "handedOver"],
      ["judge", "takeUp", {}, "review"],
      ["judge", "returnPackage", { points: ["分期合计不符"] }, "returned"],
      ...UNTIL_AGREED,
      ["coordinator", "handOver", { route: "confirm" }, "handedOver"],
      ["judge", "takeUp", {}, "review"],
      ["judge", "confirmAgreement", {}, "confirmed", { title: "confirmation" }],
    ]);
  });

  test("settled by statement, defaulted, enforced", () => {
    play(draft, [
      ...UNTIL_REGISTERED,
      ...UNTIL_MEDIATION,
      ...UNTIL_AGREED,
      [
        "mediator",
        "handOver",
        { route: "statement" },
        "handedOver",
        { agreement: { ...AGREEMENT, route: "statement" } },
      ],
      ["judge", "takeUp", {}, "review"],
      ["judge", "issueStatement", {}, "statementIssued"],
      ["party", "signReceipt", { partyId: CLAIMANT }, "statementIssued"],
      [
        "courtClerk",
        "signReceipt",
        { completes: true },
        "statementEffective",
        { title: "statement", performance: late },
      ],
      ["judgeAssistant", "followPerformance", {}, "performing"],
      ["job", "recordDefault", {}, "defaulted"],
      ["party", "applyEnforcement", {}, "enforcement"],
      ["courtClerk", "recordPerformed", { withProof: true }, "closed"],
    ]);
  });

  test("failed after registration: fee, hand-over, fast track, judgment", () => {
    play(draft, [
      ...UNTIL_REGISTERED,
      ...UNTIL_MEDIATION,
      ["mediator", "endMediation", REPORT, "failed", { mediationEnd: "tooFarApart" }],
      ["clerk", "sendFeeNotice", {}, "failed", { fee: "sent" }],
      ["finance", "recordFee", {}, "failed", { fee: "paid" }],
      ["coordinator", "handOver", {}, "triage"],
      ["coordinator", "allotTrack", { track: "fastTrack" }, "fastTrack"],
      ["judge", "convertTrack", { reason: "被告反诉" }, "ordinary"],
      ["judge", "recordJudgment", {}, "closed"],
    ]);
  });

  test("the old regime: guided unregistered, failed, filed, tried", () => {
    play({ ...draft, regime: "PRE_FILING" }, [
      ["clerk", "submitCase", {}, "submitted"],
      ["clerk", "guideParties", {}, "consent"],
      ...UNTIL_MEDIATION,
      ["mediator", "endMediation", REPORT, "failed", { mediationEnd: "tooFarApart" }],
      ["party", "proceedToFiling", {}, "filing"],
      ["clerk", "registerCase", { caseNumberValid: true }, "triage", { registered: true }],
    ]);
  });

  test("dismissed: mediated anew", () => {
    play(draft, [
      ...UNTIL_REGISTERED,
      ...UNTIL_MEDIATION,
      ...UNTIL_AGREED,
      ["mediator", "handOver", { route: "confirm" }, "handedOver"],
      ["judge", "takeUp", {}, "review"],
      ["judge", "dismissApplication", { dismissal: "unclear", reason: "数额不明" }, "dismissed"],
      ["coordinator", "resumeMediation", {}, "mediation"],
      ...UNTIL_AGREED,
    ]);
  });
});
