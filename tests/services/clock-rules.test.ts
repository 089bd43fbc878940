import { expect, it } from "vitest";
import { askCorrection } from "~/services/ask-correction.server";
import { endMediation } from "~/services/end-mediation.server";
import { setClockRules } from "~/services/set-clock-rules.server";
import { settingsOn } from "~/services/settings.server";
import { actorIn, MORNING, useCourt } from "./court";
import { addMediator, clerk, coordinator, done, inMediation, refused, registered } from "./desk";

const court = useCourt();
const administrator = actorIn("bj0107", "administrator");
const usual = { off: [], lengths: {}, warnDays: [7, 3, 1] };

it("switches an unread rule off with the clocks that run by it, and on again for those to come", async () => {
  const c = court();
  const failed = async (n: number) => {
    const caseId = await inMediation(c, n, await addMediator(c, { name: `规则${n}` }));
    await done(c, coordinator, endMediation, { caseId, endCode: "tooFarApart", reason: "差距过大" });
    const clocks = await c.owner`select ended_at from clocks where case_id = ${caseId} and rule = 'T16'`;
    return { caseId, running: clocks.filter((one) => one.ended_at === null).length };
  };
  const before = await failed(801);
  expect(before.running).toBe(1);
  expect(await done(c, administrator, setClockRules, { ...usual, off: ["T16"] })).toMatchObject({ ended: 1 });
  expect(
    await c.owner`select 1 from clocks where case_id = ${before.caseId} and ended_at is null`,
  ).toHaveLength(0);
  const [row] = await c.owner`select due_on from cases where id = ${before.caseId}`;
  expect(row?.due_on).toBeNull();
  expect((await failed(802)).running).toBe(0);
  await done(c, administrator, setClockRules, usual);
  expect((await failed(803)).running).toBe(1);
});

it("sets the court's own lengths, and leaves the law's alone", async () => {
  const c = court();
  expect((await refused(c, administrator, setClockRules, { ...usual, off: ["T07"] })).fields).toEqual({
    "off.0": ["notSwitchable"],
  });
  expect((await refused(c, administrator, setClockRules, { ...usual, lengths: { T11: 60 } })).refusal).toBe(
    "invalidInput",
  );
  await done(c, administrator, setClockRules, { ...usual, lengths: { L02: 10 } });
  const caseId = await registered(c, 804);
  await done(c, clerk, askCorrection, { caseId, points: ["address"] });
  const [clock] =
    await c.owner`select length, due_on::text from clocks where case_id = ${caseId} and rule = 'L02'`;
  expect(clock).toEqual({ length: 10, due_on: "2026-12-03" });
});

it("holds from its day on", async () => {
  const c = court();
  c.clock.set(MORNING.plus({ days: 1 }));
  await done(c, administrator, setClockRules, { ...usual, warnDays: [5] });
  const on = (day: string) =>
    c.db.withCourt("bj0107", async (tx) => (await settingsOn(tx, "bj0107", day)).clocks);
  expect((await on("2026-11-23")).lengths).toEqual({ L02: 10 });
  expect(await on("2026-11-24")).toEqual({ ...usual, warnDays: [5] });
  c.clock.set(MORNING);
});
