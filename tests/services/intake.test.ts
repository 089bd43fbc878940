import { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { expect, it } from "vitest";
import { ASSIGNMENT_EVENTS } from "~/domain/cases/events/assignment";
import { INTAKE_EVENTS } from "~/domain/cases/events/intake";
import { MEDIATION_EVENTS } from "~/domain/cases/events/mediation";
import { abilityOf } from "~/domain/policy/abilities";
import { askCorrection } from "~/services/ask-correction.server";
import { execute, Forbidden, NotFound } from "~/services/command.server";
import { enterCaseNumber } from "~/services/enter-case-number.server";
import { guideParties } from "~/services/guide-parties.server";
import { issueCaseNumber } from "~/services/issue-case-number.server";
import { casePageQuery } from "~/services/queries-case-page.server";
import { ask } from "~/services/query.server";
import { recordConsent } from "~/services/record-consent.server";
import { refuseIntake } from "~/services/refuse-intake.server";
import { registerCase } from "~/services/register-case.server";
import { resubmitCase } from "~/services/resubmit-case.server";
import { INTAKE_VERBS } from "~/services/verbs-intake.server";
import { verifyCourt } from "~/services/verify-records.server";
import { withdrawCase } from "~/services/withdraw-case.server";
import { actorIn, MORNING, useCourt } from "./court";
import {
  atConsent,
  caseOf,
  clerk,
  coordinator,
  done,
  partiesOf,
  partyActor,
  refused,
  registered,
} from "./desk";
import { dispute, person } from "./invented";

const court = useCourt({ max: 25 });

/** Where a verb is not named like its event. */
const NAMED_OTHERWISE: Record<string, string> = {
  draftCase: "register-case",
  submitCase: "resubmit-case",
  registerCase: "enter-case-number",
};

it("has a verb for every event up to an accepted mediator and out of a failed mediation", () => {
  const events = [...INTAKE_EVENTS, ...ASSIGNMENT_EVENTS, ...MEDIATION_EVENTS].map((row) => row.event);
  const verbs = new Set<string>(INTAKE_VERBS.map((verb) => verb.name));
  const missing = events.filter((event) => !verbs.has(NAMED_OTHERWISE[event] ?? abilityOf(event)));
  expect(missing).toEqual([]);
  expect(verbs.size).toBe(INTAKE_VERBS.length);
});

it("takes a case in with a registration number of its own and today's regime", async () => {
  const c = court();
  const answer = await done(c, clerk, registerCase, dispute(1));
  expect(answer).toMatchObject({ stage: "submitted" });
  expect(answer.registrationNo).toMatch(/^SJS-TJ-2026-\d{6}$/);
  expect(answer.suitability.against).toEqual(["registerFirst"]);
  const row = await caseOf(c, answer.caseId);
  expect(row).toMatchObject({ regime: "POST_FILING", dueRule: "T01", dueOn: "2026-11-30", caseNo: null });
});

it("keeps numbers sealed and masked, and makes one person one resource in both courts", async () => {
  const c = court();
  const first = await done(c, clerk, registerCase, dispute(2));
  await done(c, actorIn("bj0106", "clerk"), registerCase, dispute(2));
  const [, mine] = await partiesOf(c, first.caseId);
  const theirs = await c.db.withCourt("bj0106", (tx) => tx.query.parties.findMany());
  expect(theirs.find(({ side }) => side === "respondent")?.resourceId).toBe(mine?.resourceId);
  expect(mine?.idMasked).toMatch(/^1101\*{10}\w{4}$/);
  const plain = await c.owner`select 1 from parties where encode(id_sealed, 'escape') like '%110107%'`;
  expect(plain).toHaveLength(0);
  const homes = await c.owner`select home_id from resources where id = ${mine?.resourceId ?? ""}`;
  expect(homes.map((row) => row.home_id)).toEqual([mine?.resourceId]);
});

it("refuses what does not check out, by field", async () => {
  const c = court();
  const wrong = dispute(3);
  const answer = await refused(c, clerk, registerCase, {
    ...wrong,
    causeCode: "999",
    amountFen: "九千元",
    parties: [
      { ...wrong.parties[0], phone: "12" },
      { ...person("respondent", 3), idNumber: "110107196001010011" },
    ],
  });
  expect(answer.refusal).toBe("invalidInput");
  expect(answer.fields).toMatchObject({
    causeCode: ["notChosen"],
    amountFen: ["amountNotNumber"],
    "parties.1.idNumber": ["residentIdChecksum"],
    "parties.0.phone": ["phoneForm"],
  });
  for (const [amountFen, fault] of [
    [-1, "amountNegative"],
    [0.5, "amountNotWhole"],
  ] as const) {
    const told = await refused(c, clerk, registerCase, { ...dispute(3), amountFen });
    expect(told.fields).toEqual({ amountFen: [fault] });
  }
});

it("lists what a file lacks, and keeps a draft that lacks it", async () => {
  const c = court();
  const bare = { causeCode: "126", claims: "支付物业费", parties: [dispute(4).parties[0]] };
  const answer = await refused(c, clerk, registerCase, bare);
  expect(answer).toMatchObject({
    refusal: "guardFailed",
    params: { guard: "intakeComplete", missing: ["respondentMissing", "factsMissing"] },
  });
  const draft = await done(c, clerk, registerCase, { ...bare, submit: false });
  expect(await caseOf(c, draft.caseId)).toMatchObject({ stage: "draft", dueRule: "L01" });
  const handed = await done(c, clerk, resubmitCase, {
    caseId: draft.caseId,
    facts: "未交物业费",
    parties: [person("respondent", 4)],
  });
  expect(handed.stage).toBe("submitted");
  expect(await caseOf(c, draft.caseId)).toMatchObject({ respondentNames: "张三4", dueRule: "T01" });
});

it("does not take the same dispute twice without a reason", async () => {
  const c = court();
  const first = await done(c, clerk, registerCase, dispute(5));
  const again = await refused(c, clerk, registerCase, dispute(5));
  expect(again).toMatchObject({ refusal: "duplicateCase", params: { registrationNo: first.registrationNo } });
  await done(c, clerk, registerCase, { ...dispute(5), separateReason: "另一套房屋" });
});

it("gives gap-free registration numbers to twenty who register at once", async () => {
  const c = court();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => execute(c.deps, clerk, registerCase, dispute(100 + n))),
  );
  expect(answers.filter((one) => !one.ok)).toEqual([]);
  const rows =
    await c.owner`select registration_no from cases where court_id = 'bj0107' order by registration_no`;
  const serials = rows.map((row) => Number(String(row.registration_no).slice(-6)));
  expect(serials).toEqual(serials.map((_, n) => n + 1));
});

