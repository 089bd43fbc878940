import { DateTime } from "luxon";
import { pgFailure } from "#db/client";
import type { Result } from "~/domain/result";
import { bookSession } from "~/services/book-session.server";
import { execute } from "~/services/command.server";
import { actorIn, courtOn, type TestCourt } from "../tests/services/court";
import { type Client, COURT, floorAttempt, type Place, stage } from "./booking-court";
import { benchDatabase } from "./database";
import type { Line } from "./report";

const CLIENTS = 64;
const CROWD = 200;
const ATTEMPTS = 400;
const MINUTES = 60;
const P95_TARGET_MS = 150;
const RATE_TARGET = 0.5;

export type Outcome = {
  readonly ok: boolean;
  readonly ms: number;
  readonly alternatives: number;
  readonly isDeadlock: boolean;
};
type Attempt = (client: Client, place: Place) => Promise<Omit<Outcome, "ms">>;

const FIRST_DAY = DateTime.fromISO("2026-11-30", { zone: "Asia/Shanghai" });
/** The hours of one working day in every room; `day` counts workdays from the first Monday. */
const placesOf = (rooms: readonly string[], day: number): Place[] =>
  [540, 600, 810, 870, 930].flatMap((minutes) =>
    rooms.map((roomId) => ({
      roomId,
      startAt: FIRST_DAY.plus({ weeks: Math.floor(day / 5), days: day % 5, minutes }).toISO() ?? "",
    })),
  );

/** A small generator of our own seed, so that both sides of a run fight for the same places in the same order. */
function seeded(seed: number) {
  let state = seed >>> 0;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    // The low bits of such a generator have short periods.
    return Math.floor((state / 2 ** 32) * below);
  };
}

const ourAttempt =
  (c: TestCourt): Attempt =>
  async (client, place) => {
    try {
      const answer: Result<object> = await execute(
        c.deps,
        actorIn(COURT, "mediator", { userId: client.mediatorId }),
        bookSession,
        { caseIds: [client.caseId], ...place, minutes: MINUTES, mode: "onsite" },
        { idempotencyKey: crypto.randomUUID() },
      );
      const others = answer.ok ? [] : answer.params?.alternatives;
      return {
        ok: answer.ok,
        alternatives: Array.isArray(others) ? others.length : 0,
        isDeadlock: false,
      };
    } catch (error) {
      if (pgFailure(error)?.code !== "40P01") throw error;
      return { ok: false, alternatives: 0, isDeadlock: true };
    }
  };

/** So many clients at once until all attempts are made. */
async function crowd(
  clients: number,
  attempts: number,
  attempt: (n: number) => Promise<Omit<Outcome, "ms">>,
) {
  const outcomes: Outcome[] = [];
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < attempts) {
        const n = next++;
        const at = performance.now();
        outcomes.push({ ...(await attempt(n)), ms: performance.now() - at });
      }
    }),
  );
  return { outcomes, perSecond: (attempts * 1000) / (performance.now() - began) };
}

