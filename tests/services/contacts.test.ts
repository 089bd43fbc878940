import { expect, it } from "vitest";
import { acceptAssignment } from "~/services/accept-assignment.server";
import { addContact } from "~/services/add-contact.server";
import { assignMediator } from "~/services/assign-mediator.server";
import { execute, Forbidden, NotFound } from "~/services/command.server";
import { discloseRelation } from "~/services/disclose-relation.server";
import { endMediation } from "~/services/end-mediation.server";
import { casePageQuery } from "~/services/queries-case-page.server";
import { contactsUnmaskedQuery } from "~/services/queries-contacts.server";
import { ask } from "~/services/query.server";
import { recordContact } from "~/services/record-contact.server";
import { reportAbsence } from "~/services/report-absence.server";
import { actorIn, MORNING, useCourt } from "./court";
import { addMember, atConsent, atSelecting, coordinator, done, partiesOf, partyActor, refused } from "./desk";

const court = useCourt();
const pointOf = async (caseId: string, partyId: string) => {
  const c = court();
  const rows =
    await c.owner`select id, status, masked from contact_points where case_id = ${caseId} and party_id = ${partyId} order by id`;
  return rows;
};

it("logs every try with number, result, words and next try, and keeps what it tells about the number", async () => {
  const c = court();
  const caseId = await atConsent(c, 1);
  const [, respondent] = await partiesOf(c, caseId);
  if (!respondent) throw new Error("a party");
  const [mobile] = await pointOf(caseId, respondent.id);
  const call = (result: string, more: object = {}) =>
    done(c, coordinator, recordContact, {
      caseId,
      partyId: respondent.id,
      contactPointId: mobile?.id,
      channel: "mobile",
      result,
      ...more,
    });
  await call("noAnswer", { words: "振铃四十秒", nextTryOn: "2026-11-24" });
  expect((await pointOf(caseId, respondent.id))[0]?.status).toBe("unverified");
  await call("emptyNumber");
  expect((await pointOf(caseId, respondent.id))[0]?.status).toBe("dead");
  const added = await done(c, coordinator, addContact, {
    caseId,
    partyId: respondent.id,
    kind: "mobile",
    value: "１３７ ０００１ ００２２",
    preferred: true,
  });
  const again = await refused(c, coordinator, addContact, {
    caseId,
    partyId: respondent.id,
    kind: "mobile",
    value: "13700010022",
  });
  expect(again.refusal).toBe("alreadyAnswered");
  await done(c, coordinator, recordContact, {
    caseId,
    partyId: respondent.id,
    contactPointId: added.contactPointId,
    channel: "mobile",
    result: "answered",
  });
  const points = await pointOf(caseId, respondent.id);
  expect(points.map((one) => one.status)).toEqual(["dead", "verified"]);
  expect(points[1]?.masked).toBe("137****0022");
  const page = await ask(c.deps, coordinator, casePageQuery, { caseId });
  if (!page.ok) throw new Error("page");
  expect(page.contactLog.map((one) => [one.result, one.hasWords, one.nextTryOn])).toEqual([
    ["noAnswer", true, "2026-11-24"],
    ["emptyNumber", false, null],
    ["answered", false, null],
  ]);
  expect(JSON.stringify(page)).not.toContain("13700010022");
  const [sealed] =
    await c.owner`select 1 from contact_attempts where encode(words_sealed, 'escape') like '%振铃%'`;
  expect(sealed).toBeUndefined();
});

it("calls a party unreachable only after the court's number of tries", async () => {
  const c = court();
  const caseId = await atConsent(c, 2);
  const [, respondent] = await partiesOf(c, caseId);
  if (!respondent) throw new Error("a party");
  const end = { caseId, endCode: "unreachable", reason: "多次联系未果" };
  for (const result of ["noAnswer", "off", "noAnswer"]) {
    expect((await refused(c, coordinator, endMediation, end)).params).toMatchObject({
      guard: "unreachableProven",
    });
    await done(c, coordinator, recordContact, { caseId, partyId: respondent.id, channel: "mobile", result });
  }
  expect((await done(c, coordinator, endMediation, end)).stage).toBe("failed");
});

