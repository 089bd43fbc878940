import { expect, it } from "vitest";
import { JUDGE_ITEMS } from "~/domain/review/checklist";
import { archiveCase } from "~/services/archive-case.server";
import { askSupplement } from "~/services/ask-supplement.server";
import { checkItem } from "~/services/check-item.server";
import { closeCase } from "~/services/close-case.server";
import { execute, Forbidden } from "~/services/command.server";
import { confirmAgreement } from "~/services/confirm-agreement.server";
import { dismissApplication } from "~/services/dismiss-application.server";
import { enterDocumentNumber } from "~/services/enter-document-number.server";
import { handOver } from "~/services/hand-over.server";
import { lapseSupplement } from "~/services/lapse-supplement.server";
import { reviewPageQuery } from "~/services/queries-review-page.server";
import { reviewQueueQuery } from "~/services/queries-reviews.server";
import { ask } from "~/services/query.server";
import { reassignReview } from "~/services/reassign-review.server";
import { recordService } from "~/services/record-service.server";
import { resumeMediation } from "~/services/resume-mediation.server";
import { returnPackage } from "~/services/return-package.server";
import { supplyMaterials } from "~/services/supply-materials.server";
import { takeUp } from "~/services/take-up.server";
import { verifyCourt } from "~/services/verify-records.server";
import { withdrawApplication } from "~/services/withdraw-application.server";
import { drainCourt } from "~/services/worker.server";
import { actorIn, MORNING, useCourt } from "./court";
import {
  addPerson,
  agree,
  apply,
  type Cast,
  COURT,
  castOf,
  checkAll,
  does,
  handedOver,
  hold,
  refuses,
  stageOf,
} from "./journey";

const court = useCourt();

it("goes from the booked session to the judge's confirmation, numbered, served, closed and archived", async () => {
  const c = court();
  const cast = await handedOver(c);
  const { caseId } = cast;
  expect(await stageOf(c, caseId)).toBe("handedOver");
  const queue = await ask(c.deps, cast.judge, reviewQueueQuery, { lane: "settled" });
  expect(queue).toMatchObject({
    ok: true,
    total: 1,
    rows: [{ caseId, stage: "handedOver", route: "confirm" }],
  });
  await does(c, cast.judge, takeUp, { caseId });
  const half = await refuses(c, cast.judge, confirmAgreement, { caseId }, "guardFailed");
  expect(half.ok ? [] : half.params?.missing).toEqual([...JUDGE_ITEMS]);
  await refuses(c, cast.judge, checkItem, { caseId, item: "allSigned", answer: "yes" }, "invalidInput");
  await checkAll(c, cast);
  await does(c, cast.judge, checkItem, { caseId, item: "notSham", answer: "no" });
  await refuses(c, cast.judge, confirmAgreement, { caseId }, "guardFailed");
  await does(c, cast.judge, checkItem, { caseId, item: "notSham", answer: "yes" });
  const before = await ask(c.deps, cast.judge, reviewPageQuery, { caseId });
  if (!before.ok) throw new Error(before.refusal);
  expect(before.checklist.every((one) => one.answer === "yes")).toBe(true);
  expect(before.agreement?.lines.zh.join("")).toContain("4,000.00");
  expect(before.agreement?.lines.en.join("")).toContain("CNY 9,360.00");
  const ruled = await does(c, cast.judge, confirmAgreement, { caseId });
  const documentId = ruled.documentId as string;
  const numbered = (number: string) => ({ caseId, documentId, number });
  const wrong: readonly [string, string][] = [
    ["(2026)京0106民特8号", "numberOfOtherCourt"],
    ["(2026)京0107民初8号", "numberOfOtherPurpose"],
    ["(2026)京0107行初8号", "numberFamilyUnknown"],
  ];
  for (const [number, refusal] of wrong) {
    const told = await refuses(c, cast.courtClerk, enterDocumentNumber, numbered(number), refusal);
    expect(told.ok ? null : told.fields).toEqual({ number: [refusal] });
  }
  const [first] = await c.owner`select sha256 from documents where id = ${documentId}`;
  await does(c, cast.courtClerk, enterDocumentNumber, numbered("（2026）京0107民特8号"));
  const [reissued] = await c.owner`select number, sha256 from documents where id = ${documentId}`;
  expect(reissued?.number).toBe("(2026)京0107民特8号");
  expect(reissued?.sha256).not.toBe(first?.sha256);
  const [agreed] = await c.owner`select id from documents where case_id = ${caseId} and kind = 'agreement'`;
  const unnumbered = await refuses(
    c,
    cast.courtClerk,
    enterDocumentNumber,
    { ...numbered("(2026)京0107民特9号"), documentId: agreed?.id },
    "invalidInput",
  );
  expect(unnumbered.ok ? null : unnumbered.fields).toEqual({ documentId: ["bearsNoNumber"] });
  c.clock.set(MORNING.plus({ days: 2 }));
  const serve = (partyId: string, servedOn: string) =>
    does(c, cast.courtClerk, recordService, { caseId, documentId, partyId, how: "electronic", servedOn });
  const objections = () =>
    c.owner`select start_on::text as on from clocks where case_id = ${caseId} and rule = 'T14'`;
  const closing = { caseId, reason: "裁定已送达" };
  const unserved = await refuses(c, cast.courtClerk, closeCase, closing, "guardFailed");
  expect(unserved.ok ? null : unserved.params).toMatchObject({ guard: "rulingServed", article: "INT 372" });
  expect((await serve(cast.claimantId, "2026-11-24")).complete).toBe(false);
  await refuses(c, cast.courtClerk, closeCase, closing, "guardFailed");
  expect(await objections()).toEqual([]);
  expect((await serve(cast.respondentId, "2026-11-25")).complete).toBe(true);
  expect(await objections()).toEqual([{ on: "2026-11-25" }]);
  expect((await serve(cast.respondentId, "2026-11-25")).complete).toBe(true);
  expect(await objections()).toEqual([{ on: "2026-11-25" }]);
  await does(c, cast.courtClerk, closeCase, closing);
  const [closed] = await c.owner`select stage, close_reason, outcome from cases where id = ${caseId}`;
  expect(closed).toMatchObject({ stage: "closed", close_reason: "confirmed", outcome: "confirmed" });
  await does(c, cast.courtClerk, archiveCase, { caseId });
  const complaints: unknown[] = [];
  await drainCourt(c.deps, COURT, (what) => complaints.push(what));
  expect(complaints).toEqual([]);
  expect((await verifyCourt(c.deps, COURT)).broken).toBeNull();
  c.clock.set(MORNING);
});

