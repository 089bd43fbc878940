import { v7 as uuidv7 } from "uuid";
import { expect, it } from "vitest";
import { acceptAssignment } from "~/services/accept-assignment.server";
import { assignMediator } from "~/services/assign-mediator.server";
import { chooseMediator } from "~/services/choose-mediator.server";
import { execute, NotFound } from "~/services/command.server";
import { consentToGoOn } from "~/services/consent-to-go-on.server";
import { declineAssignment } from "~/services/decline-assignment.server";
import { discloseRelation } from "~/services/disclose-relation.server";
import { lapseAssignment } from "~/services/lapse-assignment.server";
import { nameMediator } from "~/services/name-mediator.server";
import { candidatesQuery } from "~/services/queries-candidates.server";
import { casePageQuery } from "~/services/queries-case-page.server";
import { ask } from "~/services/query.server";
import { signForMaterials } from "~/services/sign-for-materials.server";
import { actorIn, MORNING, useCourt } from "./court";
import {
  addMember,
  addOrganisation,
  atSelecting,
  caseOf,
  coordinator,
  done,
  mediatorActor,
  partiesOf,
  partyActor,
  refused,
} from "./desk";
import { dispute } from "./invented";

const court = useCourt();
it("ranks with reasons, assigns with a lawyer, and keeps the ranking", async () => {
  const c = court();
  const light = await addMember(c, { name: "吴某某" });
  const busy = await addMember(c, { name: "陈某某", maxOpen: 0 });
  const trainee = await addMember(c, { name: "实习", category: "traineeLawyer" });
  const lawyerId = await addMember(c, {
    kind: "lawyer",
    category: "lawyer",
    name: "赵律师",
    firm: "某律师事务所",
  });
  const caseId = await atSelecting(c, 1);
  const asked = await ask(c.deps, coordinator, candidatesQuery, { caseId });
  if (!asked.ok) throw new Error("candidates");
  expect(asked.candidates[0]).toMatchObject({ mediatorId: light, eligible: true });
  expect(asked.candidates[0]?.reasons.map((one) => one.code)).toContain("speciality");
  const codes = (id: string) =>
    asked.candidates.find((one) => one.mediatorId === id)?.reasons.map((one) => one.code);
  expect(codes(busy)).toEqual(["overCapacity"]);
  expect(codes(trainee)).toEqual(["trainee"]);
  expect((await refused(c, coordinator, assignMediator, { caseId, mediatorId: trainee })).refusal).toBe(
    "notEligible",
  );
  expect((await refused(c, coordinator, assignMediator, { caseId, mediatorId: busy })).refusal).toBe(
    "overCapacity",
  );
  expect(
    (await refused(c, coordinator, assignMediator, { caseId, mediatorId: busy, passOverLoad: true })).refusal,
  ).toBe("reasonMissing");
  const given = await done(c, coordinator, assignMediator, {
    caseId,
    mediatorId: light,
    lawyerId,
    lawyerPart: "coMediator",
  });
  expect(given).toMatchObject({ stage: "delegated", needsConsentToGoOn: false });
  expect(await caseOf(c, caseId)).toMatchObject({ mediatorId: light, lawyerId, dueRule: "T04" });
  const [stored] = await c.owner`select candidates, reason from assignments where case_id = ${caseId}`;
  expect(stored?.candidates[0]).toMatchObject({ personId: light, eligible: true });
  expect(stored?.reason).toContain("speciality");
});

it("goes through an organisation: materials signed for, one of its own named, clock from that day", async () => {
  const c = court();
  const orgId = await addOrganisation(c);
  const own = await addMember(c, { name: "何某某", orgId });
  const foreign = await addMember(c, { name: "孙某某" });
  const manager = actorIn("bj0107", "orgManager", { orgIds: [orgId] });
  const caseId = await atSelecting(c, 2);
  await expect(execute(c.deps, manager, signForMaterials, { caseId })).rejects.toThrow(NotFound);
  await done(c, coordinator, assignMediator, { caseId, orgId });
  c.clock.set(MORNING.plus({ days: 1 }));
  await done(c, manager, signForMaterials, { caseId });
  expect((await refused(c, manager, signForMaterials, { caseId })).refusal).toBe("alreadyAnswered");
  expect((await refused(c, manager, nameMediator, { caseId, mediatorId: foreign })).refusal).toBe(
    "notFoundInRoster",
  );
  await done(c, manager, nameMediator, { caseId, mediatorId: own });
  c.clock.set(MORNING.plus({ days: 2 }));
  expect((await refused(c, mediatorActor(own), acceptAssignment, { caseId })).params).toMatchObject({
    guard: "disclosureFiled",
  });
  await done(c, mediatorActor(own), discloseRelation, { caseId, level: "none" });
  const accepted = await done(c, mediatorActor(own), acceptAssignment, { caseId });
  expect(accepted).toMatchObject({ stage: "mediation", dueRule: "T07", dueOn: "2026-12-09" });
  const clocks = await c.owner`select start_on::text from clocks where case_id = ${caseId} and rule = 'T07'`;
  expect(clocks[0]?.start_on).toBe("2026-11-24");
  c.clock.set(MORNING);
});

