import { beforeEach, expect, it } from "vitest";
import { bookOffered } from "~/services/book-offered.server";
import { bookSession } from "~/services/book-session.server";
import { chooseTimes } from "~/services/choose-times.server";
import { execute } from "~/services/command.server";
import { keepHouse } from "~/services/keep-house.server";
import { offerTimes } from "~/services/offer-times.server";
import { offerQuery } from "~/services/queries-offers.server";
import { queueQuery } from "~/services/queries-queue.server";
import { ask } from "~/services/query.server";
import { withdrawOffer } from "~/services/withdraw-offer.server";
import { MORNING, type TestCourt, useCourt } from "./court";
import { type Cast, COURT, castOf, does, refuses } from "./journey";

/* Times put to the sides are kept for them; the first that suits all is booked, the others go back (decision 009). */
const court = useCourt();
let c: TestCourt;
let cast: Cast;

beforeEach(async () => {
  c = court();
  c.clock.set(MORNING);
  cast = await castOf(c);
});

const at = (days: number, of: Cast = cast) => ({
  startAt: MORNING.plus({ days }).toISO() as string,
  minutes: 90,
  mode: "onsite" as const,
  roomId: of.roomId,
});
const offers = (...days: number[]) =>
  does(c, cast.mediator, offerTimes, { caseId: cast.caseId, slots: days.map((day) => at(day)) });
const chooses = (side: "claimant" | "respondent", choices: readonly string[]) =>
  does(c, cast[side], chooseTimes, { caseId: cast.caseId, choices: [...choices] });
/** What is taken of the mediator's time on the case's account, released or not. */
const kept = async () =>
  (
    await c.owner`select b.status from bookings b join occupancies o on o.booking_id = b.id
      where o.resource_id = ${cast.mediator.userId} and o.released_at is null order by lower(o.during)`
  ).map((row) => row.status);
const statusOf = async () => {
  const found = await ask(c.deps, cast.mediator, offerQuery, { caseId: cast.caseId });
  return found.ok ? (found.offer?.isOpen ?? null) : null;
};

it("keeps every offered time for everybody, and takes none where one of them is gone", async () => {
  await does(c, cast.mediator, bookSession, { caseIds: [cast.caseId], ...at(1) });
  await refuses(c, cast.mediator, offerTimes, { caseId: cast.caseId, slots: [at(2), at(1)] }, "slotTaken");
  expect(await kept()).toEqual(["booked"]);
  await offers(2, 3);
  expect(await kept()).toEqual(["booked", "held", "held"]);
  const other = await castOf(c);
  await refuses(c, other.mediator, bookSession, { caseIds: [other.caseId], ...at(2) }, "slotTaken");
});

it("books the earliest common time with the last answer, once, when both answer at the same moment", async () => {
  const { slots } = await offers(1, 2, 3);
  const [claimant, respondent] = await Promise.all([
    execute(c.deps, cast.claimant, chooseTimes, { caseId: cast.caseId, choices: slots.slice(1) }),
    execute(c.deps, cast.respondent, chooseTimes, { caseId: cast.caseId, choices: [...slots] }),
  ]);
  const booked = [claimant, respondent].flatMap((one) => (one.ok && one.sessionId ? [one.sessionId] : []));
  expect(booked).toHaveLength(1);
  expect(await kept()).toEqual(["booked"]);
  const [session] = await c.owner`select to_char(lower(during) at time zone 'UTC', 'DD HH24:MI') as at
    from bookings where session_id = ${booked[0] ?? null}`;
  expect(session?.at).toBe("25 01:30");
  const told = await c.owner`select effect from outbox where payload->>'sessionId' = ${booked[0] ?? ""}`;
  expect(told.map((one) => one.effect)).toEqual(["sendInvitations"]);
  const [record] = await c.owner`select actor_kind from records
    where case_id = ${cast.caseId} and verb = 'book-offered'`;
  expect(record?.actor_kind).toBe("job");
});

it("an answer given on the telephone counts the same, and says how it came", async () => {
  const { slots } = await offers(1, 2);
  const answer = (partyId: string, how: "phone" | "wechat") =>
    does(c, cast.mediator, chooseTimes, { caseId: cast.caseId, partyId, choices: slots.slice(0, 1), how });
  await answer(cast.claimantId, "phone");
  const { sessionId } = await answer(cast.respondentId, "wechat");
  expect(sessionId).not.toBeNull();
  const given = await c.owner`select how from offer_answers where offer_id in
    (select id from offers where case_id = ${cast.caseId}) order by how`;
  expect(given.map((one) => one.how)).toEqual(["phone", "wechat"]);
});

it("nothing common keeps the times until the offer ends, so that a side may change its mind", async () => {
  const { slots } = await offers(1, 2);
  await chooses("claimant", slots.slice(0, 1));
  await chooses("respondent", []);
  expect(await kept()).toEqual(["held", "held"]);
  expect((await chooses("respondent", slots)).sessionId).not.toBeNull();
  expect(await kept()).toEqual(["booked"]);
});

it("ends with its time: everything is free again and the mediator is told", async () => {
  await offers(1, 2);
  c.clock.set(MORNING.plus({ days: 3, minutes: 1 }));
  await keepHouse(c.deps, COURT);
  expect(await kept()).toEqual([]);
  expect(await statusOf()).toBe(false);
  await keepHouse(c.deps, COURT);
  const told = await c.owner`select key from outbox
    where key like 'notifyMediator:offer:%' and payload->>'caseId' = ${cast.caseId}`;
  expect(told).toHaveLength(1);
});

it("another offer, a booking or a withdrawal takes its place and frees what it kept", async () => {
  await offers(1, 2);
  await offers(2, 3);
  expect(await kept()).toEqual(["held", "held"]);
  const { slots } = await offers(1, 4);
  await does(c, cast.mediator, bookOffered, { caseId: cast.caseId, bookingId: slots[1] as string });
  expect(await kept()).toEqual(["booked"]);
  await refuses(c, cast.mediator, withdrawOffer, { caseId: cast.caseId }, "offerClosed");
  await offers(2);
  await does(c, cast.mediator, bookSession, { caseIds: [cast.caseId], ...at(2) });
  expect(await kept()).toEqual(["booked", "booked"]);
  await offers(3);
  await does(c, cast.mediator, withdrawOffer, { caseId: cast.caseId });
  expect(await kept()).toEqual(["booked", "booked"]);
});

it("the queue says of each side whether it has answered, and never what, as long as times are offered", async () => {
  const wordsOf = async () => {
    const found = await ask(c.deps, cast.coordinator, queueQuery, { scope: "all" });
    if (!found.ok) throw new Error(found.refusal);
    return found.rows.find((row) => row.caseId === cast.caseId)?.sides;
  };
  expect(await wordsOf()).toEqual({ claimant: "agreed", respondent: "agreed" });
  const { slots } = await offers(1, 2);
  expect(await wordsOf()).toEqual({ claimant: "waiting", respondent: "waiting" });
  await chooses("respondent", []);
  expect(await wordsOf()).toEqual({ claimant: "waiting", respondent: "answered" });
  c.clock.set(MORNING.plus({ days: 4 }));
  expect(await wordsOf()).toEqual({ claimant: "agreed", respondent: "agreed" });
  c.clock.set(MORNING);
  await chooses("claimant", slots.slice(0, 1));
  await does(c, cast.mediator, withdrawOffer, { caseId: cast.caseId });
  expect(await wordsOf()).toEqual({ claimant: "agreed", respondent: "agreed" });
});
