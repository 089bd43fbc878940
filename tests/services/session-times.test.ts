import { expect, it } from "vitest";
import { openArchive } from "~/adapters/archive";
import { answerInvitation } from "~/services/answer-invitation.server";
import { chooseTimes } from "~/services/choose-times.server";
import { offerTimes } from "~/services/offer-times.server";
import { calendarWeekQuery, myDayQuery } from "~/services/queries-calendar.server";
import { contactLogQuery, sessionNoticeQuery } from "~/services/queries-documents.server";
import { offerQuery } from "~/services/queries-offers.server";
import { partyPageQuery } from "~/services/queries-party.server";
import { explainSlotQuery, slotsQuery } from "~/services/queries-slots.server";
import { ask } from "~/services/query.server";
import { actorIn, MORNING, useCourt } from "./court";
import { book, COURT, castOf, does, refuses } from "./journey";

const court = useCourt();
const TODAY_AT_THREE = MORNING.startOf("day").plus({ hours: 15 }).toISO() as string;

it("my day shows sessions with both lights; the week hides names from those who have nothing to do with the case", async () => {
  const c = court();
  const cast = await castOf(c);
  const sessionId = await book(c, cast);
  await does(c, cast.claimant, answerInvitation, { caseId: cast.caseId, sessionId, reply: "accepted" });
  const today = await ask(c.deps, cast.mediator, myDayQuery, {});
  expect(today).toMatchObject({
    ok: true,
    on: "2026-11-23",
    sessions: [
      { sessionId, roomName: "第一调解室", cases: [{ claimant: "accepted", respondent: "needsAction" }] },
    ],
  });
  const week = (actor: typeof cast.mediator) =>
    ask(c.deps, actor, calendarWeekQuery, { roomId: cast.roomId });
  expect(await week(cast.mediator)).toMatchObject({
    ok: true,
    fromOn: "2026-11-23",
    entries: [{ sessionId, cases: [{ caseId: cast.caseId }] }],
  });
  expect(await week(actorIn(COURT, "mediator"))).toMatchObject({
    ok: true,
    entries: [{ sessionId, caseCount: 1, cases: [] }],
  });
});

it("offers times that can be booked, and says why another is not among them", async () => {
  const c = court();
  const cast = await castOf(c);
  const { caseId } = cast;
  await book(c, cast);
  const found = await ask(c.deps, cast.mediator, slotsQuery, {
    caseId,
    minutes: 60,
    days: 7,
    roomId: cast.roomId,
  });
  if (!found.ok) throw new Error(found.refusal);
  expect(found.slots.length).toBeGreaterThan(5);
  expect(found.slots.map((one) => one.startAt)).not.toContain("2026-11-23T07:00:00.000Z");
  const [best] = found.slots;
  const why = await ask(c.deps, cast.mediator, explainSlotQuery, {
    caseId,
    minutes: 60,
    startAt: TODAY_AT_THREE,
    roomId: cast.roomId,
  });
  if (!why.ok) throw new Error(why.refusal);
  expect(why.offered).toBe(false);
  expect(why.conflicts.map((one) => [one.code, one.who?.label])).toContainEqual(["busy", "王某某"]);
  await book(c, cast, best?.startAt);
  const none = await ask(c.deps, cast.mediator, slotsQuery, {
    caseId,
    minutes: 60,
    from: "2026-11-28",
    days: 2,
  });
  expect(none).toMatchObject({ ok: true, total: 0, slots: [], dropped: { restDays: 2 } });
});

it("times put to the sides are chosen by each for itself, until the offer closes", async () => {
  const c = court();
  const cast = await castOf(c);
  const { caseId } = cast;
  const at = (day: number) => ({
    startAt: MORNING.startOf("day").plus({ days: day, hours: 10 }).toISO() as string,
    minutes: 60,
    mode: "phone" as const,
  });
  await refuses(c, cast.mediator, offerTimes, { caseId, slots: [at(-1)] }, "tooSoon");
  await refuses(c, cast.mediator, offerTimes, { caseId, slots: [at(1), at(1)] }, "invalidInput");
  const { slots } = await does(c, cast.mediator, offerTimes, { caseId, slots: [at(1), at(2)] });
  await does(c, cast.claimant, chooseTimes, {
    caseId,
    choices: [slots[1] as string],
    partyId: cast.respondentId,
  });
  await refuses(c, cast.respondent, chooseTimes, { caseId, choices: ["else"] }, "slotUnknown");
  const theirs = await ask(c.deps, cast.respondent, partyPageQuery, { caseId });
  expect(theirs).toMatchObject({ ok: true, offer: { chosen: null }, todos: [{ code: "chooseTimes" }] });
  const seen = await ask(c.deps, cast.mediator, offerQuery, { caseId });
  expect(seen).toMatchObject({
    ok: true,
    offer: {
      slots: [{ suits: [] }, { suits: [{ partyId: cast.claimantId }] }],
      waitingFor: [{ partyId: cast.respondentId }],
    },
  });
  c.clock.set(MORNING.plus({ days: 4 }));
  await refuses(c, cast.respondent, chooseTimes, { caseId, choices: [] }, "offerClosed");
  c.clock.set(MORNING);
});

it("a notice is made for one party, from the booking as it stands", async () => {
  const c = court();
  const cast = await castOf(c);
  const { caseId } = cast;
  const sessionId = await book(c, cast);
  const notice = await ask(c.deps, cast.respondent, sessionNoticeQuery, {
    caseId,
    sessionId,
    partyId: cast.claimantId,
  });
  if (!notice.ok) throw new Error(notice.refusal);
  const xml =
    openArchive(notice.bytes)
      .find((one) => one.name === "word/document.xml")
      ?.read()
      .toString("utf8") ?? "";
  expect(xml).toContain("张某某");
  expect(xml).not.toContain("王某某");
  expect(xml).toContain("15:00");
  const log = await ask(c.deps, cast.mediator, contactLogQuery, { caseId });
  expect(log).toMatchObject({ ok: true, name: "联系记录.docx" });
});