it("refuses the number of somebody else", async () => {
  const c = court();
  const caseId = await atConsent(c, 3);
  const [claimant, respondent] = await partiesOf(c, caseId);
  if (!claimant || !respondent) throw new Error("two parties");
  const [foreign] = await pointOf(caseId, claimant.id);
  const answer = await refused(c, coordinator, recordContact, {
    caseId,
    partyId: respondent.id,
    contactPointId: foreign?.id,
    channel: "mobile",
    result: "off",
  });
  expect(answer.fields).toEqual({ contactPointId: ["notChosen"] });
  expect(
    (
      await refused(c, coordinator, addContact, {
        caseId,
        partyId: respondent.id,
        kind: "mobile",
        value: "12",
      })
    ).fields,
  ).toEqual({ value: ["phoneForm"] });
  const meddling = await refused(c, partyActor(caseId, claimant), addContact, {
    caseId,
    partyId: respondent.id,
    kind: "email",
    value: "a@b.cn",
  });
  expect(meddling.refusal).toBe("partyUnknown");
});

it("shows the assigned mediator the numbers in full, and remembers that he looked", async () => {
  const c = court();
  const caseId = await atSelecting(c, 4);
  const mediatorId = await addMember(c);
  const self = actorIn("bj0107", "mediator", { userId: mediatorId });
  await expect(ask(c.deps, self, contactsUnmaskedQuery, { caseId })).rejects.toThrow(NotFound);
  await done(c, coordinator, assignMediator, { caseId, mediatorId });
  await done(c, self, discloseRelation, { caseId, level: "none" });
  await done(c, self, acceptAssignment, { caseId });
  const shown = await ask(c.deps, self, contactsUnmaskedQuery, { caseId });
  if (!shown.ok) throw new Error("contacts");
  expect(shown.parties.flatMap((party) => party.contacts.map((one) => one.value))).toEqual([
    "010-88880000",
    "13800000004",
  ]);
  const trace =
    await c.owner`select data from records where verb = 'view-contacts' and actor_id = ${mediatorId}`;
  expect(trace).toHaveLength(1);
  expect(trace[0]?.data.caseId).toBe(caseId);
  await expect(ask(c.deps, actorIn("bj0107", "auditor"), contactsUnmaskedQuery, { caseId })).rejects.toThrow(
    Forbidden,
  );
  await expect(
    ask(c.deps, actorIn("bj0106", "coordinator"), contactsUnmaskedQuery, { caseId }),
  ).rejects.toThrow(NotFound);
});

it("takes down when somebody cannot come; a party only its own", async () => {
  const c = court();
  const caseId = await atConsent(c, 5);
  const [claimant, respondent] = await partiesOf(c, caseId);
  if (!claimant || !respondent) throw new Error("two parties");
  const times = { startAt: "2026-11-25T09:00:00+08:00", endAt: "2026-11-25T12:00:00+08:00" };
  await done(c, partyActor(caseId, respondent), reportAbsence, {
    caseId,
    partyId: respondent.id,
    ...times,
    reason: "看病",
  });
  const rows = await c.owner`select resource_id, told_by from absences`;
  expect(rows).toEqual([expect.objectContaining({ resource_id: respondent.resourceId, told_by: "party" })]);
  const other = await refused(c, partyActor(caseId, claimant), reportAbsence, {
    caseId,
    partyId: respondent.id,
    ...times,
  });
  expect(other.refusal).toBe("partyUnknown");
  const org = await refused(c, coordinator, reportAbsence, { caseId, partyId: claimant.id, ...times });
  expect(org.refusal).toBe("partyUnknown");
  const backwards = { startAt: times.endAt, endAt: times.startAt };
  expect(
    (await refused(c, coordinator, reportAbsence, { caseId, partyId: respondent.id, ...backwards })).fields,
  ).toEqual({ endAt: ["endBeforeStart"] });
  const past = { startAt: MORNING.minus({ days: 2 }).toISO(), endAt: MORNING.minus({ days: 1 }).toISO() };
  expect(
    (await refused(c, coordinator, reportAbsence, { caseId, partyId: respondent.id, ...past })).fields,
  ).toEqual({ endAt: ["inPast"] });
  const kept = await c.owner`select 1 from records where data::text like '%看病%'`;
  expect(kept).toHaveLength(0);
  await expect(
    execute(c.deps, actorIn("bj0107", "judge"), reportAbsence, { caseId, partyId: respondent.id, ...times }),
  ).rejects.toThrow(NotFound);
});