const quantile = (values: readonly number[], q: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? 0;
const median = (values: readonly number[]) => quantile(values, 0.5);
const round = (value: number, digits = 1) => Number(value.toFixed(digits));

/** Claims that overlap on one resource: the constraint forbids them, so any is a double booking. */
async function doubleBookings(c: TestCourt): Promise<number> {
  const [row] = await c.owner<{ n: number }[]>`select count(*)::int as n from occupancies a join occupancies b
    on a.home_id = b.home_id and a.resource_id = b.resource_id and a.id < b.id and a.during && b.during
    where a.released_at is null and b.released_at is null`;
  return row?.n ?? -1;
}

const told = (outcomes: readonly Outcome[]) => {
  const losers = outcomes.filter((one) => !one.ok);
  return {
    winners: outcomes.length - losers.length,
    losersWithoutAlternatives: losers.filter((one) => one.alternatives === 0).length,
    deadlocks: outcomes.filter((one) => one.isDeadlock).length,
    p95: round(
      quantile(
        outcomes.map((one) => one.ms),
        0.95,
      ),
    ),
  };
};

const rss = () => Math.round(process.memoryUsage().rss / 2 ** 20);

/**
 * Booking under contention. `rate`: 64 clients fight for the places of a day, attempts a second against the same envelope
 * around one insert under a plain unique key, alternating in one run. `crowd`: 200 clients at once, losers answered with
 * alternatives. `storm`: 200 clients on one single slot, again and again; exactly one may win each.
 */
export async function benchBooking(emit: (line: Line) => void): Promise<void> {
  const database = await benchDatabase();
  // More connections than this only wait for each other's processor time, on either side of the comparison.
  const { court: c, close } = await courtOn(database.fresh, { max: Number(process.env.BENCH_POOL ?? 8) });
  const { rooms, clients } = await stage(c, CROWD);
  const [ours, floor] = [ourAttempt(c), floorAttempt(c)];
  const rounds = Number(process.env.BENCH_ROUNDS ?? 6);
  const storms = Number(process.env.BENCH_STORMS ?? 50);
  const fight = (attempt: Attempt, day: number, n = CLIENTS) => {
    const pick = seeded(day + 7);
    const places = placesOf(rooms, day);
    return crowd(n, ATTEMPTS, () =>
      attempt(clients[pick(clients.length)] as Client, places[pick(places.length)] as Place),
    );
  };
  const rates = { ours: [] as number[], floor: [] as number[] };
  const all: Outcome[] = [];
  // The first round warms both sides up and is not counted.
  for (let day = 0; day <= rounds; day++) {
    const low = await fight(floor, day);
    const high = await fight(ours, day);
    if (day === 0) {
      // As a court's database has them: without statistics prepared plans stay those of empty tables.
      await c.owner`analyze`;
      continue;
    }
    rates.floor.push(low.perSecond);
    rates.ours.push(high.perSecond);
    all.push(...high.outcomes);
  }
  const line = { bench: "booking", floor_kind: "unique-key", rssMb: rss() };
  const rate = { ours: median(rates.ours), floor: median(rates.floor) };
  emit({
    ...line,
    case: "rate",
    n: ATTEMPTS * rounds,
    ours: round(rate.ours),
    floor: round(rate.floor),
    ratio: round(rate.ours / rate.floor, 3),
    unit: "attempts/s",
    target: RATE_TARGET,
    p95Target: P95_TARGET_MS,
    ...told(all),
    doubleBookings: await doubleBookings(c),
  });
  const rush = await fight(ours, rounds + 1, CROWD);
  const plain = await fight(floor, rounds + 1, CROWD);
  emit({
    ...line,
    case: "crowd",
    n: ATTEMPTS,
    clients: CROWD,
    ours: round(rush.perSecond),
    floor: round(plain.perSecond),
    ratio: round(rush.perSecond / plain.perSecond, 3),
    unit: "attempts/s",
    target: RATE_TARGET,
    ...told(rush.outcomes),
    doubleBookings: await doubleBookings(c),
  });
  let exact = 0;
  const stormy: Outcome[] = [];
  for (let storm = 0; storm < storms; storm++) {
    const places = placesOf(rooms, rounds + 2 + Math.floor(storm / 5));
    const place = places[(storm % 5) * rooms.length] as Place;
    const { outcomes } = await crowd(CROWD, CROWD, (n) => ours(clients[n] as Client, place));
    if (outcomes.filter((one) => one.ok).length === 1) exact++;
    stormy.push(...outcomes);
  }
  emit({
    ...line,
    case: "storm",
    n: storms,
    ours: exact,
    floor: storms,
    ratio: round(exact / storms, 3),
    unit: "storms with one winner",
    target: 1,
    ...told(stormy),
    doubleBookings: await doubleBookings(c),
  });
  await close();
  await database.close();
}
