import { expect, it } from "vitest";
import { AFTER_EVENTS } from "~/domain/cases/events/after";
import { REVIEW_EVENTS } from "~/domain/cases/events/review";
import { SESSION_EVENTS } from "~/domain/cases/events/sessions";
import { TRIAL_EVENTS } from "~/domain/cases/events/trial";
import { abilityOf } from "~/domain/policy/abilities";
import { applyEnforcement } from "~/services/apply-enforcement.server";
import { convertTrack } from "~/services/convert-track.server";
import { enterDocumentNumber } from "~/services/enter-document-number.server";
import { followPerformance } from "~/services/follow-performance.server";
import { issueStatement } from "~/services/issue-statement.server";
import { REVIEW_QUERIES } from "~/services/queries-review-list.server";
import { recordDefault } from "~/services/record-default.server";
import { recordJudgment } from "~/services/record-judgment.server";
import { recordPerformed } from "~/services/record-performed.server";
import { recordService } from "~/services/record-service.server";
import { repudiateStatement } from "~/services/repudiate-statement.server";
import { settleInTrial } from "~/services/settle-in-trial.server";
import { signReceipt } from "~/services/sign-receipt.server";
import { takeUp } from "~/services/take-up.server";
import { REVIEW_VERBS } from "~/services/verbs-review.server";
import { MORNING, useCourt } from "./court";
import { agree, castOf, checkAll, does, handedOver, hold, refuses, stageOf, terms } from "./journey";

const court = useCourt();

it("a statement takes effect with the last receipt, and is performed", async () => {
  const c = court();
  const cast = await handedOver(c, "statement");
  const { caseId } = cast;
  await does(c, cast.judge, takeUp, { caseId });
  // The limits of a confirmation (JC11 4-5) say nothing of a statement: the court's own limit runs from the hand-over.
  const limits = await c.owner`select rule from clocks where case_id = ${caseId} and ended_at is null
    and rule in ('T12', 'T13', 'L07')`;
  expect(limits.map(({ rule }) => rule)).toEqual(["L07"]);
  await checkAll(c, cast);
  const issued = await does(c, cast.judge, issueStatement, { caseId });
  const documentId = issued.documentId as string;
  await refuses(
    c,
    cast.courtClerk,
    recordService,
    { caseId, documentId, partyId: cast.claimantId, how: "left", servedOn: "2026-11-23" },
    "invalidInput",
  );
  await does(c, cast.claimant, signReceipt, { caseId });
  await refuses(c, cast.claimant, repudiateStatement, { caseId }, "alreadyAnswered");
  expect(await stageOf(c, caseId)).toBe("statementIssued");
  const last = await does(c, cast.courtClerk, signReceipt, { caseId, partyId: cast.respondentId });
  expect(last).toMatchObject({ completes: true, stage: "statementEffective" });
  await does(c, cast.courtClerk, followPerformance, { caseId });
  const due = await c.owner<
    { id: string }[]
  >`select id from obligations where case_id = ${caseId} order by due_on`;
  const paid = await does(c, cast.claimant, recordPerformed, {
    caseId,
    obligationIds: [due[0]?.id as string],
  });
  expect(paid).toMatchObject({ left: 1, stage: "performing" });
  await does(c, cast.claimant, recordPerformed, { caseId, obligationIds: [due[1]?.id as string] });
  const [row] = await c.owner`select stage, close_reason from cases where id = ${caseId}`;
  expect(row).toMatchObject({ stage: "closed", close_reason: "performed" });
});

it("a side that has not signed for the statement can go back on it; then the case is tried", async () => {
  const c = court();
  const cast = await handedOver(c, "statement");
  const { caseId } = cast;
  await does(c, cast.judge, takeUp, { caseId });
  await checkAll(c, cast);
  await does(c, cast.judge, issueStatement, { caseId });
  await does(c, cast.respondent, repudiateStatement, { caseId });
  expect(await stageOf(c, caseId)).toBe("triage");
  expect(await c.owner`select 1 from obligations where case_id = ${caseId}`).toHaveLength(0);
});

