import type { EventRow } from "../event-row";

const DESK = ["coordinator", "clerk"] as const;

/** Asking for consent, and finding the person who mediates. */
export const ASSIGNMENT_EVENTS = [
  {
    event: "recordConsent",
    from: ["consent"],
    to: {
      among: ["consent", "selecting", "failed"],
      pick: (facts, input) => {
        if (input.decision === "refused") return "failed";
        const others = facts.parties.filter((party) => party.partyId !== input.partyId);
        return others.every((party) => party.mediation === "agreed") ? "selecting" : "consent";
      },
    },
    by: [...DESK, "mediator", "orgManager", "party"],
    guards: ["noUnregisteredHold", "decisionGiven", "staffOrOwnSide", "lateHasReason"],
    effects: [],
    arriving: {
      selecting: { effects: ["notifyCoordinator"], starts: ["T03"], stops: ["T05"] },
      failed: { effects: ["notifyCoordinator", "notifyParties"], starts: ["T16"], stops: ["T05"] },
    },
    covers: [8, 9],
  },
  {
    // A one-sided application already has a mediator looking for the other side (ONL 10, 15).
    event: "recordConsent",
    from: ["selecting", "delegated", "mediation"],
    to: {
      among: ["selecting", "delegated", "mediation", "failed"],
      pick: (facts, input) => (input.decision === "refused" ? "failed" : facts.stage),
    },
    by: [...DESK, "mediator", "orgManager", "party"],
    guards: ["decisionGiven", "staffOrOwnSide", "lateHasReason"],
    effects: [],
    arriving: {
      failed: {
        effects: ["sendCancellations", "notifyCoordinator", "notifyParties"],
        starts: ["T16"],
        stops: ["mediation", "T02", "T03", "T04"],
      },
    },
    stops: ["T05"],
    covers: [8, 9],
  },
  {
    event: "proceedOnOneConsent",
    from: ["consent"],
    to: "selecting",
    by: DESK,
    guards: ["noUnregisteredHold", "oneSideAgreed"],
    effects: ["notifyCoordinator"],
    starts: ["T02", "T05"],
    covers: [8],
  },
  {
    event: "recordContact",
    from: ["consent", "selecting", "delegated", "mediation", "signing"],
    to: "same",
    by: [...DESK, "mediator", "orgManager", "judgeAssistant", "courtClerk"],
    guards: ["lateHasReason"],
    effects: [],
    covers: [],
  },
  {
    event: "chooseMediator",
    from: ["selecting"],
    to: {
      among: ["selecting", "delegated"],
      pick: (_facts, input) => (input.choiceComplete ? "delegated" : "selecting"),
    },
    by: ["party"],
    guards: ["noUnregisteredHold", "candidateEligible", "staffOrOwnSide"],
    effects: [],
    arriving: {
      delegated: {
        effects: ["sendDelegation", "sendSelectionNotice"],
        starts: ["T04"],
        stops: ["T02", "T03"],
      },
    },
    covers: [10],
  },
  {
    event: "assignMediator",
    from: ["selecting"],
    to: "delegated",
    by: ["coordinator", "clerk", "job"],
    guards: ["noUnregisteredHold", "oneSideAgreed", "candidateEligible"],
    effects: ["sendDelegation", "sendSelectionNotice"],
    starts: ["T04"],
    stops: ["T02", "T03"],
    covers: [10],
  },
  {
    event: "nameMediator",
    from: ["delegated"],
    to: "same",
    by: ["orgManager"],
    guards: ["offeredToOrg", "candidateEligible"],
    effects: ["sendDelegation", "sendSelectionNotice"],
    covers: [10],
  },
  {
    event: "refuseDesignation",
    from: ["selecting", "delegated"],
    to: "failed",
    by: ["party", ...DESK],
    guards: ["reasonGiven"],
    effects: ["notifyMediator", "notifyCoordinator", "notifyParties"],
    starts: ["T16"],
    stops: ["mediation", "T02", "T03", "T04", "T05"],
    covers: [11, 15],
  },
  {
    event: "discloseRelation",
    from: ["delegated", "mediation", "signing"],
    to: "same",
    by: ["mediator", "orgManager"],
    guards: [],
    effects: ["notifyCoordinator"],
    covers: [12],
  },
  {
    event: "consentToGoOn",
    from: ["delegated", "mediation", "signing"],
    to: "same",
    by: ["party", "coordinator", "mediator"],
    guards: ["decisionGiven", "staffOrOwnSide"],
    effects: [],
    covers: [12],
  },
  {
    event: "acceptAssignment",
    from: ["delegated"],
    to: "mediation",
    by: ["mediator", "orgManager"],
    guards: ["noUnregisteredHold", "offeredToPerson", "disclosureFiled", "consentToGoOnSigned"],
    effects: ["notifyParties", "notifyCoordinator"],
    starts: ["mediation"],
    stops: ["T04"],
    covers: [12],
  },
  {
    event: "declineAssignment",
    from: ["delegated"],
    to: "selecting",
    by: ["mediator", "orgManager"],
    guards: ["offered", "reasonGiven"],
    effects: ["notifyCoordinator"],
    starts: ["T02"],
    stops: ["T04"],
    covers: [13],
  },
  {
    event: "lapseAssignment",
    from: ["delegated"],
    to: "selecting",
    by: ["job", "coordinator"],
    guards: ["offered", "acceptanceLapsed"],
    effects: ["notifyMediator", "notifyCoordinator"],
    starts: ["T02"],
    stops: ["T04"],
    covers: [13],
  },
] as const satisfies readonly EventRow[];
