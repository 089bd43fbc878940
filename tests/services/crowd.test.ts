import { expect, it } from "vitest";
import { askedTogether } from "~/services/asked-together.server";
import { bookSession, wishIn } from "~/services/book-session.server";
import { lostAtAGlance, stillSeen } from "~/services/booking-glance.server";
import { execute, Forbidden, type Glance, NotFound } from "~/services/command.server";
import { afterRivals } from "~/services/rivals.server";
import { setNeeds } from "~/services/set-needs.server";
import { actorIn, addResource, caseInMediation, MORNING, useCourt } from "./court";
import { COURT, castOf } from "./journey";

/* Many who want the same at the same time: asked about together, one after another, and never mixed up. */
const court = useCourt();
const startAt = MORNING.startOf("day").plus({ days: 1, hours: 10 }).toISO() ?? "";

it("whoever comes while questions are under way is asked for together, and each hears his own answer", async () => {
  const asked: number[][] = [];
  const gates: (() => void)[] = [];
  const ask = askedTogether(async (numbers: readonly number[]) => {
    asked.push([...numbers]);
    await new Promise<void>((open) => gates.push(open));
    if (numbers.includes(13)) throw new Error("thirteen");
    return numbers.map((n) => n * 10);
  });
  const until = async (count: number) => {
    while (gates.length < count) await new Promise((next) => setImmediate(next));
  };
  const first = ask(1);
  await until(1);
  const second = ask(13);
  await until(2);
  const others = [2, 3, 4].map((n) => ask(n));
  gates[1]?.();
  await expect(second).rejects.toThrow("thirteen");
  await until(3);
  gates[0]?.();
  gates[2]?.();
  expect(await Promise.all([first, ...others])).toEqual([10, 20, 30, 40]);
  expect(asked).toEqual([[1], [13], [2, 3, 4]]);
});

it("rivals act one after another, and whoever finds it lost does not act", async () => {
  let [taken, inside, room] = [false, 0, 1];
  const acted: string[] = [];
  const act = (name: string) => async () => {
    expect(++inside).toBe(1);
    await new Promise((next) => setImmediate(next));
    inside--;
    taken = --room === 0;
    acted.push(name);
    return name;
  };
  const look = async () => (taken ? "lost" : null);
  const all = ["a", "b", "c"].map((name) => afterRivals(["room", name], look, act(name)));
  expect(await Promise.all(all)).toEqual(["a", "lost", "lost"]);
  expect(acted).toEqual(["a"]);
  [taken, room] = [false, 2];
  const more = ["d", "e", "f"].map((name) => afterRivals(["room", name], look, act(name)));
  expect(await Promise.all(more)).toEqual(["d", "e", "lost"]);
});

it("an act that breaks down lets its rivals go on", async () => {
  const broken = afterRivals(
    ["room"],
    async () => null,
    async () => Promise.reject(new Error("down")),
  );
  const next = afterRivals(
    ["room"],
    async () => null,
    async () => "through",
  );
  await expect(broken).rejects.toThrow("down");
  expect(await next).toBe("through");
});

it("asked about in one question, each hears of his own case, and a stranger nothing", async () => {
  const c = court();
  const cast = await castOf(c);
  const wish = { startAt, minutes: 60, mode: "onsite" as const, roomId: cast.roomId };
  const own = await Promise.all([1, 2, 3].map(() => caseInMediation(c, { mediatorId: cast.mediatorId })));
  const first = await execute(
    c.deps,
    cast.mediator,
    bookSession,
    { ...wish, caseIds: [cast.caseId] },
    {
      idempotencyKey: "first",
    },
  );
  const stranger = actorIn(COURT, "mediator", { userId: await addResource(c, "mediator") });
  const lose = (caseId: string | undefined, actor = cast.mediator) =>
    execute(c.deps, actor, bookSession, { ...wish, caseIds: [caseId] }).catch((error: unknown) => error);
  const again = execute(
    c.deps,
    cast.mediator,
    bookSession,
    { ...wish, caseIds: [cast.caseId] },
    {
      idempotencyKey: "first",
    },
  );
  const [one, strange, two, repeated] = await Promise.all([
    lose(own[0]),
    lose(own[1], stranger),
    lose(own[2]),
    again,
  ]);
  expect(one).toMatchObject({ refusal: "slotTaken" });
  expect(two).toMatchObject({ refusal: "slotTaken" });
  expect(strange instanceof NotFound || strange instanceof Forbidden).toBe(true);
  expect(repeated).toEqual(first);
});

it("what a glance saw of a case holds until the case sees another act", async () => {
  const c = court();
  const cast = await castOf(c);
  const input = { caseIds: [cast.caseId] };
  const at: Glance = {
    deps: c.deps,
    actor: cast.mediator,
    courtId: COURT,
    now: c.deps.clock.now(),
    today: "2026-11-23",
    verbName: "book-session",
    idempotencyKey: undefined,
    permits: () => true,
  };
  const free = MORNING.startOf("day").plus({ days: 3, hours: 10 }).toISO() ?? "";
  const wish = wishIn({ startAt: free, minutes: 60, mode: "onsite", roomId: cast.roomId });
  expect(await lostAtAGlance(at, input, wish)).toBeNull();
  const locked = () =>
    c.db.withCourt(COURT, (tx) =>
      tx.query.cases.findMany({ where: (row, { eq }) => eq(row.id, cast.caseId) }),
    );
  expect(stillSeen(input, await locked())).not.toBeNull();
  const needs = { caseId: cast.caseId, partyId: cast.respondentId, needs: ["wheelchair"] };
  expect((await execute(c.deps, cast.mediator, setNeeds, needs)).ok).toBe(true);
  expect(stillSeen(input, await locked())).toBeNull();
});