it("takes a return by the organisation and a decline by the mediator, and asks neither again", async () => {
  const c = court();
  const orgId = await addOrganisation(c);
  const manager = actorIn("bj0107", "orgManager", { orgIds: [orgId] });
  const mediatorId = await addMember(c, { name: "钱某某" });
  const caseId = await atSelecting(c, 3);
  await done(c, coordinator, assignMediator, { caseId, orgId });
  expect((await refused(c, manager, declineAssignment, { caseId, reason: " " })).refusal).toBe(
    "invalidInput",
  );
  await done(c, manager, declineAssignment, { caseId, reason: "不属于本会范围" });
  expect(await caseOf(c, caseId)).toMatchObject({ stage: "selecting", orgId: null, mediatorId: null });
  await expect(ask(c.deps, manager, casePageQuery, { caseId })).rejects.toThrow(NotFound);
  await done(c, coordinator, assignMediator, { caseId, mediatorId });
  await done(c, mediatorActor(mediatorId), declineAssignment, { caseId, reason: "近期出差" });
  expect((await refused(c, coordinator, assignMediator, { caseId, mediatorId })).params).toMatchObject({
    codes: ["declinedBefore"],
  });
});

it("lapses an assignment that nobody answered in three working days", async () => {
  const c = court();
  const mediatorId = await addMember(c, { name: "不回" });
  const caseId = await atSelecting(c, 4);
  await done(c, coordinator, assignMediator, { caseId, mediatorId });
  expect((await refused(c, coordinator, lapseAssignment, { caseId })).params).toMatchObject({
    guard: "acceptanceLapsed",
  });
  c.clock.set(MORNING.plus({ days: 4 }));
  expect((await done(c, coordinator, lapseAssignment, { caseId })).stage).toBe("selecting");
  c.clock.set(MORNING);
});

it("needs every party's written consent to go on after a disclosure, and lets nothing pass a block", async () => {
  const c = court();
  const mediatorId = await addMember(c, { name: "邻居" });
  const caseId = await atSelecting(c, 5);
  const parties = await partiesOf(c, caseId);
  await done(c, coordinator, assignMediator, { caseId, mediatorId });
  const self = mediatorActor(mediatorId);
  expect((await refused(c, self, discloseRelation, { caseId, level: "waivable" })).refusal).toBe(
    "reasonMissing",
  );
  await done(c, self, discloseRelation, {
    caseId,
    level: "waivable",
    relation: "sameCommunity",
    words: "同住一个小区",
  });
  for (const party of parties) {
    expect((await refused(c, self, acceptAssignment, { caseId })).params).toMatchObject({
      guard: "consentToGoOnSigned",
    });
    await done(c, partyActor(caseId, party), consentToGoOn, {
      caseId,
      partyId: party.id,
      decision: "agreed",
    });
  }
  await done(c, self, acceptAssignment, { caseId });
  const second = await atSelecting(c, 6);
  await done(c, coordinator, assignMediator, { caseId: second, mediatorId });
  await done(c, self, discloseRelation, {
    caseId: second,
    level: "block",
    relation: "interest",
    words: "持有股份",
  });
  expect((await refused(c, self, acceptAssignment, { caseId: second })).refusal).toBe("conflictOfInterest");
});

it("counts a relation that the court knows, whatever is disclosed", async () => {
  const c = court();
  const [claimant] = dispute(7).parties;
  const mediatorId = await addMember(c, { name: "旧员工", firm: claimant?.name ?? "" });
  const caseId = await atSelecting(c, 7);
  const given = await done(c, coordinator, assignMediator, { caseId, mediatorId });
  expect(given.needsConsentToGoOn).toBe(true);
  const told = await done(c, mediatorActor(mediatorId), discloseRelation, { caseId, level: "none" });
  expect(told.level).toBe("waivable");
  expect((await refused(c, mediatorActor(mediatorId), acceptAssignment, { caseId })).params).toMatchObject({
    guard: "consentToGoOnSigned",
  });
  const lawyerId = await addMember(c, {
    kind: "lawyer",
    category: "lawyer",
    name: "本所律师",
    firm: claimant?.name ?? "",
  });
  const other = await atSelecting(c, 8);
  const [second] = dispute(8).parties;
  await c.owner`update roster_members set firm = ${second?.name ?? ""} where person_id = ${lawyerId}`;
  const free = await addMember(c, { name: "无关" });
  expect(
    (await refused(c, coordinator, assignMediator, { caseId: other, mediatorId: free, lawyerId })).refusal,
  ).toBe("conflictOfInterest");
});

it("lets the parties choose together: the same name from everybody, and only then", async () => {
  const c = court();
  const mediatorId = await addMember(c, { name: "共选" });
  const other = await addMember(c, { name: "另选" });
  const caseId = await atSelecting(c, 9);
  const [claimant, respondent] = await partiesOf(c, caseId);
  if (!claimant || !respondent) throw new Error("two parties");
  const choose = (party: typeof claimant, id: string) =>
    done(c, partyActor(caseId, party), chooseMediator, { caseId, mediatorId: id });
  expect(await choose(claimant, mediatorId)).toMatchObject({ choiceComplete: false, stage: "selecting" });
  expect(await choose(respondent, other)).toMatchObject({ choiceComplete: false });
  expect(await choose(respondent, mediatorId)).toMatchObject({ choiceComplete: true, stage: "delegated" });
  const [stored] = await c.owner`select mode, mediator_id from assignments where case_id = ${caseId}`;
  expect(stored).toMatchObject({ mode: "joint", mediator_id: mediatorId });
});

it("knows no organisation and no mediator of elsewhere", async () => {
  const c = court();
  const caseId = await atSelecting(c, 17);
  expect((await refused(c, coordinator, assignMediator, { caseId, mediatorId: uuidv7() })).refusal).toBe(
    "notFoundInRoster",
  );
  expect((await refused(c, coordinator, assignMediator, { caseId, orgId: uuidv7() })).refusal).toBe(
    "notFoundInRoster",
  );
  expect((await refused(c, coordinator, assignMediator, { caseId })).fields).toEqual({
    mediatorId: ["required"],
  });
});
