import { beforeEach, expect, it } from "vitest";
import { addCalendarFile } from "~/services/add-calendar-file.server";
import { removeCalendarSource } from "~/services/add-calendar-source.server";
import { answerInvitation } from "~/services/answer-invitation.server";
import { checkComingSessions, checkSession } from "~/services/calendar-conflicts.server";
import { cancelSession } from "~/services/cancel-session.server";
import { closeTask } from "~/services/close-task.server";
import { keepCalendars } from "~/services/keep-calendars.server";
import { slotsQuery } from "~/services/queries-slots.server";
import { taskQuery } from "~/services/queries-task.server";
import { ask } from "~/services/query.server";
import { rescheduleSession } from "~/services/reschedule-session.server";
import { verifyRecords } from "~/services/verify-records.server";
import { MORNING } from "./court";
import { useDelivery } from "./delivery-court";
import { book, COURT, does, refuses } from "./journey";

/* Tasks that end, or stay ended, because what they were about has changed. */
const { s, drain, inThree, task, openTasks } = useDelivery();
// Those of the tests before are nobody's here.
beforeEach(async () => {
  await s.c.owner`delete from tasks`;
});

const shown = async (taskId: string) => {
  const found = await ask(s.deps, s.cast.coordinator, taskQuery, { taskId });
  if (!found.ok) throw new Error(found.refusal);
  return found;
};
const outcomes = async (kind: string) =>
  (
    await s.c.owner<{ outcome: string | null }[]>`
      select outcome from tasks where kind = ${kind} and case_id is not distinct from ${s.cast.caseId} order by opened_at, id`
  ).map((one) => one.outcome);

const CROSSING = (from: string) =>
  Buffer.from(
    `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:牙医\r\nDTSTART:${from}\r\nDURATION:PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
  ).toString("base64");

it("a calendar conflict says who and when, nothing of what, and goes when the calendar changes; come again, it is a task again", async () => {
  const sessionId = await book(s.c, s.cast, inThree());
  const add = () =>
    does(s.c, s.cast.mediator, addCalendarFile, { name: "导出", content: CROSSING("20261130T061500Z") });
  const { sourceId } = await add();
  await checkSession(s.deps, COURT, sessionId);
  const first = await task("calendarConflict");
  const { conflict } = await shown(first.id);
  expect(conflict).toMatchObject({
    across: [{ startAt: "2026-11-30T06:15:00.000Z", tentative: false }],
    calendars: { count: 1, stale: 0, readAt: null },
  });
  expect(JSON.stringify(await shown(first.id))).not.toContain("牙医");
  // A week ahead, it is looked at all the same, because a task stands.
  await does(s.c, s.cast.mediator, removeCalendarSource, { sourceId });
  await keepCalendars(s.deps, COURT);
  expect(await openTasks()).toEqual([]);
  expect(await outcomes("calendarConflict")).toEqual(["gone"]);
  expect((await shown(first.id)).task).toMatchObject({ outcome: "gone", done_by: "calendars" });
  const [trail] = await s.c.owner<{ n: number }[]>`
    select count(*)::int as n from records where verb = 'check-calendars'`;
  expect(trail?.n).toBe(1);
  await checkComingSessions(s.deps, COURT);
  expect(await openTasks()).toEqual([]);
  await add();
  await checkSession(s.deps, COURT, sessionId);
  await task("calendarConflict");
  expect((await verifyRecords(s.deps)).broken).toBeNull();
});

it("what somebody said is no obstacle stays decided for that entry, not for another, nor for another time", async () => {
  const sessionId = await book(s.c, s.cast, inThree());
  await does(s.c, s.cast.mediator, addCalendarFile, { name: "一", content: CROSSING("20261130T061500Z") });
  await checkSession(s.deps, COURT, sessionId);
  await refuses(
    s.c,
    s.cast.coordinator,
    closeTask,
    { taskId: (await task("calendarConflict")).id, how: "kept" },
    "invalidInput",
  );
  await does(s.c, s.cast.coordinator, closeTask, {
    taskId: (await task("calendarConflict")).id,
    how: "noObstacle",
  });
  await checkSession(s.deps, COURT, sessionId);
  expect(await openTasks()).toEqual([]);
  await does(s.c, s.cast.mediator, addCalendarFile, { name: "二", content: CROSSING("20261130T063000Z") });
  await checkSession(s.deps, COURT, sessionId);
  const second = await task("calendarConflict");
  // One that stands follows what lies across, and is no second task.
  await does(s.c, s.cast.mediator, addCalendarFile, { name: "三", content: CROSSING("20261130T060000Z") });
  await checkSession(s.deps, COURT, sessionId);
  expect((await task("calendarConflict")).id).toBe(second.id);
  const time = {
    startAt: MORNING.startOf("day").plus({ days: 8, hours: 14 }).toISO() ?? "",
    minutes: 60,
    mode: "onsite",
    roomId: s.cast.roomId,
    reason: "本人有事",
  } as const;
  await does(s.c, s.cast.mediator, rescheduleSession, { sessionId, ...time });
  expect(await openTasks()).toEqual([]);
  expect(await outcomes("calendarConflict")).toEqual(["noObstacle", "overtaken"]);
});

it("silence ends with an answer, or with the session", async () => {
  const sessionId = await book(s.c, s.cast, inThree());
  await drain();
  s.c.clock.set(MORNING.plus({ days: 4 }));
  await drain();
  const silent = (await openTasks()).filter((one) => one.kind === "silent");
  expect(silent.length).toBeGreaterThan(1);
  await does(s.c, s.cast.coordinator, answerInvitation, {
    caseId: s.cast.caseId,
    sessionId,
    recipientId: s.cast.respondentId,
    reply: "declined",
    how: "phone",
  });
  expect((await outcomes("silent")).filter((one) => one === "answered")).toHaveLength(1);
  await does(s.c, s.cast.mediator, cancelSession, { sessionId, reason: "对方不来" });
  expect((await openTasks()).filter((one) => one.kind === "silent")).toEqual([]);
});

it("beside the times stands whose own calendar is not known as of now", async () => {
  const asked = () =>
    ask(s.deps, s.cast.mediator, slotsQuery, { caseId: s.cast.caseId, mode: "onsite", minutes: 60 });
  const before = await asked();
  expect(before.ok && before.staleCalendars).toEqual([]);
  await does(s.c, s.cast.mediator, addCalendarFile, { name: "导出", content: CROSSING("20261130T061500Z") });
  const fresh = await asked();
  expect(fresh.ok && fresh.staleCalendars).toEqual([]);
  s.c.clock.set(MORNING.plus({ days: 31 }));
  const later = await asked();
  expect(later.ok && later.staleCalendars).toMatchObject([
    { count: 1, stale: 1, readAt: MORNING.toUTC().toISO() },
  ]);
});
