import { expect, it } from "vitest";
import { bookSession } from "~/services/book-session.server";
import { calendarWeekQuery, myDayQuery } from "~/services/queries-calendar.server";
import { rosterListsQuery } from "~/services/queries-roster.server";
import { sessionPlaceQuery, sessionToldQuery } from "~/services/queries-session-screens.server";
import { sessionPageQuery } from "~/services/queries-sessions.server";
import { explainSlotQuery, slotsQuery } from "~/services/queries-slots.server";
import { ask, type Query } from "~/services/query.server";
import { rescheduleSession } from "~/services/reschedule-session.server";
import { actorIn, addResource, addRoom, caseInMediation, MORNING, type TestCourt, useCourt } from "./court";
import { addMember } from "./desk";
import { addPerson, type Cast, COURT, castOf, does } from "./journey";

/* What calendars and the search for a time show: all cases of a session, whose time counts, who is named how. */
const court = useCourt();
const TODAY_AT_THREE = MORNING.startOf("day").plus({ hours: 15 }).toISO() as string;

/** The cast's mediator as the roster names him. */
async function onRoster(c: TestCourt, cast: Cast): Promise<string> {
  await addMember(c, { name: "李调解", nameEn: "Li Mediator" }, cast.mediatorId);
  return cast.mediatorId;
}

it("a session that serves several cases shows each of them to whom it concerns", async () => {
  const c = court();
  const cast = await castOf(c);
  const other = await caseInMediation(c, { mediatorId: cast.mediatorId });
  const { sessionId } = await does(c, cast.mediator, bookSession, {
    caseIds: [cast.caseId, other],
    startAt: TODAY_AT_THREE,
    minutes: 60,
    mode: "phone",
  });
  await onRoster(c, cast);
  const day = await ask(c.deps, cast.mediator, myDayQuery, {});
  if (!day.ok) throw new Error(day.refusal);
  expect(day.sessions).toMatchObject([
    { sessionId, caseCount: 2, cases: [{ caseId: cast.caseId }, { caseId: other }] },
  ]);
  // A judge has the second of them and not the first.
  const judgeId = await addPerson(c, "judge", "赵法官");
  await c.owner`update cases set judge_id = ${judgeId} where id = ${other}`;
  const judge = actorIn(COURT, "judge", { userId: judgeId });
  const week = await ask(c.deps, judge, calendarWeekQuery, { mediatorId: cast.mediatorId });
  expect(week).toMatchObject({
    ok: true,
    mediators: [{ id: cast.mediatorId, name: "李调解", nameEn: "Li Mediator" }],
    entries: [{ sessionId, caseCount: 2, mediatorNameEn: "Li Mediator", cases: [{ caseId: other }] }],
  });
});

it("a session that is moved does not stand in its own way, and its own time is no other time", async () => {
  const c = court();
  const cast = await castOf(c);
  await onRoster(c, cast);
  const { caseId, roomId } = cast;
  const { sessionId } = await does(c, cast.mediator, bookSession, {
    caseIds: [caseId],
    startAt: TODAY_AT_THREE,
    minutes: 60,
    mode: "onsite",
    roomId,
  });
  const wish = { caseId, minutes: 60, days: 1, roomId };
  const startsOf = async (more: object) => {
    const found = await ask(c.deps, cast.mediator, slotsQuery, { ...wish, ...more });
    if (!found.ok) throw new Error(found.refusal);
    return found.slots.map((one) => one.startAt);
  };
  const [before, itself] = ["2026-11-23T06:30:00.000Z", "2026-11-23T07:00:00.000Z"] as const;
  expect(await startsOf({})).not.toContain(before);
  expect(await startsOf({ sessionId })).toContain(before);
  expect(await startsOf({ sessionId })).not.toContain(itself);
  expect(await startsOf({ sessionId, minutes: 90 })).toContain(itself);
  expect(await startsOf({ sessionId, mode: "video", roomId: undefined })).toContain(itself);
  const asked = { ...wish, sessionId, startAt: before };
  expect(await ask(c.deps, cast.mediator, explainSlotQuery, asked)).toMatchObject({
    ok: true,
    offered: true,
  });
  const why = await ask(c.deps, cast.mediator, explainSlotQuery, { ...asked, sessionId: undefined });
  if (!why.ok) throw new Error(why.refusal);
  expect(why.conflicts.map((one) => one.who)).toContainEqual(
    expect.objectContaining({ kind: "mediator", label: "李调解", labelEn: "Li Mediator" }),
  );
  const rival = await castOf(c);
  await expect(ask(c.deps, rival.mediator, slotsQuery, { caseId: rival.caseId, sessionId })).rejects.toThrow(
    "session",
  );
  await does(c, cast.mediator, rescheduleSession, {
    sessionId,
    startAt: before,
    minutes: 60,
    mode: "onsite",
    roomId,
    reason: "当事人请求",
  });
});

