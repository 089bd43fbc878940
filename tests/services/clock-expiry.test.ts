import { v7 as uuidv7 } from "uuid";
import { expect, it } from "vitest";
import { bookSession } from "~/services/book-session.server";
import { execute } from "~/services/command.server";
import { decideSham } from "~/services/decide-sham.server";
import { endMediation } from "~/services/end-mediation.server";
import { extendMediation } from "~/services/extend-mediation.server";
import { keepClocks } from "~/services/keep-clocks.server";
import { markExpiry } from "~/services/mark-expiry.server";
import { offerTimes } from "~/services/offer-times.server";
import { myDayQuery } from "~/services/queries-calendar.server";
import { casePageQuery } from "~/services/queries-case-page.server";
import { queueQuery } from "~/services/queries-queue.server";
import { ask } from "~/services/query.server";
import { reportSham } from "~/services/report-sham.server";
import { storeFile } from "~/services/store-file.server";
import { drainCourt } from "~/services/worker.server";
import { addRoom, MORNING, type TestCourt, useCourt } from "./court";
import {
  addMediator,
  caseOf,
  coordinator,
  done,
  inMediation,
  mediatorActor,
  partiesOf,
  refused,
} from "./desk";

const court = useCourt();
// Signed for on Monday 11-23: 15 days, so 12-08 is the last day and 12-09 the next workday.
const DUE = "2026-12-08";
let n = 300;

async function person(c: TestCourt, id: string, role: string, name: string) {
  await c.owner`insert into people (id, login, name, email, password_hash, created_at)
    values (${id}, ${id}, ${name}, ${`${name}@court.example`}, 'x', now())`;
  await c.owner`insert into grants (id, court_id, person_id, role, valid_from)
    values (${uuidv7()}, 'bj0107', ${id}, ${role}, '2026-01-01')`;
  return id;
}

async function running(c: TestCourt) {
  c.clock.set(MORNING);
  const mediatorId = await addMediator(c, { name: `调解员${++n}` });
  await person(c, mediatorId, "mediator", `m${n}`);
  const caseId = await inMediation(c, n, mediatorId);
  return { caseId, mediatorId, self: mediatorActor(mediatorId) };
}

const outbox = (c: TestCourt, caseId: string, effect: string) =>
  c.owner<{ key: string; payload: Record<string, unknown> }[]>`
    select key, payload from outbox where effect = ${effect} and payload ->> 'caseId' = ${caseId} order by id`;
const clockOf = async (c: TestCourt, caseId: string) =>
  (
    await c.owner<
      { id: string; expiredAt: Date | null; ownerId: string | null; warned: string[]; dueOn: string }[]
    >`
    select id, expired_at as "expiredAt", owner_id as "ownerId", warned, due_on::text as "dueOn"
    from clocks where case_id = ${caseId} and rule = 'T07'`
  )[0];
const day = (c: TestCourt, days: number) => c.clock.set(MORNING.plus({ days }));

it("warns the mediator at D-7, D-3 and D-1, each once, two workers or not", async () => {
  const c = court();
  const { caseId, mediatorId } = await running(c);
  const told: number[] = [];
  for (let on = 0; on <= 15; on++) {
    day(c, on);
    const before = (await outbox(c, caseId, "warnClock")).length;
    await Promise.all([keepClocks(c.deps, "bj0107"), keepClocks(c.deps, "bj0107")]);
    await keepClocks(c.deps, "bj0107");
    if ((await outbox(c, caseId, "warnClock")).length > before) told.push(15 - on);
  }
  expect(told).toEqual([7, 3, 1]);
  const warnings = await outbox(c, caseId, "warnClock");
  expect(warnings).toHaveLength(3);
  expect(warnings[0]?.payload).toMatchObject({
    rule: "T07",
    dueOn: DUE,
    daysLeft: 7,
    personIds: [mediatorId],
  });
  expect((await clockOf(c, caseId))?.warned.sort()).toEqual(["D-1", "D-3", "D-7"]);
  await drainCourt(c.deps, "bj0107");
  await drainCourt(c.deps, "bj0107");
  const sent =
    await c.owner`select 1 from deliveries where case_id = ${caseId} and key like 'notice:warnClock:%' and status = 'sent'`;
  expect(sent).toHaveLength(3);
});

it("warns anew of another last day", async () => {
  const c = court();
  const { caseId, self } = await running(c);
  day(c, 8);
  await keepClocks(c.deps, "bj0107");
  const consents = (await partiesOf(c, caseId)).map((party) => ({ partyId: party.id }));
  await done(c, self, extendMediation, { caseId, days: 10, consents });
  expect((await clockOf(c, caseId))?.warned).toEqual([]);
  day(c, 18);
  await keepClocks(c.deps, "bj0107");
  expect((await outbox(c, caseId, "warnClock")).map((one) => one.payload.dueOn)).toEqual([DUE, "2026-12-18"]);
});

