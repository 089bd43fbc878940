import { describe, expect, test } from "vitest";
import { sampleActor } from "../policy/actor.sample";
import { ACTOR_NAMES } from "../policy/roles";
import { allowedEvents, decide, decideDraft } from "./decide";
import { EVENT_NAMES, rowFor, targetsOf } from "./events";
import { AGREEMENT, CLAIMANT, PARTIES, RESPONDENT, sampleFacts } from "./facts.sample";
import { GUARDS, type Guard } from "./guards";
import { STAGES } from "./stages";

const judge = sampleActor("judge");
const mediator = sampleActor("mediator");
const coordinator = sampleActor("coordinator");

describe("every stage, event and actor agrees with the table", () => {
  test.each(STAGES)("%s", (stage) => {
    const facts = sampleFacts({ stage });
    for (const event of EVENT_NAMES) {
      const row = rowFor(event, stage);
      for (const name of ACTOR_NAMES) {
        const actor = sampleActor(name);
        const answer = decide(facts, event, actor);
        const label = `${event} by ${name}`;
        if (!row) {
          expect(answer, label).toMatchObject({ ok: false, refusal: "wrongStage" });
        } else if (!row.by.includes(name)) {
          expect(answer, label).toMatchObject({ ok: false, refusal: "roleLacks" });
        } else {
          const open = row.guards.find((guard) => !(GUARDS[guard] as Guard).holds(facts, {}, actor));
          if (open) expect(answer, label).toMatchObject({ refusal: "guardFailed", params: { guard: open } });
          else expect(answer.ok && targetsOf(row, stage).includes(answer.to), label).toBe(true);
        }
      }
    }
  });
});

describe("the buttons", () => {
  test("list what the actor has in this stage, with the reason of what is not open", () => {
    const facts = sampleFacts({
      stage: "review",
      review: { judgeBarred: false, courtCompetent: true, checklistOpen: ["voluntary"] },
    });
    const chance = allowedEvents(facts, judge).find((one) => one.event === "confirmAgreement");
    expect(chance?.refusal).toMatchObject({
      refusal: "guardFailed",
      params: { guard: "checklistComplete", missing: ["voluntary"], article: "INT 358" },
    });
    expect(allowedEvents(facts, mediator)).toEqual([]);
  });

  test("do not wait for what the form will ask", () => {
    const events = allowedEvents(sampleFacts(), mediator);
    expect(events).toContainEqual({ event: "openSession", refusal: null });
  });
});

