import type { EventRow } from "../event-row";

const COUNTER = ["clerk", "coordinator"] as const;

/** From the first draft until the case is registered or sent away. */
export const INTAKE_EVENTS = [
  {
    event: "draftCase",
    from: [],
    to: "draft",
    by: ["clerk", "coordinator", "orgManager", "job"],
    guards: [],
    effects: [],
    starts: ["L01"],
    covers: [1],
  },
  {
    event: "submitCase",
    from: ["draft", "correction"],
    to: "submitted",
    by: ["clerk", "coordinator", "orgManager", "party", "job"],
    guards: ["intakeComplete", "claimantSide"],
    effects: ["sendReceipt"],
    starts: ["T01"],
    stops: ["L01", "L02"],
    covers: [2, 4],
  },
  {
    // A sheet that should not have come: its cases never were any, though their numbers are spent.
    event: "undoImport",
    from: ["submitted"],
    to: "closed",
    by: ["job"],
    guards: [],
    effects: [],
    stops: ["T01"],
    covers: [],
  },
  {
    event: "askCorrection",
    from: ["submitted"],
    to: "correction",
    by: COUNTER,
    guards: ["pointsListed"],
    effects: ["sendCorrectionNotice"],
    starts: ["L02"],
    stops: ["T01"],
    covers: [3],
  },
  {
    event: "lapseCorrection",
    from: ["correction"],
    to: "notReceived",
    by: ["job", "clerk", "coordinator"],
    guards: ["correctionLapsed"],
    effects: ["sendIntakeRefusal"],
    starts: ["L03"],
    stops: ["L02"],
    covers: [4],
  },
  {
    event: "refuseIntake",
    from: ["submitted"],
    to: "notReceived",
    by: COUNTER,
    guards: ["reasonGiven"],
    effects: ["sendIntakeRefusal"],
    starts: ["L03"],
    stops: ["T01"],
    covers: [5],
  },
  {
    event: "beginFiling",
    from: ["submitted"],
    to: "filing",
    by: COUNTER,
    guards: ["isLawsuit", "unregistered", "registersFirst"],
    effects: [],
    covers: [6],
  },
  {
    // Today's regime registers first and then asks; after a refusal or a failed mediation there is nothing to ask.
    event: "registerCase",
    from: ["submitted", "filing"],
    to: {
      among: ["consent", "triage"],
      pick: (facts, input) =>
        facts.mediationEnd !== null ||
        input.refusedAtFiling === true ||
        !facts.cause.mediable ||
        facts.parties.some((party) => party.mediation === "refused")
          ? "triage"
          : "consent",
    },
    by: ["clerk", "coordinator", "job"],
    guards: ["isLawsuit", "caseNumberValid", "registersFirst"],
    effects: [],
    arriving: {
      consent: { effects: ["sendGuidance"], starts: ["T05"] },
      triage: { effects: ["notifyCoordinator"], starts: ["T17"] },
    },
    stops: ["T01"],
    covers: [6, 45],
  },
  {
    event: "guideParties",
    from: ["submitted"],
    to: "consent",
    by: [...COUNTER, "orgManager", "job"],
    guards: ["noUnregisteredHold", "causeMediable"],
    effects: ["sendGuidance"],
    starts: ["T05"],
    stops: ["T01"],
    covers: [7],
  },
] as const satisfies readonly EventRow[];
