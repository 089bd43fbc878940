import { beforeEach, expect, it } from "vitest";
import { bookSession } from "~/services/book-session.server";
import { cancelSession } from "~/services/cancel-session.server";
import { keepHouse } from "~/services/keep-house.server";
import { drainCourt } from "~/services/worker.server";
import { actorIn, addResource, addRoom, caseInMediation, MORNING, type TestCourt, useCourt } from "./court";
import { COURT, does } from "./journey";

/* A place that comes free goes to the waiting case nearest its last day that fits, for a set time. */
const court = useCourt();
let c: TestCourt;
let mediatorId: string;
let roomId: string;

beforeEach(async () => {
  c = court();
  c.clock.set(MORNING);
  mediatorId = await addResource(c, "mediator");
  roomId = await addRoom(c, COURT, "第一调解室");
});

const at = (days: number) => ({
  startAt: MORNING.plus({ days }).toISO() as string,
  minutes: 60,
  mode: "onsite" as const,
  roomId,
});
const mediator = () => actorIn(COURT, "mediator", { userId: mediatorId });
const frees = async (days: number) => {
  const caseId = await caseInMediation(c, { mediatorId });
  const { sessionId } = await does(c, mediator(), bookSession, { caseIds: [caseId], ...at(days) });
  return async () => {
    await does(c, mediator(), cancelSession, { sessionId, reason: "取消" });
    await drainCourt(c.deps, COURT);
    return caseId;
  };
};
const waiting = async (dueOn: string, of: { respondentResource?: string } = {}) => {
  const caseId = await caseInMediation(c, { mediatorId, ...of });
  await c.owner`update cases set due_on = ${dueOn} where id = ${caseId}`;
  return caseId;
};
const offered = async () =>
  (
    await c.owner`select case_id, until from offers where freed_from_id is not null
      and case_id in (select id from cases where mediator_id = ${mediatorId}) order by made_at`
  ).map((row) => row.case_id);

it("is offered to the case nearest its last day, once, for four hours", async () => {
  const free = await frees(2);
  await waiting("2026-12-20");
  const nearest = await waiting("2026-12-01");
  await free();
  expect(await offered()).toEqual([nearest]);
  await drainCourt(c.deps, COURT);
  expect(await offered()).toHaveLength(1);
  const held =
    await c.owner`select hold_until from occupancies where resource_id = ${mediatorId} and released_at is null`;
  expect(held.map((row) => row.hold_until?.toISOString())).toEqual([
    MORNING.plus({ hours: 4 }).toJSDate().toISOString(),
  ]);
  c.clock.set(MORNING.plus({ hours: 4, minutes: 1 }));
  await keepHouse(c.deps, COURT);
  expect(
    await c.owner`select 1 from occupancies where resource_id = ${mediatorId} and released_at is null`,
  ).toHaveLength(0);
});

it("passes over a case whose people cannot come then, and over the case that gave it back", async () => {
  const free = await frees(2);
  const party = await addResource(c, "party");
  await waiting("2026-12-01", { respondentResource: party });
  const other = actorIn(COURT, "mediator", { userId: await addResource(c, "mediator") });
  const elsewhere = await caseInMediation(c, { mediatorId: other.userId, respondentResource: party });
  const room = await addRoom(c, COURT, "第二调解室");
  await does(c, other, bookSession, { caseIds: [elsewhere], ...at(2), roomId: room });
  const next = await waiting("2026-12-10");
  await free();
  expect(await offered()).toEqual([next]);
});

it("is not offered when nobody could still answer in time", async () => {
  const caseId = await caseInMediation(c, { mediatorId });
  await waiting("2026-12-01");
  const soon = { ...at(0), startAt: MORNING.plus({ hours: 4, minutes: 30 }).toISO() as string };
  const { sessionId } = await does(c, mediator(), bookSession, { caseIds: [caseId], ...soon });
  await does(c, mediator(), cancelSession, { sessionId, reason: "取消" });
  await drainCourt(c.deps, COURT);
  expect(await offered()).toEqual([]);
});
