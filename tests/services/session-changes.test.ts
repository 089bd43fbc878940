import { beforeEach, expect, it } from "vitest";
import { addParticipant } from "~/services/add-participant.server";
import { answerInvitation } from "~/services/answer-invitation.server";
import { bookSession } from "~/services/book-session.server";
import { cancelSession } from "~/services/cancel-session.server";
import { execute } from "~/services/command.server";
import { excuseParticipant } from "~/services/excuse-participant.server";
import { sessionPeopleQuery } from "~/services/queries-session-people.server";
import { ask } from "~/services/query.server";
import { rescheduleSession } from "~/services/reschedule-session.server";
import { splitSession } from "~/services/split-session.server";
import { actorIn, addResource, addRoom, caseInMediation, MORNING, type TestCourt, useCourt } from "./court";
import { COURT, does, refuses } from "./journey";

/* A booked session changes without becoming another one: who comes, how, which cases; a stale page is told of it. */
const court = useCourt();
let c: TestCourt;
let mediatorId: string;
let roomId: string;
let party: string;

beforeEach(async () => {
  c = court();
  c.clock.set(MORNING);
  mediatorId = await addResource(c, "mediator");
  roomId = await addRoom(c, COURT, "第一调解室");
  party = await addResource(c, "party");
});

const mediator = () => actorIn(COURT, "mediator", { userId: mediatorId });
const at = (days: number, hours = 0) => ({
  startAt: MORNING.plus({ days, hours }).toISO() as string,
  minutes: 60,
  mode: "onsite" as const,
  roomId,
});
const newCase = (respondentResource?: string) =>
  caseInMediation(c, { mediatorId, ...(respondentResource ? { respondentResource } : {}) });
const books = async (caseIds: string[], more: object = {}) =>
  (await does(c, mediator(), bookSession, { caseIds, ...at(1), ...more })).sessionId;
const takenBy = async (resourceId: string) =>
  (
    await c.owner`select to_char(lower(during) at time zone 'Asia/Shanghai', 'DD HH24:MI') as at from occupancies
      where resource_id = ${resourceId} and released_at is null order by during`
  ).map((row) => row.at);
const told = async (sessionId: string) =>
  (
    await c.owner`select effect, payload->>'sequence' as sequence from outbox
      where payload->>'sessionId' = ${sessionId} order by run_at, id`
  ).map((row) => `${row.effect} ${row.sequence}`);

it("one person is excused and asked again: his time, his message and nobody else's", async () => {
  const sessionId = await books([await newCase(party)]);
  expect(await takenBy(party)).toEqual(["24 09:30"]);
  await does(c, mediator(), excuseParticipant, { sessionId, resourceId: party });
  expect(await takenBy(party)).toEqual([]);
  expect(await takenBy(mediatorId)).toEqual(["24 09:30"]);
  await refuses(c, mediator(), excuseParticipant, { sessionId, resourceId: party }, "partyUnknown");
  await refuses(c, mediator(), excuseParticipant, { sessionId, resourceId: mediatorId }, "partyUnknown");
  await does(c, mediator(), addParticipant, { sessionId, resourceId: party });
  expect(await takenBy(party)).toEqual(["24 09:30"]);
  expect(await told(sessionId)).toEqual(["sendInvitations 0", "sendCancellations 1", "sendInvitations 2"]);
  const [kept] =
    await c.owner`select uid, sequence from invitations where session_id = ${sessionId} and sequence = 2`;
  expect(kept?.sequence).toBe(2);
});

it("whoever is excused stays away when the session moves; whoever is busy cannot join", async () => {
  const sessionId = await books([await newCase(party)]);
  await does(c, mediator(), excuseParticipant, { sessionId, resourceId: party });
  await does(c, mediator(), rescheduleSession, { sessionId, ...at(2), reason: "改期" });
  expect(await takenBy(party)).toEqual([]);
  const other = actorIn(COURT, "mediator", { userId: await addResource(c, "mediator") });
  const caseId = await caseInMediation(c, { mediatorId: other.userId, respondentResource: party });
  const room = await addRoom(c, COURT, "第二调解室");
  await does(c, other, bookSession, { caseIds: [caseId], ...at(2), roomId: room });
  await refuses(c, mediator(), addParticipant, { sessionId, resourceId: party }, "slotTaken");
});

