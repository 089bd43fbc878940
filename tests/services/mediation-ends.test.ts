import { expect, it } from "vitest";
import { assignMediator } from "~/services/assign-mediator.server";
import { beginAppraisal } from "~/services/begin-appraisal.server";
import { bookSession } from "~/services/book-session.server";
import { NotFound } from "~/services/command.server";
import { decideRecusal } from "~/services/decide-recusal.server";
import { decideSham } from "~/services/decide-sham.server";
import { endAppraisal } from "~/services/end-appraisal.server";
import { endMediation } from "~/services/end-mediation.server";
import { expireMediation } from "~/services/expire-mediation.server";
import { extendMediation } from "~/services/extend-mediation.server";
import { casePageQuery } from "~/services/queries-case-page.server";
import { ask } from "~/services/query.server";
import { replaceMediator } from "~/services/replace-mediator.server";
import { reportSham } from "~/services/report-sham.server";
import { requestRecusal } from "~/services/request-recusal.server";
import { addRoom, MORNING, useCourt } from "./court";
import {
  addMediator,
  addMember,
  caseOf,
  coordinator,
  done,
  inMediation,
  mediatorActor,
  partiesOf,
  partyActor,
  refused,
} from "./desk";

const court = useCourt();

it("upholds a recusal: barred, unseen, sessions cancelled, time given back", async () => {
  const c = court();
  const mediatorId = await addMediator(c, { name: "被申请" });
  const roomId = await addRoom(c, "bj0107", "第一调解室");
  const caseId = await inMediation(c, 10, mediatorId);
  const [claimant] = await partiesOf(c, caseId);
  if (!claimant) throw new Error("a party");
  await done(c, mediatorActor(mediatorId), bookSession, {
    caseIds: [caseId],
    startAt: "2026-11-26T14:00:00+08:00",
    minutes: 60,
    mode: "onsite",
    roomId,
  });
  await done(c, partyActor(caseId, claimant), requestRecusal, {
    caseId,
    ground: "friend",
    reason: "是被告的朋友",
  });
  expect((await caseOf(c, caseId)).recusalPendingAt).not.toBeNull();
  await done(c, coordinator, decideRecusal, { caseId, upheld: true, reason: "属实" });
  expect(await caseOf(c, caseId)).toMatchObject({
    stage: "selecting",
    mediatorId: null,
    recusalPendingAt: null,
    nextSessionAt: null,
  });
  await expect(ask(c.deps, mediatorActor(mediatorId), casePageQuery, { caseId })).rejects.toThrow(NotFound);
  const taken =
    await c.owner`select 1 from occupancies where resource_id = ${mediatorId} and released_at is null`;
  expect(taken).toHaveLength(0);
  const told =
    await c.owner`select payload from outbox where effect = 'sendCancellations' and payload ->> 'caseId' = ${caseId}`;
  expect(told).toHaveLength(1);
  expect((await refused(c, coordinator, assignMediator, { caseId, mediatorId })).params).toMatchObject({
    codes: ["replacedBefore"],
  });
});

it("replaces once on a party's wish, and not a second time", async () => {
  const c = court();
  const [first, second] = [await addMember(c, { name: "甲" }), await addMember(c, { name: "乙" })];
  const caseId = await inMediation(c, 11, first);
  const [claimant] = await partiesOf(c, caseId);
  if (!claimant) throw new Error("a party");
  const asParty = partyActor(caseId, claimant);
  await done(c, asParty, replaceMediator, { caseId, reason: "沟通不畅" });
  const [told] =
    await c.owner`select payload from outbox where effect = 'notifyMediator' and payload ->> 'caseId' = ${caseId} and payload ->> 'event' = 'replaceMediator'`;
  expect(told?.payload.personId).toBe(first);
  await done(c, coordinator, assignMediator, { caseId, mediatorId: second });
  const again = await refused(c, asParty, replaceMediator, { caseId, reason: "还是不满意" });
  expect(again.params).toMatchObject({ guard: "staffMayRepeat" });
});

