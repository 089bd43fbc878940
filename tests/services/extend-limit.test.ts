import { v7 as uuidv7 } from "uuid";
import { expect, it } from "vitest";
import { schema } from "#db/client";
import type { ClockCode } from "~/domain/cases/clock-codes";
import { CLOCK_RULES } from "~/domain/cases/clock-rules";
import { extendLimit } from "~/services/extend-limit.server";
import { actorIn, caseInMediation, MORNING, type TestCourt, useCourt } from "./court";
import { addMediator, caseOf, done, refused } from "./desk";

const court = useCourt();
const leader = actorIn("bj0107", "leader");
const reason = "案情复杂";

/** A case on which this clock alone runs, started on 2026-11-02. */
async function withClock(c: TestCourt, rule: ClockCode, dueOn: string) {
  const caseId = await caseInMediation(c, { mediatorId: await addMediator(c, { name: rule }) });
  await c.owner`update clocks set ended_at = now() where case_id = ${caseId}`;
  const clockId = uuidv7();
  const { length, unit } = CLOCK_RULES[rule];
  const counted = {
    startOn: "2026-11-02",
    length: length ?? 0,
    unit,
    extensions: [],
    exclusions: [],
    suspensions: [],
  };
  await c.db.withCourt("bj0107", (tx) =>
    tx.insert(schema.clocks).values({
      ...counted,
      courtId: "bj0107",
      id: clockId,
      caseId,
      rule,
      dueOn,
      provisional: false,
      calendarVersion: 1,
    }),
  );
  return { caseId, clockId, reason };
}

it("lengthens a decision by the president's 10 days, once and no more (JC11 5)", async () => {
  const c = court();
  const wish = await withClock(c, "T13", "2026-11-17");
  c.clock.set(MORNING.set({ day: 17, hour: 16 }));
  expect((await refused(c, leader, extendLimit, { ...wish, length: 11 })).refusal).toBe("extensionTooLong");
  expect((await done(c, leader, extendLimit, { ...wish, length: 10 })).dueOn).toBe("2026-11-27");
  expect((await caseOf(c, wish.caseId)).dueOn).toBe("2026-11-27");
  expect((await refused(c, leader, extendLimit, { ...wish, length: 1 })).refusal).toBe("extensionTooLong");
  c.clock.set(MORNING);
});

it("lengthens an ordinary trial by six months, and further only from above (CPL 152)", async () => {
  const c = court();
  const wish = await withClock(c, "T20", "2027-05-02");
  expect((await done(c, leader, extendLimit, { ...wish, length: 6 })).dueOn).toBe("2027-11-02");
  expect((await refused(c, leader, extendLimit, { ...wish, length: 1 })).refusal).toBe("extensionTooLong");
  const above = { ...wish, length: 3, approvedBy: "upperCourt" };
  expect((await done(c, leader, extendLimit, above)).dueOn).toBe("2028-02-02");
});

it("lengthens nothing that is over, or that the law fixes", async () => {
  const c = court();
  const over = await withClock(c, "T13", "2026-11-17");
  expect((await refused(c, leader, extendLimit, { ...over, length: 5 })).refusal).toBe("extensionAfterEnd");
  const told = { ...over, length: 5, happenedAt: "2026-11-17T17:00:00+08:00" };
  expect(await refused(c, leader, extendLimit, told)).toMatchObject({
    refusal: "lateWithoutReason",
    fields: { lateReason: ["required"], evidenceFileId: ["required"] },
  });
  const fixed = await withClock(c, "T11", "2026-12-02");
  expect((await refused(c, leader, extendLimit, { ...fixed, length: 5 })).refusal).toBe("clockFixed");
});