it("an organisation without an agent has no time to claim, yet its answer can be heard", async () => {
  const caseId = await newCase(party);
  await c.owner`update parties set kind = 'org' where case_id = ${caseId} and side = 'claimant'`;
  const sessionId = await books([caseId]);
  const people = await ask(c.deps, mediator(), sessionPeopleQuery, { caseId, sessionId });
  if (!people.ok) throw new Error(people.refusal);
  const company = people.coming.find((one) => one.resourceId === null);
  expect(company?.answers).toMatchObject([{ caseId, reply: "needsAction" }]);
  const { recipientId } = company?.answers[0] ?? {};
  await does(c, mediator(), answerInvitation, { caseId, sessionId, recipientId, reply: "accepted" });
});

it("cases leave a joint session for a time of their own, and keep their invitations for life", async () => {
  const [first, second, third] = [await newCase(party), await newCase(), await newCase()];
  const sessionId = await books([first, second, third], { arriveAfterMinutes: [0, 20, 40] });
  const uids = async () =>
    (
      await c.owner`select uid from invitations where case_id = ${first} and recipient_kind = 'party' order by uid`
    ).map((row) => row.uid);
  const before = await uids();
  await refuses(
    c,
    mediator(),
    splitSession,
    { sessionId, caseIds: [first, second, third], ...at(3), reason: "分开" },
    "invalidInput",
  );
  const split = await does(c, mediator(), splitSession, {
    sessionId,
    caseIds: [first],
    ...at(3),
    reason: "分开",
  });
  expect(await takenBy(party)).toEqual(["26 09:30"]);
  expect(await takenBy(mediatorId)).toEqual(["24 09:30", "26 09:30"]);
  expect(await uids()).toEqual(before);
  const links = await c.owner`select case_id, session_id, arrive_after_minutes from session_cases
    where case_id in ${c.owner([first, second, third])} order by arrive_after_minutes`;
  expect(links.map((row) => [row.session_id === split.sessionId, row.arrive_after_minutes])).toEqual([
    [true, 0],
    [false, 20],
    [false, 40],
  ]);
  expect(await told(split.sessionId)).toEqual(["sendInvitations 1"]);
});

it("a page made from an older state is refused with what was done meanwhile", async () => {
  const sessionId = await books([await newCase()]);
  await does(c, mediator(), rescheduleSession, { sessionId, ...at(2), reason: "改期", version: 0 });
  const late = await execute(c.deps, mediator(), cancelSession, { sessionId, reason: "取消", version: 0 });
  expect(late).toMatchObject({ ok: false, refusal: "staleVersion", params: { version: 1 } });
  expect(late.ok ? [] : late.params?.changes).toEqual([
    expect.stringContaining("reschedule-session 2026-11-23"),
  ]);
  await does(c, mediator(), cancelSession, { sessionId, reason: "取消", version: 1 });
});

it("another place needs the court's consent, separate video everybody's", async () => {
  const caseId = await newCase();
  const elsewhere = { caseIds: [caseId], ...at(1), mode: "otherPlace" as const, roomId: null };
  await refuses(c, mediator(), bookSession, elsewhere, "invalidInput");
  await refuses(c, mediator(), bookSession, { ...elsewhere, place: "某社区居委会" }, "courtConsentMissing");
  await does(c, mediator(), bookSession, { ...elsewhere, place: "某社区居委会", courtConsents: true });
  const parties = (await c.owner`select id from parties where case_id = ${caseId} order by side`).map(
    (row) => row.id,
  );
  const split = { caseIds: [caseId], ...at(2), mode: "videoSplit" as const, roomId: null };
  await refuses(
    c,
    mediator(),
    bookSession,
    { ...split, consentingPartyIds: parties.slice(1) },
    "consentMissing",
  );
  await does(c, mediator(), bookSession, { ...split, consentingPartyIds: parties });
  const kept = await c.owner`select 1 from consents where case_id = ${caseId} and kind = 'splitVideo'`;
  expect(kept).toHaveLength(2);
});