it("extends with everybody's consent within the limit, and explains it", async () => {
  const c = court();
  const mediatorId = await addMember(c, { name: "延期" });
  const caseId = await inMediation(c, 12, mediatorId);
  const parties = await partiesOf(c, caseId);
  const consents = parties.map((party) => ({ partyId: party.id }));
  const self = mediatorActor(mediatorId);
  expect(
    (await refused(c, self, extendMediation, { caseId, days: 10, consents: consents.slice(0, 1) })).params,
  ).toMatchObject({ guard: "extensionAgreed" });
  expect((await refused(c, self, extendMediation, { caseId, days: 31, consents })).params).toMatchObject({
    guard: "extensionWithinLimit",
  });
  const before = await caseOf(c, caseId);
  expect(before.dueOn).toBe("2026-12-08");
  expect(await done(c, self, extendMediation, { caseId, days: 10, consents })).toMatchObject({
    dueOn: "2026-12-18",
  });
  expect((await caseOf(c, caseId)).dueOn).toBe("2026-12-18");
  const page = await ask(c.deps, coordinator, casePageQuery, { caseId });
  if (!page.ok) throw new Error("page");
  expect(page.clocks[0]?.sentence.extensions).toEqual([{ length: 10, unit: "day" }]);
});

it("does not count the days of an appraisal", async () => {
  const c = court();
  const mediatorId = await addMember(c, { name: "鉴定" });
  const caseId = await inMediation(c, 13, mediatorId);
  const consents = (await partiesOf(c, caseId)).map((party) => ({ partyId: party.id }));
  expect((await refused(c, coordinator, beginAppraisal, { caseId, consents })).params).toMatchObject({
    guard: "courtApproved",
  });
  await done(c, coordinator, beginAppraisal, { caseId, consents, courtApproved: true });
  c.clock.set(MORNING.plus({ days: 5 }));
  expect(await done(c, coordinator, endAppraisal, { caseId })).toMatchObject({ dueOn: "2026-12-14" });
  c.clock.set(MORNING);
});

it("halts on a suspicion of sham mediation until it is decided", async () => {
  const c = court();
  const mediatorId = await addMember(c, { name: "虚假" });
  const caseId = await inMediation(c, 14, mediatorId);
  await done(c, mediatorActor(mediatorId), reportSham, { caseId, reason: "双方毫无争议" });
  expect((await caseOf(c, caseId)).suspendedFor).toBe("sham");
  const [halted] =
    await c.owner`select suspensions, exclusions from clocks where case_id = ${caseId} and rule = 'T07'`;
  expect(halted).toEqual({ suspensions: [{ fromOn: "2026-11-23", toOn: null }], exclusions: [] });
  c.clock.set(MORNING.plus({ days: 5 }));
  expect((await refused(c, coordinator, decideSham, { caseId, reason: "查明" })).refusal).toBe(
    "invalidInput",
  );
  expect((await done(c, coordinator, decideSham, { caseId, founded: false, reason: "查明无误" })).stage).toBe(
    "mediation",
  );
  const resumed = await caseOf(c, caseId);
  expect(resumed.suspendedAt).toBeNull();
  // Signed for on 11-23, 15 days; halted on 5 days of which the first, the start day, was never counted: 12-12 is a Saturday.
  expect(resumed.dueOn).toBe("2026-12-14");
  const page = await ask(c.deps, coordinator, casePageQuery, { caseId });
  if (!page.ok) throw new Error("page");
  expect(page.clocks[0]?.sentence).toMatchObject({
    suspendedDays: 4,
    excludedDays: 0,
    rawEndOn: "2026-12-12",
  });
  c.clock.set(MORNING);
});

it("ends with a report on a ground of the list, and expires when its time is over", async () => {
  const c = court();
  const mediatorId = await addMember(c, { name: "终结" });
  const ended = await inMediation(c, 15, mediatorId);
  const self = mediatorActor(mediatorId);
  expect((await refused(c, self, endMediation, { caseId: ended, endCode: "tooFarApart" })).refusal).toBe(
    "invalidInput",
  );
  await done(c, self, endMediation, { caseId: ended, endCode: "tooFarApart", reason: "双方差距过大" });
  expect(await caseOf(c, ended)).toMatchObject({
    stage: "failed",
    mediationEnd: "tooFarApart",
    fee: "unsent",
  });
  const expiring = await inMediation(c, 16, mediatorId);
  expect((await refused(c, coordinator, expireMediation, { caseId: expiring })).params).toMatchObject({
    guard: "mediationExpired",
  });
  c.clock.set(MORNING.plus({ days: 16 }));
  await done(c, coordinator, expireMediation, { caseId: expiring });
  expect(await caseOf(c, expiring)).toMatchObject({ stage: "failed", mediationEnd: "expired" });
  c.clock.set(MORNING);
});