it("a second session is booked with a warning, and the screens say which one is planned", async () => {
  const c = court();
  const cast = await castOf(c);
  const at = (hours: number) => MORNING.startOf("day").plus({ days: 1, hours }).toISO() as string;
  const wish = { caseIds: [cast.caseId], minutes: 60, mode: "phone" as const };
  const first = await does(c, cast.mediator, bookSession, { ...wish, startAt: at(10) });
  expect(first.warnings).toEqual([]);
  const slots = await ask(c.deps, cast.mediator, slotsQuery, { caseId: cast.caseId });
  expect(slots).toMatchObject({ ok: true, alsoPlanned: [{ sessionId: first.sessionId }] });
  const second = await does(c, cast.mediator, bookSession, { ...wish, startAt: at(14), hold: true });
  expect(second.warnings).toEqual([
    {
      code: "alsoPlanned",
      caseId: cast.caseId,
      sessionId: first.sessionId,
      startAt: "2026-11-24T02:00:00Z",
    },
  ]);
  const place = (sessionId: string) => ask(c.deps, cast.mediator, sessionPlaceQuery, { sessionId });
  expect(await place(second.sessionId)).toMatchObject({ alsoPlanned: [{ sessionId: first.sessionId }] });
  expect(await place(first.sessionId)).toMatchObject({ alsoPlanned: [{ sessionId: second.sessionId }] });
  const moving = { caseId: cast.caseId, sessionId: first.sessionId };
  expect(await ask(c.deps, cast.mediator, slotsQuery, moving)).toMatchObject({
    alsoPlanned: [{ sessionId: second.sessionId }],
  });
  c.clock.set(MORNING.plus({ days: 2 }));
  const later = await ask(c.deps, cast.mediator, slotsQuery, { caseId: cast.caseId });
  expect(later).toMatchObject({ ok: true, alsoPlanned: [] });
  c.clock.set(MORNING);
});

it("further cases of a session are looked at by the same law as the first", async () => {
  const c = court();
  const cast = await castOf(c);
  const foreign = await castOf(c);
  const theirs = { caseId: cast.caseId, with: [foreign.caseId] };
  await expect(ask(c.deps, cast.mediator, slotsQuery, theirs)).rejects.toThrow("case");
  // One mediator, but sent to another organisation: its manager asks for his own only.
  const second = await caseInMediation(c, { mediatorId: cast.mediatorId });
  const manager = actorIn(COURT, "orgManager", { orgIds: [cast.orgId] });
  const both = { caseId: cast.caseId, with: [second] };
  expect(await ask(c.deps, cast.mediator, slotsQuery, both)).toMatchObject({ ok: true });
  expect(await ask(c.deps, manager, slotsQuery, { caseId: cast.caseId })).toMatchObject({ ok: true });
  await expect(ask(c.deps, manager, slotsQuery, both)).rejects.toThrow("case");
});

it("whoever has to do with one case of a session reads nothing of the other", async () => {
  const c = court();
  const cast = await castOf(c);
  const second = await caseInMediation(c, {
    mediatorId: cast.mediatorId,
    claimantResource: await addResource(c, "party"),
  });
  await c.owner`update parties set name = '别案当事人' where case_id = ${second}`;
  const { sessionId } = await does(c, cast.mediator, bookSession, {
    caseIds: [cast.caseId, second],
    startAt: TODAY_AT_THREE,
    minutes: 60,
    mode: "phone",
  });
  const manager = actorIn(COURT, "orgManager", { orgIds: [cast.orgId] });
  const asked = { caseId: cast.caseId, sessionId };
  for (const query of [sessionPageQuery, sessionToldQuery, sessionPlaceQuery]) {
    const all = await ask(c.deps, cast.mediator, query as Query, asked);
    const own = await ask(c.deps, manager, query as Query, asked);
    expect(JSON.stringify(all), query.name).toContain(second);
    expect(own, query.name).toMatchObject({ ok: true });
    expect(JSON.stringify(own), query.name).not.toContain(second);
    expect(JSON.stringify(own), query.name).not.toContain("别案当事人");
  }
});

it("a day names no case from which the reader was shut out", async () => {
  const c = court();
  const cast = await castOf(c);
  await c.owner`update cases set due_on = '2026-12-01', due_rule = 'T01' where id = ${cast.caseId}`;
  const day = async () => {
    const found = await ask(c.deps, cast.mediator, myDayQuery, {});
    if (!found.ok) throw new Error(found.refusal);
    return found.expiring.map((one) => one.caseId);
  };
  expect(await day()).toEqual([cast.caseId]);
  await c.owner`insert into bars (court_id, case_id, person_id, why, since) values (${COURT}, ${cast.caseId}, ${cast.mediatorId}, 'recused', now())`;
  expect(await day()).toEqual([]);
});

it("rooms stand as people count them, and those who meet by role, then by name", async () => {
  const c = court();
  const cast = await castOf(c);
  const lawyerId = await addResource(c, "lawyer");
  await addMember(c, { kind: "lawyer", category: "lawyer", name: "安律师", nameEn: "An" }, lawyerId);
  await c.owner`update cases set lawyer_id = ${lawyerId} where id = ${cast.caseId}`;
  for (const name of ["第十调解室", "第二调解室", "第九调解室"]) await addRoom(c, COURT, name);
  const slots = await ask(c.deps, cast.mediator, slotsQuery, { caseId: cast.caseId });
  const week = await ask(c.deps, cast.mediator, calendarWeekQuery, {});
  const lists = await ask(c.deps, cast.mediator, rosterListsQuery, {});
  if (!slots.ok || !week.ok || !lists.ok) throw new Error("not answered");
  for (const { rooms } of [slots, week, lists])
    expect([...new Set(rooms.map((one) => one.name))]).toEqual([
      "第一调解室",
      "第二调解室",
      "第九调解室",
      "第十调解室",
    ]);
  expect(slots.people.map((one) => one.kind)).toEqual(["mediator", "lawyer", "party", "party"]);
  expect(slots.people.map((one) => one.label).slice(2)).toEqual(["王某某", "张某某"]);
});