it("asks for correction, takes it back in, or refuses with a ground", async () => {
  const c = court();
  const caseId = await registered(c, 6);
  await done(c, clerk, askCorrection, { caseId, points: ["evidence", "address"] });
  expect(await caseOf(c, caseId)).toMatchObject({ stage: "correction", dueRule: "L02" });
  await done(c, clerk, resubmitCase, { caseId });
  expect((await refused(c, clerk, refuseIntake, { caseId, ground: "outsideJurisdiction" })).refusal).toBe(
    "invalidInput",
  );
  await done(c, clerk, refuseIntake, {
    caseId,
    ground: "outsideJurisdiction",
    reason: "被告住所地不在本辖区",
  });
  expect(await caseOf(c, caseId)).toMatchObject({ stage: "notReceived" });
});

it("checks an official number for form, court, family and uniqueness", async () => {
  const c = court();
  const caseId = await registered(c, 7);
  const enter = (number: string) => refused(c, clerk, enterCaseNumber, { caseId, number });
  expect((await enter("京0107民初1号")).refusal).toBe("numberMalformed");
  expect((await enter("(2026)京0106民初1号")).refusal).toBe("numberOfOtherCourt");
  expect((await enter("(2026)京0107民特1号")).refusal).toBe("numberOfOtherPurpose");
  const given = await done(c, clerk, enterCaseNumber, { caseId, number: "（2026）京0107民初700号" });
  expect(given).toMatchObject({ caseNo: "(2026)京0107民初700号", stage: "consent" });
  const next = await registered(c, 8);
  expect(
    (await refused(c, clerk, enterCaseNumber, { caseId: next, number: "(2026)京0107民初700号" })).refusal,
  ).toBe("numberTaken");
  expect((await refused(c, clerk, issueCaseNumber, { caseId: next })).refusal).toBe("routeNotOpen");
  await c.owner`insert into court_settings (court_id, key, valid_from, value) values ('bj0107', 'issuesCaseNumbers', '2026-01-01', 'true')`;
  const issued = await done(c, clerk, issueCaseNumber, { caseId: next });
  expect(issued.caseNo).toBe("(2026)京0107民初1号");
  await c.owner`delete from court_settings where key = 'issuesCaseNumbers'`;
});

it("holds a suit that is not registered, but guides an application at once", async () => {
  const c = court();
  const suit = await registered(c, 9);
  expect((await refused(c, clerk, guideParties, { caseId: suit })).params).toMatchObject({
    guard: "noUnregisteredHold",
  });
  const { caseId } = await done(c, clerk, registerCase, { ...dispute(10), intake: "SELF_APPLIED" });
  expect((await done(c, clerk, guideParties, { caseId })).stage).toBe("consent");
});

it("asks for mediation first where the court's regime of the day says so", async () => {
  const c = court();
  await c.owner`insert into court_settings (court_id, key, valid_from, valid_to, value) values ('bj0107', 'regime', '2020-01-01', '2025-01-01', '"PRE_FILING"')`;
  const { caseId } = await done(c, clerk, registerCase, {
    ...dispute(11),
    happenedAt: "2024-06-03T10:00:00+08:00",
    lateReason: "旧案补录",
    evidenceFileId: uuidv7(),
  });
  expect((await caseOf(c, caseId)).regime).toBe("PRE_FILING");
  expect((await done(c, clerk, guideParties, { caseId })).stage).toBe("consent");
  await c.owner`delete from court_settings where key = 'regime'`;
});

