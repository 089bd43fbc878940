import { expect, it } from "vitest";
import { bookSession } from "~/services/book-session.server";
import { clearCourtHours } from "~/services/clear-court-hours.server";
import { weekShapeQuery } from "~/services/queries-calendar-screens.server";
import {
  courtCalendarQuery,
  courtHoursPreviewQuery,
  seasonClearPreviewQuery,
} from "~/services/queries-court-calendar.server";
import { ask } from "~/services/query.server";
import { setCourtHours } from "~/services/set-court-hours.server";
import { settingsOn } from "~/services/settings.server";
import { actorIn, addRoom, type TestCourt, useCourt } from "./court";
import { addMediator, done, inMediation, mediatorActor, refused } from "./desk";

/* The court's hours by season: the summer's afternoon begins later, and the winter's hours come back by themselves. */
const court = useCourt();
const administrator = actorIn("bj0107", "administrator");
const week = (...spans: [number, number][]) =>
  [1, 2, 3, 4, 5].flatMap((weekday) =>
    spans.map(([fromMinute, toMinute]) => ({ weekday, fromMinute, toMinute })),
  );
const LATE = week([540, 690], [840, 1050]);

async function bookedAt(c: TestCourt, n: number, startAt: string): Promise<string> {
  const mediatorId = await addMediator(c, { name: `季节${n}` });
  const caseId = await inMediation(c, n, mediatorId);
  const roomId = await addRoom(c, "bj0107", `季节室${n}`);
  const wish = { caseIds: [caseId], startAt, minutes: 60, mode: "onsite", roomId };
  return (await done(c, mediatorActor(mediatorId), bookSession, wish)).sessionId;
}

it("shows whose session a season leaves outside, changes nothing, then sets it for its dates alone", async () => {
  const c = court();
  const sessionId = await bookedAt(c, 811, "2026-12-02T13:30:00+08:00");
  await bookedAt(c, 812, "2026-12-02T15:00:00+08:00");
  const season = { validFrom: "2026-12-01", validTo: "2026-12-04", hours: LATE };
  const seen = await ask(c.deps, administrator, courtHoursPreviewQuery, season);
  expect(seen).toMatchObject({ preview: { ok: true, outside: [{ sessionId }] } });
  const shape = async () => {
    const asked = await ask(c.deps, administrator, weekShapeQuery, { fromOn: "2026-11-30" });
    return asked.ok ? asked.days : [];
  };
  const usual = [
    { fromMin: 540, toMin: 690 },
    { fromMin: 810, toMin: 1020 },
  ];
  expect((await shape())[1]?.hours).toEqual(usual);

  expect((await done(c, administrator, setCourtHours, season)).outside.map((one) => one.sessionId)).toEqual([
    sessionId,
  ]);
  const days = await shape();
  expect(days[0]?.hours).toEqual(usual);
  expect(days[1]?.hours).toEqual([usual[0], { fromMin: 840, toMin: 1050 }]);
  expect(await ask(c.deps, administrator, courtCalendarQuery, {})).toMatchObject({
    hours: [
      { validFrom: null, validTo: "2026-12-01" },
      { validFrom: "2026-12-01", validTo: "2026-12-04" },
      { validFrom: "2026-12-04", validTo: null },
    ],
  });
  // Already outside, so not outside because of what comes next.
  expect(
    await done(c, administrator, setCourtHours, { ...season, hours: week([540, 690], [870, 1050]) }),
  ).toMatchObject({
    outside: [],
  });
  expect(await c.owner`select data from records where verb = 'set-court-hours'`).toHaveLength(2);
});

it("offers and books by the season of the day, not of today", async () => {
  const c = court();
  await expect(bookedAt(c, 813, "2026-12-03T13:30:00+08:00")).rejects.toThrow("outsideHours");
  await bookedAt(c, 814, "2026-12-04T13:30:00+08:00");
});

it("says at its field what is wrong", async () => {
  const c = court();
  const fields = async (input: object) =>
    (await refused(c, administrator, setCourtHours, { validFrom: "2026-12-20", hours: LATE, ...input }))
      .fields;
  expect(await fields({ hours: [] })).toEqual({ hours: ["required"] });
  expect(await fields({ validFrom: "2026-11-01" })).toEqual({ validFrom: ["inPast"] });
  expect(await fields({ validTo: "2026-12-20" })).toEqual({ validTo: ["endBeforeStart"] });
  expect(await fields({ hours: [...LATE, { weekday: 1, fromMinute: 600, toMinute: 660 }] })).toEqual({
    "hours.10.fromMinute": ["overlapping"],
  });
  const before = await c.db.withCourt("bj0107", (tx) => settingsOn(tx, "bj0107", "2026-11-23"));
  expect(before.courtHours).not.toHaveLength(0);
});

it("takes back a season before it begins: what holds before goes on, and who then lies outside is shown first", async () => {
  const c = court();
  const periods = async () => {
    const page = await ask(c.deps, administrator, courtCalendarQuery, {});
    return page.ok ? page.hours.map((one) => [one.validFrom, one.validTo]) : [];
  };
  const before = await periods();
  await done(c, administrator, setCourtHours, {
    validFrom: "2026-12-07",
    validTo: "2026-12-10",
    hours: LATE,
  });
  expect(await periods()).toHaveLength(before.length + 2);
  const sessionId = await bookedAt(c, 815, "2026-12-08T16:30:00+08:00");
  const season = { validFrom: "2026-12-07" };
  const seen = await ask(c.deps, administrator, seasonClearPreviewQuery, season);
  expect(seen).toMatchObject({ preview: { ok: true, outside: [{ sessionId }], validTo: "2026-12-10" } });
  expect(await periods()).toHaveLength(before.length + 2);
  expect(await done(c, administrator, clearCourtHours, season)).toMatchObject({
    outside: [{ sessionId }],
    validTo: "2026-12-10",
  });
  expect(await periods()).toEqual(before);
  const [record] = await c.owner`select data from records where verb = 'clear-court-hours'`;
  expect(record?.data).toEqual({ ...season, validTo: "2026-12-10", outside: 1 });
  expect(await refused(c, administrator, clearCourtHours, season)).toMatchObject({ refusal: "notFound" });
  expect(await refused(c, administrator, clearCourtHours, { validFrom: "2026-11-23" })).toMatchObject({
    fields: { validFrom: ["inPast"] },
  });
});
