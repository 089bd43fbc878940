import { expect, it } from "vitest";
import { openArchive } from "~/adapters/archive";
import { draftAgreement } from "~/services/draft-agreement.server";
import { handOver } from "~/services/hand-over.server";
import { performAtOnce } from "~/services/perform-at-once.server";
import { readDocumentQuery } from "~/services/queries-documents.server";
import { ask } from "~/services/query.server";
import { refuseToSign } from "~/services/refuse-to-sign.server";
import { signAgreement } from "~/services/sign-agreement.server";
import { signApplication } from "~/services/sign-application.server";
import { useCourt } from "./court";
import { agree, castOf, does, hold, refuses, stageOf, terms } from "./journey";

const court = useCourt();

it("takes effect with the last signature: obligations, the 30 days, the signed paper", async () => {
  const c = court();
  const cast = await castOf(c);
  await hold(c, cast);
  const agreementId = await agree(c, cast);
  expect(await stageOf(c, cast.caseId)).toBe("agreed");
  const due = await c.owner`select instalment, amount_fen::int as amount, due_on::text as due from obligations
    where agreement_id = ${agreementId} order by instalment`;
  expect(due.map((one) => [one.instalment, one.amount, one.due])).toEqual([
    [1, 400_000, "2026-12-31"],
    [2, 536_000, "2027-01-31"],
  ]);
  const clocks =
    await c.owner`select rule, start_on::text as start_on, due_on::text as due_on from clocks where case_id = ${cast.caseId} and ended_at is null order by rule`;
  expect(clocks.map((one) => [one.rule, one.start_on, one.due_on])).toContainEqual([
    "T11",
    "2026-11-23",
    "2026-12-23",
  ]);
  const [row] = await c.owner`select mediation_end, route from cases where id = ${cast.caseId}`;
  expect(row).toMatchObject({ mediation_end: "agreed", route: "confirm" });
  const [paper] =
    await c.owner`select id, number from documents where case_id = ${cast.caseId} and kind = 'agreement'`;
  expect(paper?.number).toMatch(/-1$/);
  const read = await ask(c.deps, cast.claimant, readDocumentQuery, {
    caseId: cast.caseId,
    documentId: paper?.id,
  });
  if (!read.ok) throw new Error(read.refusal);
  const body = openArchive(read.bytes).find((one) => one.name === "word/document.xml");
  const xml = body?.read().toString("utf8") ?? "";
  for (const words of [
    "9,360.00",
    "玖仟叁佰陆拾元整",
    "2027年1月31日",
    "王某某",
    "李调解",
    "某区物业纠纷人民调解委员会",
  ])
    expect(xml).toContain(words);
});

it("counts the 30 days from the latest signature, whichever was entered last", async () => {
  const c = court();
  const cast = await castOf(c);
  await hold(c, cast);
  const { caseId } = cast;
  await does(c, cast.mediator, draftAgreement, { caseId, route: "confirm", terms: terms(cast) });
  await does(c, cast.respondent, signAgreement, { caseId });
  await does(c, cast.mediator, signAgreement, { caseId, signer: "mediator" });
  await does(c, cast.mediator, signAgreement, { caseId, signer: "organisation" });
  const early = c.clock.now().minus({ hours: 20 }).toISO() as string;
  const last = await does(c, cast.coordinator, signAgreement, {
    caseId,
    partyId: cast.claimantId,
    how: "paper",
    happenedAt: early,
  });
  expect(last.completes).toBe(true);
  const [clock] =
    await c.owner`select start_on::text as on from clocks where case_id = ${caseId} and rule = 'T11'`;
  expect(clock?.on).toBe("2026-11-23");
});

it("refuses a signature twice, on another version, on an incomplete draft, and for a stranger", async () => {
  const c = court();
  const cast = await castOf(c);
  const { caseId } = cast;
  await hold(c, cast);
  const draft = await does(c, cast.mediator, draftAgreement, {
    caseId,
    route: "confirm",
    terms: { ...terms(cast), finality: null },
  });
  expect(draft.missing.map((one) => one.code)).toEqual(["finalityMissing"]);
  await refuses(c, cast.claimant, signAgreement, { caseId }, "guardFailed");
  const whole = await does(c, cast.mediator, draftAgreement, {
    caseId,
    route: "confirm",
    terms: terms(cast),
  });
  await refuses(c, cast.claimant, signAgreement, { caseId, contentHash: draft.contentHash }, "staleVersion");
  await does(c, cast.claimant, signAgreement, { caseId, contentHash: whole.contentHash });
  await refuses(c, cast.claimant, signAgreement, { caseId }, "alreadyAnswered");
  await refuses(c, cast.coordinator, signAgreement, { caseId, partyId: crypto.randomUUID() }, "partyUnknown");
  // A link signs for its own party, whatever the form says.
  await does(c, cast.respondent, signAgreement, { caseId, partyId: cast.claimantId });
  const signed =
    await c.owner`select party_id, how from signatures where subject_id = ${whole.agreementId} order by recorded_at, id`;
  expect(signed.map((one) => [one.party_id, one.how])).toEqual([
    [cast.claimantId, "link"],
    [cast.respondentId, "link"],
  ]);
});

