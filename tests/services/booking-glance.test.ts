import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { bookSession, wishIn } from "~/services/book-session.server";
import { type BookingRow, bookingQuestion } from "~/services/booking-question.server";
import { execute, Forbidden, NotFound } from "~/services/command.server";
import { actorIn, addResource, caseInMediation, MORNING, useCourt } from "./court";
import { COURT, castOf } from "./journey";

/* What a booking is told before its ritual begins: never more than the ritual would say, and never something else. */
const court = useCourt({ max: 1 });
const startAt = MORNING.startOf("day").plus({ days: 1, hours: 10 }).toISO() ?? "";

async function taken() {
  const c = court();
  const cast = await castOf(c);
  const other = await caseInMediation(c, { mediatorId: cast.mediatorId });
  const wish = { startAt, minutes: 60, mode: "onsite" as const, roomId: cast.roomId };
  const first = { ...wish, caseIds: [cast.caseId] };
  const given = await execute(c.deps, cast.mediator, bookSession, first, { idempotencyKey: "first" });
  if (!given.ok) throw new Error(given.refusal);
  return { c, cast, wish, first, given, other };
}

it("whoever booked hears the same answer to the same key, not that his time is taken", async () => {
  const { c, cast, first, given } = await taken();
  const again = await execute(c.deps, cast.mediator, bookSession, first, { idempotencyKey: "first" });
  expect(again).toEqual(given);
});

it("a refusal leaves its key free, and the key then works for a time that is free", async () => {
  const { c, cast, wish, other } = await taken();
  const lost = { ...wish, caseIds: [other] };
  const options = { idempotencyKey: "second" };
  expect(await execute(c.deps, cast.mediator, bookSession, lost, options)).toMatchObject({
    refusal: "slotTaken",
  });
  const [kept] = await c.owner`select count(*)::int as n from idempotency_keys where key = 'second'`;
  expect(kept?.n).toBe(0);
  const later = MORNING.startOf("day").plus({ days: 2, hours: 10 }).toISO() ?? "";
  const booked = await execute(c.deps, cast.mediator, bookSession, { ...lost, startAt: later }, options);
  expect(booked.ok).toBe(true);
});

it("whom the case does not concern learns nothing of the time: hidden or forbidden, as if it were free", async () => {
  const { c, wish, other } = await taken();
  const lost = { ...wish, caseIds: [other] };
  const stranger = actorIn(COURT, "mediator", { userId: await addResource(c, "mediator") });
  const elsewhere = actorIn("bj0106", "coordinator", {});
  for (const [actor, thrown] of [
    [stranger, [NotFound, Forbidden]],
    [elsewhere, [NotFound]],
  ] as const) {
    const error: unknown = await execute(c.deps, actor, bookSession, lost).catch((one: unknown) => one);
    expect(thrown.some((kind) => error instanceof kind)).toBe(true);
  }
});

it("the question sees one court only, and leaves the connection in none", async () => {
  const { c, cast, wish, other } = await taken();
  const ask = (courtId: string) =>
    c.db.glance<BookingRow>(
      courtId,
      bookingQuestion("2026-11-23", [
        {
          caseIds: [other, cast.caseId],
          sessionId: null,
          wishes: [wishIn(wish)],
          now: c.deps.clock.now(),
        },
      ]),
    );
  const [own] = await ask(COURT);
  expect(own?.cases).toHaveLength(2);
  expect(own?.rooms.length).toBeGreaterThan(0);
  const [strange] = await ask("bj0106");
  expect(strange).toMatchObject({
    cases: [],
    parties: [],
    agents: [],
    names: [],
    dues: [],
    offered: [],
  });
  const [unset] = await c.db.withDirectory((tx) =>
    tx.execute<{ n: number }>(sql`select count(*)::int as n from cases`),
  );
  expect(unset?.n).toBe(0);
});