describe("the day of a case", () => {
  test("today's regime registers first and asks for consent afterwards", () => {
    const facts = sampleFacts({
      stage: "submitted",
      registered: false,
      parties: PARTIES.map((p) => ({ ...p, mediation: null })),
    });
    expect(decide(facts, "guideParties", coordinator)).toMatchObject({
      params: { guard: "noUnregisteredHold" },
    });
    expect(decide(facts, "registerCase", coordinator, { caseNumberValid: true })).toMatchObject({
      to: "consent",
    });
    expect(decide(facts, "registerCase", coordinator)).toMatchObject({
      params: { guard: "caseNumberValid" },
    });
  });

  test("a refusal at filing goes to trial without a detour", () => {
    const facts = sampleFacts({ stage: "submitted", registered: false });
    expect(
      decide(facts, "registerCase", coordinator, { caseNumberValid: true, refusedAtFiling: true }),
    ).toMatchObject({ to: "triage", starts: ["T17"] });
  });

  test("before 2025 a suit was guided unregistered and only then filed", () => {
    const facts = sampleFacts({ stage: "submitted", registered: false, regime: "PRE_FILING" });
    expect(decide(facts, "guideParties", coordinator)).toMatchObject({ to: "consent" });
    expect(decide(facts, "registerCase", coordinator, { caseNumberValid: true })).toMatchObject({
      params: { guard: "registersFirst" },
    });
  });

  test("the last consent opens the choice of a mediator, a refusal ends it", () => {
    const facts = sampleFacts({
      stage: "consent",
      parties: [PARTIES[0]!, { ...PARTIES[1]!, mediation: null }],
    });
    const say = (decision: "agreed" | "refused") =>
      decide(facts, "recordConsent", coordinator, { partyId: RESPONDENT, decision });
    expect(say("agreed")).toMatchObject({ to: "selecting" });
    expect(say("refused")).toMatchObject({ to: "failed" });
    const none = sampleFacts({ stage: "consent", parties: PARTIES.map((p) => ({ ...p, mediation: null })) });
    expect(
      decide(none, "recordConsent", coordinator, { partyId: CLAIMANT, decision: "agreed" }),
    ).toMatchObject({
      to: "consent",
      starts: [],
    });
  });

  test("nobody presides before he accepted, and acceptance starts the clock", () => {
    const facts = sampleFacts({
      stage: "delegated",
      assignment: { ...sampleFacts().assignment!, status: "offered" },
    });
    expect(decide(facts, "acceptAssignment", mediator)).toMatchObject({
      to: "mediation",
      starts: ["mediation"],
    });
    expect(decide(facts, "openSession", mediator)).toMatchObject({ refusal: "wrongStage" });
  });

  test("no session opens after the last day without an extension", () => {
    const facts = sampleFacts({ clocks: { T07: { dueOn: "2026-09-01", expired: true } } });
    const input = { identityChecked: true, rightsRead: true };
    expect(decide(facts, "openSession", mediator, input)).toMatchObject({
      params: { guard: "withinMediationPeriod" },
    });
    expect(decide(sampleFacts(), "openSession", mediator, input)).toMatchObject({
      ok: true,
      to: "mediation",
    });
  });

  test("only the last signature makes the agreement effective", () => {
    const facts = sampleFacts({ stage: "signing" });
    const party = sampleActor("party");
    expect(decide(facts, "signAgreement", party)).toMatchObject({ to: "signing", starts: [] });
    expect(decide(facts, "signAgreement", party, { completes: true })).toMatchObject({
      to: "agreed",
      starts: ["T11", "T16"],
      effects: ["serveAgreement", "notifyCoordinator"],
    });
  });

  test("a pending recusal or a missed 30 days stops the hand-over", () => {
    const flags = { ...sampleFacts().flags, recusalPending: true };
    expect(decide(sampleFacts({ stage: "agreed", flags }), "handOver", mediator)).toMatchObject({
      params: { guard: "noRecusalPending" },
    });
    const late = sampleFacts({ stage: "agreed", clocks: { T11: { dueOn: "2026-09-01", expired: true } } });
    expect(decide(late, "handOver", mediator)).toMatchObject({ params: { guard: "withinThirtyDays" } });
    expect(decide(late, "handOver", mediator, { route: "statement" })).toMatchObject({ to: "handedOver" });
  });

  test("status or title goes by statement only", () => {
    const facts = sampleFacts({ stage: "agreed", agreement: { ...AGREEMENT, titleContent: true } });
    expect(decide(facts, "handOver", mediator)).toMatchObject({ params: { guard: "confirmableMatter" } });
    expect(decide(facts, "handOver", mediator, { route: "statement" })).toMatchObject({ ok: true });
  });

  test("a failed registered case goes to triage once the fee is settled, an unregistered one to filing", () => {
    const failed = sampleFacts({ stage: "failed", mediationEnd: "tooFarApart" });
    expect(decide(failed, "handOver", coordinator)).toMatchObject({ to: "triage" });
    expect(decide({ ...failed, fee: "sent" }, "handOver", coordinator)).toMatchObject({
      params: { guard: "feeSettled" },
    });
    const unregistered = { ...failed, registered: false };
    expect(decide(unregistered, "handOver", coordinator)).toMatchObject({ params: { guard: "registered" } });
    expect(decide(unregistered, "proceedToFiling", coordinator)).toMatchObject({ to: "filing" });
    expect(
      decide({ ...unregistered, stage: "filing" }, "registerCase", coordinator, { caseNumberValid: true }),
    ).toMatchObject({ to: "triage" });
  });

  test("a returned agreement is signed again", () => {
    expect(decide(sampleFacts({ stage: "returned" }), "draftAgreement", mediator)).toMatchObject({
      to: "signing",
    });
  });

  test("the first draft has no case before it", () => {
    expect(decideDraft(sampleActor("clerk"))).toMatchObject({ to: "draft" });
    expect(decideDraft(judge)).toMatchObject({ refusal: "roleLacks" });
  });
});
