import { expect, it } from "vitest";
import { explainSlotQuery, slotsQuery } from "~/services/queries-slots.server";
import { ask } from "~/services/query.server";
import { actorIn, addResource, addRoom, caseInMediation, MORNING, type TestCourt, useCourt } from "./court";
import { book, type Cast, COURT, castOf } from "./journey";

/* What everybody and everything has said about its time is read from the database, and no time is offered against it. */
const court = useCourt();

type Asked = Record<string, unknown>;
const slotsFor = async (c: TestCourt, cast: Cast, asked: Asked = {}) => {
  const found = await ask(c.deps, cast.mediator, slotsQuery, {
    caseId: cast.caseId,
    minutes: 60,
    mode: "phone",
    limit: 500,
    ...asked,
  });
  if (!found.ok) throw new Error(found.refusal);
  return found;
};
const datesOf = (found: Awaited<ReturnType<typeof slotsFor>>) =>
  new Set(found.slots.map((one) => one.startAt.slice(0, 10)));
const reasonsOn = (found: Awaited<ReturnType<typeof slotsFor>>, on: string) =>
  found.dropped.days.find((day) => day.on === on)?.reasons.map((one) => [one.code, one.need, one.starts]);
const explains = async (c: TestCourt, cast: Cast, startAt: string, asked: Asked = {}) => {
  const found = await ask(c.deps, cast.mediator, explainSlotQuery, {
    caseId: cast.caseId,
    minutes: 60,
    mode: "phone",
    startAt,
    ...asked,
  });
  if (!found.ok) throw new Error(found.refusal);
  return found;
};
const limits = (c: TestCourt, id: string, of: Record<string, number>) =>
  c.owner`insert into resource_limits ${c.owner({ court_id: COURT, resource_id: id, ...of })}`;
const needs = (c: TestCourt, partyId: string, texts: string[]) =>
  c.owner`update parties set needs = ${JSON.stringify(texts)}::text::jsonb where id = ${partyId}`;

it("hours of a date, weekly absences, notice and the furthest day are kept", async () => {
  const c = court();
  const cast = await castOf(c);
  const id = cast.mediatorId;
  await c.owner`insert into date_hours (court_id, resource_id, "on", hours) values
    (${COURT}, ${id}, '2026-11-24', '[]'), (${COURT}, ${id}, '2026-11-25', '[{"fromMinute":540,"toMinute":600}]')`;
  await c.owner`insert into weekly_absences (court_id, id, resource_id, weekday, from_minute, to_minute, valid_from, valid_to, told_by, told_at)
    values (${COURT}, gen_random_uuid(), ${id}, 4, 0, 1440, '2026-11-01', '2026-12-01', 'x', now())`;
  await limits(c, id, { minimum_notice_minutes: 1440, horizon_days: 7 });
  const found = await slotsFor(c, cast);
  expect([...datesOf(found)].sort()).toEqual(["2026-11-25", "2026-11-27", "2026-11-30"]);
  expect(found.slots.filter((one) => one.startAt.startsWith("2026-11-25")).map((one) => one.startAt)).toEqual(
    ["2026-11-25T01:00:00.000Z"],
  );
  expect(reasonsOn(found, "2026-11-24")?.[0]).toEqual(["outsideHours", null, 10]);
  expect(reasonsOn(found, "2026-11-26")).toEqual([["absent", null, 10]]);
  expect(reasonsOn(found, "2026-12-01")).toEqual([["beyondHorizon", null, 10]]);
});

it("a cap counts what begins in the day and the whole week; a session that moves does not count, and gaps are told apart", async () => {
  const c = court();
  const cast = await castOf(c);
  await limits(c, cast.mediatorId, { max_per_day: 1, max_per_week: 1, buffer_after_minutes: 30 });
  const wednesday = MORNING.startOf("day").plus({ days: 2, hours: 9 });
  const sessionId = await book(c, cast, wednesday.toISO() as string);
  const full = await slotsFor(c, cast, { from: "2026-11-26" });
  expect(reasonsOn(full, "2026-11-26")).toEqual([["capWeek", null, 10]]);
  expect(datesOf(full).has("2026-11-30")).toBe(true);
  const near = await explains(c, cast, wednesday.plus({ minutes: 75 }).toISO() as string);
  expect(near.conflicts.map((one) => one.code)).toContain("buffer");
  expect(near.conflicts.map((one) => one.code)).not.toContain("busy");
  expect(near.conflicts.map((one) => one.code)).toContain("capDay");
  const moved = await slotsFor(c, cast, { sessionId });
  expect(datesOf(moved).has("2026-11-25")).toBe(true);
  expect(datesOf(moved).has("2026-11-26")).toBe(true);
});