it("records consent per party, by staff or by the party itself, and ends on a refusal", async () => {
  const c = court();
  const caseId = await atConsent(c, 12);
  const [claimant, respondent] = await partiesOf(c, caseId);
  if (!claimant || !respondent) throw new Error("two parties");
  await done(c, coordinator, recordConsent, {
    caseId,
    partyId: claimant.id,
    decision: "agreed",
    how: "phone",
  });
  const meddling = await refused(c, partyActor(caseId, claimant), recordConsent, {
    caseId,
    partyId: respondent.id,
    decision: "refused",
  });
  expect(meddling).toMatchObject({ refusal: "guardFailed", params: { guard: "staffOrOwnSide" } });
  const agreed = await done(c, partyActor(caseId, respondent), recordConsent, {
    caseId,
    partyId: respondent.id,
    decision: "agreed",
  });
  expect(agreed.stage).toBe("selecting");
  const rows = await c.owner`select how from consents where case_id = ${caseId} order by recorded_at, id`;
  expect(rows.map((row) => row.how)).toEqual(["phone", "partyLink"]);
  const refusing = await done(c, coordinator, recordConsent, {
    caseId,
    partyId: respondent.id,
    decision: "refused",
  });
  expect(refusing.stage).toBe("failed");
  expect(await caseOf(c, caseId)).toMatchObject({
    mediationEnd: "partyUnwilling",
    fee: "unsent",
    dueRule: "T16",
  });
});

it("takes a late entry only with reason and evidence, and counts from the day it happened", async () => {
  const c = court();
  const caseId = await registered(c, 13);
  const at = MORNING.minus({ days: 3 });
  const late = { caseId, number: "(2026)京0107民初713号", happenedAt: at.toISO() };
  expect((await refused(c, clerk, enterCaseNumber, late)).fields).toEqual({
    lateReason: ["required"],
    evidenceFileId: ["required"],
  });
  expect(
    (await refused(c, clerk, enterCaseNumber, { ...late, happenedAt: MORNING.plus({ hours: 1 }).toISO() }))
      .refusal,
  ).toBe("happenedInFuture");
  await done(c, clerk, enterCaseNumber, { ...late, lateReason: "系统停机", evidenceFileId: uuidv7() });
  const row = await caseOf(c, caseId);
  expect(row.registeredAt?.toMillis()).toBe(at.toMillis());
  const clocks = await c.owner`select start_on::text from clocks where case_id = ${caseId} and rule = 'T05'`;
  expect(clocks[0]?.start_on).toBe("2026-11-20");
  const page = await ask(c.deps, coordinator, casePageQuery, { caseId });
  if (!page.ok) throw new Error("page");
  const entry = page.timeline.find((one) => one.verb === "enter-case-number");
  expect(entry).toMatchObject({ late: true, at: at.toUTC().toISO() });
  expect(DateTime.fromISO(entry?.recordedAt ?? "").toMillis()).toBe(MORNING.toMillis());
});

it("shows nothing across courts and refuses who may not", async () => {
  const c = court();
  const caseId = await registered(c, 14);
  await expect(
    execute(c.deps, actorIn("bj0106", "clerk"), askCorrection, { caseId, points: ["facts"] }),
  ).rejects.toThrow(NotFound);
  await expect(ask(c.deps, actorIn("bj0106", "clerk"), casePageQuery, { caseId })).rejects.toThrow(NotFound);
  await expect(ask(c.deps, actorIn("bj0107", "mediator"), casePageQuery, { caseId })).rejects.toThrow(
    NotFound,
  );
  await expect(ask(c.deps, clerk, casePageQuery, { caseId: "not-an-id" })).rejects.toThrow(NotFound);
  await expect(execute(c.deps, actorIn("bj0107", "auditor"), registerCase, dispute(15))).rejects.toThrow(
    Forbidden,
  );
  await expect(execute(c.deps, actorIn("bj0107", "leader"), withdrawCase, { caseId })).rejects.toThrow(
    Forbidden,
  );
});

it("withdraws, and leaves a record that holds together", async () => {
  const c = court();
  const caseId = await registered(c, 16);
  await done(c, clerk, withdrawCase, { caseId });
  expect(await caseOf(c, caseId)).toMatchObject({ stage: "closed", closeReason: "withdrawn" });
  expect((await verifyCourt(c.deps, "bj0107")).broken).toBeNull();
  const personal =
    await c.owner`select 1 from records where data::text ~ '张三|1101070|1380000' union all select 1 from outbox where payload::text ~ '张三|1101070|1380000'`;
  expect(personal).toHaveLength(0);
});