it("in trial: settled by a statement, converted once, or judged", async () => {
  const c = court();
  const onTrack = async (track: "fastTrack" | "ordinary") => {
    const cast = await castOf(c);
    await c.owner`update cases set stage = ${track}, judge_id = ${cast.judgeId}, track = ${track}, registered_at = '2026-11-01T01:00:00Z' where id = ${cast.caseId}`;
    return cast;
  };
  const settled = await onTrack("fastTrack");
  await refuses(
    c,
    settled.judge,
    settleInTrial,
    { caseId: settled.caseId, terms: { ...terms(settled), finality: null } },
    "incomplete",
  );
  const made = await does(c, settled.judge, settleInTrial, { caseId: settled.caseId, terms: terms(settled) });
  expect(made.stage).toBe("statementIssued");
  expect(made.documentId).not.toBeNull();
  const decisions =
    await c.owner`select kind, judge_id, package_id, document_id from decisions where case_id = ${settled.caseId}`;
  expect(decisions).toEqual([
    { kind: "statement", judge_id: settled.judgeId, package_id: null, document_id: made.documentId },
  ]);
  await does(c, settled.courtClerk, enterDocumentNumber, {
    caseId: settled.caseId,
    documentId: made.documentId as string,
    number: "(2026)京0107民初8201号",
  });
  await does(c, settled.claimant, signReceipt, { caseId: settled.caseId });
  expect(await does(c, settled.respondent, signReceipt, { caseId: settled.caseId })).toMatchObject({
    completes: true,
  });
  const converted = await onTrack("fastTrack");
  await does(c, converted.judge, convertTrack, { caseId: converted.caseId, reason: "被告反诉" });
  const [clock] =
    await c.owner`select start_on::text as on from clocks where case_id = ${converted.caseId} and rule = 'T20'`;
  expect(clock?.on).toBe("2026-11-01");
  await does(c, converted.courtClerk, recordJudgment, { caseId: converted.caseId });
  const [row] = await c.owner`select stage, close_reason from cases where id = ${converted.caseId}`;
  expect(row).toMatchObject({ stage: "closed", close_reason: "judgment" });
});

it("a default leads to enforcement only where there is a title", async () => {
  const c = court();
  const cast = await castOf(c);
  const { caseId } = cast;
  await hold(c, cast);
  await agree(c, cast);
  await does(c, cast.coordinator, followPerformance, { caseId });
  await refuses(c, cast.coordinator, recordDefault, { caseId }, "guardFailed");
  c.clock.set(MORNING.plus({ months: 2 }));
  await does(c, cast.coordinator, recordDefault, { caseId });
  await refuses(c, cast.claimant, applyEnforcement, { caseId }, "guardFailed");
  await c.owner`update cases set route = 'statement', outcome = 'statement' where id = ${caseId}`;
  await does(c, cast.claimant, applyEnforcement, { caseId });
  await does(c, cast.coordinator, recordPerformed, { caseId, withProof: true });
  const [row] = await c.owner`select stage, close_reason from cases where id = ${caseId}`;
  expect(row).toMatchObject({ stage: "closed", close_reason: "enforced" });
  c.clock.set(MORNING);
});

it("every event of sessions, review, trial and performance has its verb", () => {
  const elsewhere = [
    "proceedToFiling",
    "sendFeeNotice",
    "recordFee",
    "deemWithdrawn",
    "dropCase",
    "allotTrack",
  ];
  const events = [...SESSION_EVENTS, ...REVIEW_EVENTS, ...TRIAL_EVENTS, ...AFTER_EVENTS].map(
    (row) => row.event,
  );
  const served = new Set<string>(REVIEW_VERBS.map((verb) => verb.ability));
  expect(
    [...new Set(events)].filter((event) => !served.has(abilityOf(event)) && !elsewhere.includes(event)),
  ).toEqual([]);
  const names = [...REVIEW_VERBS, ...REVIEW_QUERIES].map((one) => one.name);
  expect(new Set(names).size).toBe(names.length);
});
