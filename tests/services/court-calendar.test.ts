import { expect, it } from "vitest";
import { schema } from "#db/client";
import { explainClock, extendClock } from "~/domain/cases/clocks";
import { bookSession } from "~/services/book-session.server";
import { courtCalendar, heldCalendar } from "~/services/calendar.server";
import { clearClosure } from "~/services/clear-closure.server";
import { asClock, storeClock } from "~/services/clocks.server";
import { execute } from "~/services/command.server";
import { extendMediation } from "~/services/extend-mediation.server";
import { loadCalendarYear } from "~/services/load-calendar-year.server";
import { calendarPreviewQuery, courtCalendarQuery } from "~/services/queries-court-calendar.server";
import { ask } from "~/services/query.server";
import { setClosure } from "~/services/set-closure.server";
import { actorIn, addRoom, MORNING, type TestCourt, useCourt } from "./court";
import { addMediator, caseOf, done, inMediation, mediatorActor, partiesOf, refused } from "./desk";

const court = useCourt();
const administrator = actorIn("bj0107", "administrator");
const day = (date: string, isOffDay: boolean, name = "元旦") => ({ date, isOffDay, name });
const NOTICE = {
  $schema: "https://raw.githubusercontent.com/NateScarlet/holiday-cn/master/schema.json",
  year: 2027,
  papers: ["https://www.gov.cn/zhengce/zhengceku/202611/content_0000000.htm"],
  days: [day("2027-01-01", true), day("2027-01-02", true), day("2027-01-03", true), day("2026-12-27", false)],
};
let n = 500;

/** Signed for on 2026-12-17: 15 days end on 2027-01-01, of which nobody knows yet whether it is a holiday. */
async function intoNewYear(c: TestCourt) {
  c.clock.set(MORNING.set({ month: 12, day: 17 }));
  const mediatorId = await addMediator(c, { name: `日历${++n}` });
  const caseId = await inMediation(c, n, mediatorId);
  return { caseId, mediatorId, self: mediatorActor(mediatorId) };
}
const preview = async (c: TestCourt, input: object) => {
  const asked = await ask(c.deps, administrator, calendarPreviewQuery, input);
  if (!asked.ok || !asked.preview.ok) throw new Error(JSON.stringify(asked));
  return asked.preview;
};

it("tells at its row what is wrong with a notice, and changes nothing", async () => {
  const c = court();
  const load = (text: string) => refused(c, administrator, loadCalendarYear, { json: text });
  expect((await load("{ year: 2027")).fields).toEqual({ json: ["jsonMalformed"] });
  const days = [
    day("2027-01-01", true),
    day("2027-01-01", true),
    day("2028-01-01", true),
    day("2027-02-30", true),
  ];
  expect((await load(JSON.stringify({ year: 2027, days }))).fields).toEqual({
    "json.days.1.date": ["dayTwice"],
    "json.days.2.date": ["otherYear"],
    "json.days.3.date": ["dateInvalid"],
  });
  const typed = await refused(c, administrator, loadCalendarYear, {
    notice: { year: 2027, days: [{ ...days[0], isOffDay: "班？" }] },
  });
  expect(Object.keys(typed.fields ?? {})).toEqual(["notice.days.0.isOffDay"]);
  const now = await ask(c.deps, administrator, courtCalendarQuery, {});
  expect(now).toMatchObject({
    version: 1,
    years: [
      { year: 2025, version: 1 },
      { year: 2026, version: 1 },
    ],
  });
});

it("previews a year and applies it: provisional dates settle, on the case's record, as the next version", async () => {
  const c = court();
  const { caseId } = await intoNewYear(c);
  expect((await caseOf(c, caseId)).dueOn).toBe("2027-01-01");
  const json = JSON.stringify(NOTICE);
  const seen = await preview(c, { json });
  expect(seen).toMatchObject({ version: 1, year: 2027 });
  const mine = { caseId, rule: "T07", wasDueOn: "2027-01-01", dueOn: "2027-01-04", provisional: false };
  expect(seen.clocks).toContainEqual(expect.objectContaining(mine));
  expect((await caseOf(c, caseId)).dueOn).toBe("2027-01-01");

  const applied = await done(c, administrator, loadCalendarYear, { json, version: seen.version });
  expect(applied.version).toBe(2);
  expect(applied.clocks).toEqual(seen.clocks);
  expect((await caseOf(c, caseId)).dueOn).toBe("2027-01-04");
  const [clock] =
    await c.owner`select provisional, calendar_version from clocks where case_id = ${caseId} and rule = 'T07'`;
  expect(clock).toEqual({ provisional: false, calendar_version: 2 });
  const [kept] =
    await c.owner`select data from records where case_id = ${caseId} and verb = 'load-calendar-year'`;
  expect(kept?.data).toMatchObject({
    version: 2,
    moved: expect.arrayContaining(["T07 2027-01-01 2027-01-04"]),
  });
  const stale = await refused(c, administrator, loadCalendarYear, { json, version: 1 });
  expect(stale.refusal).toBe("calendarChanged");
  const shown = await ask(c.deps, administrator, courtCalendarQuery, {});
  expect(shown).toMatchObject({
    version: 2,
    years: [{}, {}, { year: 2027, version: 2, source: NOTICE.papers[0] }],
  });
});