it("marks what has run out once: no booking, a draft, one named person, the leaders told", async () => {
  const c = court();
  const { caseId, mediatorId, self } = await running(c);
  const leaderId = await person(c, uuidv7(), "leader", `leader${n}`);
  const roomId = await addRoom(c, "bj0107", `第${n}调解室`);
  c.clock.set(MORNING.set({ month: 12, day: 8, hour: 23, minute: 59 }));
  await keepClocks(c.deps, "bj0107");
  expect((await clockOf(c, caseId))?.expiredAt).toBeNull();
  c.clock.set(MORNING.set({ month: 12, day: 9, hour: 0, minute: 0 }));
  const job = { kind: "job", courtId: self.courtId, name: "keep-clocks" } as const;
  const both = await Promise.all([1, 2].map(() => execute(c.deps, job, markExpiry, { caseId })));
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  await Promise.all([keepClocks(c.deps, "bj0107"), keepClocks(c.deps, "bj0107")]);
  expect(await clockOf(c, caseId)).toMatchObject({ ownerId: mediatorId, expiredAt: expect.any(Date) });
  const alerts = await outbox(c, caseId, "alertExpiry");
  expect(alerts).toHaveLength(1);
  expect(alerts[0]?.payload).toMatchObject({ dueOn: DUE, endByOn: "2026-12-09" });
  expect(alerts[0]?.payload.personIds).toEqual(expect.arrayContaining([mediatorId, leaderId]));
  const booking = {
    caseIds: [caseId],
    startAt: "2026-12-10T14:00:00+08:00",
    minutes: 60,
    mode: "onsite",
    roomId,
  };
  expect((await refused(c, self, bookSession, booking)).refusal).toBe("beyondDueDate");
  const { caseIds: _one, ...slot } = booking;
  expect((await refused(c, self, offerTimes, { caseId, slots: [slot] })).refusal).toBe("beyondDueDate");
  const drafts =
    await c.owner`select title from documents where case_id = ${caseId} and kind = 'terminationReport'`;
  expect(drafts).toEqual([{ title: "调解终结报告（草稿，待签名）" }]);

  const queue = await ask(c.deps, self, queueQuery, {});
  const page = await ask(c.deps, coordinator, casePageQuery, { caseId });
  const mine = await ask(c.deps, self, myDayQuery, {});
  if (!queue.ok || !page.ok || !mine.ok) throw new Error("refused");
  const owed = { byOn: "2026-12-09", ownerId: mediatorId, ownerName: `调解员${n}` };
  expect(queue.rows.find((one) => one.caseId === caseId)?.toEnd).toEqual(owed);
  expect(mine.expiring.find((one) => one.caseId === caseId)?.toEnd).toEqual(owed);
  expect(page.clocks.find((one) => one.sentence.code === "T07")?.toEnd).toEqual(owed);

  await done(c, self, endMediation, { caseId, endCode: "expired", reason: "期限届满" });
  const reports =
    await c.owner`select title from documents where case_id = ${caseId} and kind = 'terminationReport'`;
  expect(reports).toEqual([{ title: "调解终结报告" }]);
});

it("never marks what stands still, and counts on afterwards", async () => {
  const c = court();
  const { caseId, self } = await running(c);
  await done(c, self, reportSham, { caseId, reason: "双方毫无争议" });
  day(c, 40);
  await keepClocks(c.deps, "bj0107");
  expect((await clockOf(c, caseId))?.expiredAt).toBeNull();
  await done(c, coordinator, decideSham, { caseId, founded: false, reason: "查明无误" });
  await keepClocks(c.deps, "bj0107");
  expect(await clockOf(c, caseId)).toMatchObject({ expiredAt: null });
  expect(await outbox(c, caseId, "alertExpiry")).toHaveLength(0);
});

it("takes a consent that was given in time afterwards with its scan, and none that was given late", async () => {
  const c = court();
  const { caseId, self } = await running(c);
  const consents = (await partiesOf(c, caseId)).map((party) => ({ partyId: party.id }));
  c.clock.set(MORNING.set({ month: 12, day: 10 }));
  await keepClocks(c.deps, "bj0107");
  const wish = { caseId, days: 10, consents };
  const late = await refused(c, self, extendMediation, wish);
  expect(late.params).toMatchObject({ guard: "extensionInTime", article: "ONL 25" });
  const midnight = {
    ...wish,
    happenedAt: "2026-12-09T00:00:00+08:00",
    lateReason: "出差",
    evidenceFileId: uuidv7(),
  };
  expect((await refused(c, self, extendMediation, midnight)).params).toMatchObject({
    guard: "extensionInTime",
  });
  const intime = { ...wish, happenedAt: "2026-12-08T23:30:00+08:00" };
  expect(await refused(c, self, extendMediation, intime)).toMatchObject({
    refusal: "lateWithoutReason",
    fields: { lateReason: ["required"], evidenceFileId: ["required"] },
  });
  const unseen = { ...intime, lateReason: "双方当晚在外地签署", evidenceFileId: uuidv7() };
  expect(await refused(c, self, extendMediation, unseen)).toMatchObject({
    fields: { evidenceFileId: ["required"] },
  });
  const scan = await storeFile(c.deps, self, { bytes: Buffer.from("扫描,件\n"), name: "同意书.csv", caseId });
  if (!scan.ok) throw new Error(scan.refusal);
  const entered = await done(c, self, extendMediation, { ...unseen, evidenceFileId: scan.fileId });
  expect(entered.dueOn).toBe("2026-12-18");
  expect(await clockOf(c, caseId)).toMatchObject({ expiredAt: null, warned: [] });
  expect(
    await c.owner`select 1 from documents where case_id = ${caseId} and kind = 'terminationReport'`,
  ).toHaveLength(0);
  expect((await caseOf(c, caseId)).stage).toBe("mediation");
  c.clock.set(MORNING.set({ month: 12, day: 19 }));
  await keepClocks(c.deps, "bj0107");
  expect((await outbox(c, caseId, "alertExpiry")).map((one) => one.payload.dueOn)).toEqual([
    DUE,
    "2026-12-18",
  ]);
  c.clock.set(MORNING);
});