it("a judge who mediated may not have it; the setting decides about one who guided", async () => {
  const c = court();
  const cast = await castOf(c);
  const { caseId } = cast;
  await hold(c, cast);
  await agree(c, cast);
  await apply(c, cast);
  const guide = await addPerson(c, "judge", "赵法官");
  await addPerson(c, "judge", "李调解", cast.mediatorId);
  await c.owner`insert into bars (court_id, case_id, person_id, why, since) values (${COURT}, ${caseId}, ${guide}, 'guided', now())`;
  await refuses(c, cast.mediator, handOver, { caseId, judgeId: cast.mediatorId }, "barred");
  await refuses(c, cast.mediator, handOver, { caseId, judgeId: crypto.randomUUID() }, "notFoundInRoster");
  await c.owner`insert into court_settings (court_id, key, valid_from, value) values (${COURT}, 'barJudgeWhoGuided', '2026-01-01', 'true')`;
  await refuses(c, cast.mediator, handOver, { caseId, judgeId: guide }, "barred");
  await c.owner`delete from court_settings where key = 'barJudgeWhoGuided'`;
  const given = await does(c, cast.mediator, handOver, { caseId, judgeId: guide });
  expect(given.judgeId).toBe(guide);
  const bars = await c.owner`select person_id from bars where case_id = ${caseId} and why = 'mediated'`;
  expect(bars.map((one) => one.person_id)).toEqual([cast.mediatorId]);
  await refuses(
    c,
    cast.coordinator,
    reassignReview,
    { caseId, judgeId: cast.mediatorId, reason: "调整" },
    "barred",
  );
  await does(c, cast.coordinator, reassignReview, { caseId, judgeId: cast.judgeId, reason: "调整" });
  await does(c, cast.judge, takeUp, { caseId });
});

it("a review that changes hands keeps its time limit and its day of acceptance; a supplement asked before lapses", async () => {
  const c = court();
  const cast = await handedOver(c);
  const { caseId } = cast;
  const running = () => c.owner`select rule, start_on::text as on, due_on::text as due from clocks
    where case_id = ${caseId} and ended_at is null and rule in ('T12', 'T13', 'L04') order by rule`;
  const limit = { rule: "T13", on: "2026-11-23", due: "2026-12-08" };
  await does(c, cast.judge, takeUp, { caseId });
  await does(c, cast.judge, askSupplement, { caseId, points: ["产权证明"] });
  expect(await running()).toEqual([{ rule: "L04", on: "2026-11-23", due: "2026-11-30" }, limit]);
  c.clock.set(MORNING.plus({ days: 4 }));
  const judgeId = await addPerson(c, "judge", "赵法官");
  await does(c, cast.coordinator, reassignReview, { caseId, judgeId, reason: "陈法官休假" });
  expect(await running()).toEqual([limit]);
  const other = actorIn(COURT, "judge", { userId: judgeId, teamIds: [cast.teamId] });
  await does(c, other, takeUp, { caseId });
  expect(await running()).toEqual([limit]);
  const [handed] = await c.owner`select judge_id, taken_up_at from packages where case_id = ${caseId}`;
  expect(handed).toEqual({ judge_id: judgeId, taken_up_at: MORNING.toJSDate() });
  await does(c, other, askSupplement, { caseId, points: ["产权证明"] });
  expect(await running()).toEqual([{ rule: "L04", on: "2026-11-27", due: "2026-12-04" }, limit]);
  c.clock.set(MORNING);
});