it("a hold counts until it runs out, and not after, though nobody has released it", async () => {
  const c = court();
  const cast = await castOf(c);
  const holds = (hour: number, holdUntil: string) => {
    const from = MORNING.startOf("day").plus({ days: 1, hours: hour });
    return c.owner`insert into occupancies (home_id, id, court_id, resource_id, booking_id, during, hold_until) values
      (${cast.mediatorId}, gen_random_uuid(), ${COURT}, ${cast.mediatorId}, gen_random_uuid(),
      tstzrange(${from.toISO()}::timestamptz, ${from.plus({ hours: 1 }).toISO()}::timestamptz), ${holdUntil}::timestamptz)`;
  };
  await holds(9, MORNING.minus({ minutes: 1 }).toISO() as string);
  await holds(10, MORNING.plus({ minutes: 1 }).toISO() as string);
  const at = (hour: number) => MORNING.startOf("day").plus({ days: 1, hours: hour }).toISO() as string;
  expect((await explains(c, cast, at(9))).offered).toBe(true);
  expect((await explains(c, cast, at(10))).conflicts.map((one) => one.code)).toEqual(["busy"]);
});

it("no time is offered that somebody's needs could not take", async () => {
  const c = court();
  const cast = await castOf(c);
  const plain = await addRoom(c, COURT, "无设备调解室");
  const terminal = await addRoom(c, COURT, "远程调解室");
  await c.owner`update rooms set facilities = '[]' where court_id = ${COURT} and id <> ${terminal}`;
  await c.owner`update rooms set facilities = '["video"]' where id = ${terminal}`;
  const at = MORNING.startOf("day").plus({ days: 2, hours: 9 }).toISO() as string;

  await needs(c, cast.respondentId, ["noSmartphone"]);
  const closed = await slotsFor(c, cast, { mode: "video" });
  expect(closed.total).toBe(0);
  expect(reasonsOn(closed, "2026-11-25")).toEqual([["modeClosed", "noSmartphone", 10]]);
  expect((await explains(c, cast, at, { mode: "video" })).conflicts).toMatchObject([
    { code: "modeClosed", need: "noSmartphone" },
  ]);

  await needs(c, cast.respondentId, ["noSmartphone", "courtTerminal"]);
  const atTerminal = await slotsFor(c, cast, { mode: "video" });
  expect(new Set(atTerminal.slots.map((one) => one.roomId))).toEqual(new Set([terminal]));
  const wrong = await explains(c, cast, at, { mode: "video", roomId: plain });
  expect(wrong.rooms).toMatchObject([{ code: "facilityMissing", need: "courtTerminal" }]);

  await needs(c, cast.respondentId, ["language:粤语"]);
  const dialect = await slotsFor(c, cast);
  expect(reasonsOn(dialect, "2026-11-25")).toEqual([["languageMissing", "dialect", 10]]);
  await c.owner`insert into roster_members (court_id, person_id, kind, category, name, name_en, cause_codes, languages, mode, max_open)
    values (${COURT}, ${cast.mediatorId}, 'mediator', 'appointed', '李调解', 'Li', '[]', '["粤语"]', 'resident', 30)`;
  expect((await slotsFor(c, cast)).total).toBeGreaterThan(0);
});

it("a court ranks with its own weights", async () => {
  const c = court();
  const mediatorId = await addResource(c, "mediator");
  const caseId = await caseInMediation(c, { mediatorId });
  const first = async () => {
    const found = await ask(c.deps, actorIn(COURT, "mediator", { userId: mediatorId }), slotsQuery, {
      caseId,
      minutes: 60,
      mode: "phone",
      days: 8,
    });
    return found.ok ? found.slots[0]?.startAt.slice(0, 10) : null;
  };
  expect(await first()).toBe("2026-11-23");
  await c.owner`insert into court_settings (court_id, key, valid_from, value)
    values (${COURT}, 'rankingWeights', '2026-01-01', '{"dayLater": 10}')`;
  expect(await first()).toBe("2026-11-30");
});