it("closes a day and opens it again: clocks follow, and what is booked on it is named", async () => {
  const c = court();
  c.clock.set(MORNING);
  const mediatorId = await addMediator(c, { name: `关闭${++n}` });
  const caseId = await inMediation(c, n, mediatorId);
  const roomId = await addRoom(c, "bj0107", `第${n}调解室`);
  const on = "2026-12-08";
  const { sessionId } = await done(c, mediatorActor(mediatorId), bookSession, {
    caseIds: [caseId],
    startAt: `${on}T14:00:00+08:00`,
    minutes: 60,
    mode: "onsite",
    roomId,
  });
  const seen = await preview(c, { on });
  expect(seen.bookings).toEqual([
    { sessionId, startAt: "2026-12-08T06:00:00.000Z", numbers: [(await caseOf(c, caseId)).caseNo] },
  ]);
  const closed = await done(c, administrator, setClosure, { on, name: "搬迁", version: seen.version });
  expect(closed.bookings).toEqual(seen.bookings);
  expect((await caseOf(c, caseId)).dueOn).toBe("2026-12-09");
  expect((await preview(c, { on, clear: true })).clocks).toContainEqual(
    expect.objectContaining({ caseId, wasDueOn: "2026-12-09", dueOn: on }),
  );
  await done(c, administrator, clearClosure, { on });
  expect((await caseOf(c, caseId)).dueOn).toBe(on);
  expect((await refused(c, administrator, clearClosure, { on })).refusal).toBe("notFound");
  expect((await refused(c, administrator, setClosure, { on: "2026-11-01", name: "晚了" })).fields).toEqual({
    on: ["inPast"],
  });
});

it("leaves no clock behind that was counted with the old calendar meanwhile", async () => {
  const c = court();
  const cases = [];
  for (let i = 0; i < 4; i++) cases.push(await intoNewYear(c));
  const extended = cases.map(async ({ caseId, self }) => {
    const consents = (await partiesOf(c, caseId)).map((party) => ({ partyId: party.id }));
    await done(c, self, extendMediation, { caseId, days: 1, consents });
  });
  const closing = ["2027-01-04", "2027-01-05", "2027-01-06"].map((on) =>
    done(c, administrator, setClosure, { on, name: "演练" }).catch(() => null),
  );
  await Promise.all([...extended, ...closing]);
  await c.db.withCourt("bj0107", async (tx) => {
    const calendar = await courtCalendar(tx, "bj0107");
    for (const row of await tx.select().from(schema.clocks)) {
      if (row.endedAt) continue;
      const { dueOn } = explainClock(asClock(row), calendar, "2026-12-17");
      expect(row.dueOn, row.rule).toBe(dueOn);
    }
  });
  c.clock.set(MORNING);
});

it("waits for whoever counts with the calendar, and then sees what he counted", async () => {
  const c = court();
  const { caseId } = await intoNewYear(c);
  const today = "2026-12-17";
  const on = "2027-01-08";
  let isDone = false;
  let closing: Promise<Awaited<ReturnType<typeof execute>>> | undefined;
  await c.db.withCourt("bj0107", async (tx) => {
    const calendar = await heldCalendar(tx, "bj0107");
    const [row] = (await tx.select().from(schema.clocks)).filter(
      (one) => one.caseId === caseId && one.rule === "T07",
    );
    if (!row) throw new Error("no clock");
    closing = execute(c.deps, administrator, setClosure, { on, name: "演练" });
    closing.finally(() => {
      isDone = true;
    });
    for (let isWaiting = false; !isWaiting && !isDone; ) {
      const locks = await c.owner`select 1 from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`;
      isWaiting = locks.length > 0;
    }
    expect(isDone, "the closure was set under his hands").toBe(false);
    const longer = extendClock(asClock(row), { length: 7, unit: "day" });
    expect(await storeClock(tx, row, longer, calendar, today)).toBe(on);
  });
  expect(await closing).toMatchObject({ refusal: "inProgress" });
  const again = await done(c, administrator, setClosure, { on, name: "演练" });
  expect(again.clocks).toContainEqual(expect.objectContaining({ caseId, wasDueOn: on, dueOn: "2027-01-11" }));
  c.clock.set(MORNING);
});