it("a new draft takes the place of the unsigned one, signatures and all", async () => {
  const c = court();
  const cast = await castOf(c);
  const { caseId } = cast;
  await hold(c, cast);
  await does(c, cast.mediator, draftAgreement, { caseId, route: "confirm", terms: terms(cast) });
  await does(c, cast.claimant, signAgreement, { caseId });
  const second = await does(c, cast.mediator, draftAgreement, {
    caseId,
    route: "confirm",
    terms: terms(cast, { mainFacts: "改过的事实" }),
  });
  expect(second.version).toBe(2);
  await does(c, cast.respondent, signAgreement, { caseId });
  await does(c, cast.mediator, signAgreement, { caseId, signer: "mediator" });
  const org = await does(c, cast.mediator, signAgreement, { caseId, signer: "organisation" });
  expect(org.completes).toBe(false);
});

it("divorce and title never take the way of confirmation, a statement needs a registered case", async () => {
  const c = court();
  const cast = await castOf(c);
  const { caseId } = cast;
  await hold(c, cast);
  const draft = (route: "confirm" | "statement", more: object = {}) => ({
    caseId,
    route,
    terms: terms(cast, more),
  });
  await refuses(
    c,
    cast.mediator,
    draftAgreement,
    draft("confirm", { statusContent: true }),
    "notConfirmable",
  );
  await c.owner`update cases set cause_code = '14' where id = ${caseId}`;
  await refuses(c, cast.mediator, draftAgreement, draft("confirm"), "notConfirmable");
  await c.owner`update cases set cause_code = '126', case_no = null, regime = 'PRE_FILING' where id = ${caseId}`;
  await refuses(c, cast.mediator, draftAgreement, draft("statement"), "routeNotOpen");
  await does(c, cast.mediator, draftAgreement, draft("confirm"));
});

it("refusing by link keeps the talks open; the mediator's word ends them with a report", async () => {
  const c = court();
  const cast = await castOf(c);
  const { caseId } = cast;
  await hold(c, cast);
  await does(c, cast.mediator, draftAgreement, { caseId, route: "confirm", terms: terms(cast) });
  await does(c, cast.respondent, refuseToSign, { caseId, reason: "金额太高", continueTalks: false });
  expect(await stageOf(c, caseId)).toBe("mediation");
  await does(c, cast.mediator, draftAgreement, { caseId, route: "confirm", terms: terms(cast) });
  await does(c, cast.mediator, refuseToSign, {
    caseId,
    partyId: cast.respondentId,
    reason: "金额太高",
    continueTalks: false,
    report: { reason: "一方拒绝签署", costRaisingConduct: "", suggestions: "" },
  });
  expect(await stageOf(c, caseId)).toBe("failed");
  const [row] = await c.owner`select mediation_end, fee from cases where id = ${caseId}`;
  expect(row).toMatchObject({ mediation_end: "refusedToSign", fee: "unsent" });
});

it("performed on the spot closes without a title", async () => {
  const c = court();
  const cast = await castOf(c);
  await hold(c, cast);
  await agree(c, cast, "performed");
  await refuses(c, cast.mediator, handOver, { caseId: cast.caseId }, "guardFailed");
  await does(c, cast.mediator, performAtOnce, { caseId: cast.caseId });
  const [row] = await c.owner`select stage, close_reason, closed_at from cases where id = ${cast.caseId}`;
  expect(row).toMatchObject({ stage: "closed", close_reason: "performed" });
});

it("the joint application is written when both have signed it, once", async () => {
  const c = court();
  const cast = await castOf(c);
  const { caseId } = cast;
  await hold(c, cast);
  await refuses(c, cast.claimant, signApplication, { caseId }, "wrongStage");
  await agree(c, cast);
  await does(c, cast.claimant, signApplication, { caseId });
  await refuses(c, cast.claimant, signApplication, { caseId }, "alreadyAnswered");
  await refuses(c, cast.mediator, handOver, { caseId }, "guardFailed");
  await does(c, cast.respondent, signApplication, { caseId });
  const papers = await c.owner`select kind from documents where case_id = ${caseId} order by created_at`;
  expect(papers.map((one) => one.kind)).toEqual(["agreement", "confirmationApplication"]);
  await does(c, cast.mediator, handOver, { caseId });
  await refuses(c, cast.respondent, signApplication, { caseId }, "wrongStage");
});