it("returns with points; the 30 days go on from the day of effect; handed over again as version 2", async () => {
  const c = court();
  const cast = await handedOver(c);
  const { caseId } = cast;
  c.clock.set(MORNING.plus({ days: 3 }));
  await does(c, cast.judge, takeUp, { caseId });
  expect(await execute(c.deps, cast.judge, returnPackage, { caseId, points: [] })).toMatchObject({
    refusal: "invalidInput",
    fields: { points: ["required"] },
  });
  await does(c, cast.judge, returnPackage, { caseId, points: ["请补充身份证明"] });
  const [clock] =
    await c.owner`select start_on::text as on from clocks where case_id = ${caseId} and rule = 'T11' and ended_at is null`;
  expect(clock?.on).toBe("2026-11-23");
  await does(c, cast.mediator, handOver, { caseId });
  const packages =
    await c.owner`select version, status, returned_points from packages where case_id = ${caseId} order by version`;
  expect(packages.map((one) => [one.version, one.status, one.returned_points])).toEqual([
    [1, "returned", ["请补充身份证明"]],
    [2, "handedOver", null],
  ]);
  c.clock.set(MORNING);
});

it("does not accept before taking up, dismisses after, and mediates anew", async () => {
  const c = court();
  const early = await handedOver(c);
  const dismissal = (cast: Cast, code: "unclear" | "outOfScope") => ({
    caseId: cast.caseId,
    code,
    reason: "数额不明",
  });
  await refuses(c, early.judge, dismissApplication, dismissal(early, "unclear"), "wrongStage");
  await does(c, early.judge, dismissApplication, dismissal(early, "outOfScope"));
  const late = await handedOver(c);
  await does(c, late.judge, takeUp, { caseId: late.caseId });
  await does(c, late.judge, dismissApplication, dismissal(late, "unclear"));
  const rulings =
    await c.owner`select kind from documents where case_id in (${early.caseId}, ${late.caseId}) and kind like 'ruling%' order by created_at`;
  expect(rulings.map((one) => one.kind)).toEqual(["rulingNotAccepted", "rulingDismissed"]);
  await does(c, late.coordinator, resumeMediation, { caseId: late.caseId });
  const [row] = await c.owner`select stage, outcome, mediation_end from cases where id = ${late.caseId}`;
  expect(row).toMatchObject({ stage: "mediation", outcome: null, mediation_end: null });
});

it("withdrawal: a party's word before taking up, the judge's ruling after", async () => {
  const c = court();
  const early = await handedOver(c);
  await does(c, early.claimant, withdrawApplication, { caseId: early.caseId });
  expect(await stageOf(c, early.caseId)).toBe("agreed");
  const late = await handedOver(c);
  const { caseId } = late;
  await does(c, late.judge, takeUp, { caseId });
  const asked = await does(c, late.claimant, withdrawApplication, { caseId });
  expect(asked).toMatchObject({ asked: true, stage: "review" });
  const allowed = await does(c, late.judge, withdrawApplication, { caseId });
  expect(allowed.documentId).not.toBeNull();
  expect(await stageOf(c, caseId)).toBe("agreed");
});

it("a supplement comes in time, or lapses by the judge's word", async () => {
  const c = court();
  const cast = await handedOver(c);
  const { caseId } = cast;
  await does(c, cast.judge, takeUp, { caseId });
  await does(c, cast.judge, askSupplement, { caseId, points: ["产权证明"] });
  await does(c, cast.claimant, supplyMaterials, { caseId, fileIds: [] });
  expect(await stageOf(c, caseId)).toBe("review");
  await does(c, cast.judge, askSupplement, { caseId, points: ["产权证明"] });
  await refuses(c, cast.judge, lapseSupplement, { caseId }, "guardFailed");
  c.clock.set(MORNING.plus({ days: 9 }));
  const lapsed = await does(c, cast.judge, lapseSupplement, { caseId });
  expect(lapsed).toMatchObject({ stage: "agreed" });
  const [ruling] = await c.owner`select kind from documents where id = ${lapsed.documentId}`;
  expect(ruling?.kind).toBe("rulingWithdrawn");
  c.clock.set(MORNING);
});

it("only the judge who reviews decides", async () => {
  const c = court();
  const cast = await handedOver(c);
  const { caseId } = cast;
  await does(c, cast.judge, takeUp, { caseId });
  await checkAll(c, cast);
  const other = actorIn(COURT, "judge", { teamIds: [cast.teamId] });
  await expect(execute(c.deps, other, confirmAgreement, { caseId })).rejects.toThrow(Forbidden);
  await expect(execute(c.deps, cast.mediator, confirmAgreement, { caseId })).rejects.toThrow(Forbidden);
  await expect(execute(c.deps, cast.courtClerk, confirmAgreement, { caseId })).rejects.toThrow(Forbidden);
});
