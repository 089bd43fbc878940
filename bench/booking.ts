import { sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { schema } from "#db/client";
import type { Result } from "~/domain/result";
import { bookSession } from "~/services/book-session.server";
import { execute } from "~/services/command.server";
import { record } from "~/services/record.server";
import {
  actorIn,
  addResource,
  addRoom,
  caseInMediation,
  courtOn,
  type TestCourt,
} from "../tests/services/court";
import { benchDatabase } from "./database";

const COURT = "bj0107";
const CLIENTS = 64;
const CROWD = 200;
const MINUTES = 60;

type Client = { caseId: string; mediatorId: string };
type Place = { roomId: string; startAt: string };
type Outcome = { ok: boolean; ms: number; refusal?: string; alternatives: number };

/** 200 cases of 8 mediators, 8 rooms; the places of a round are one week's hours in them. */
async function stage(c: TestCourt) {
  const mediators = await Promise.all(Array.from({ length: 8 }, () => addResource(c, "mediator")));
  const rooms = await Promise.all(Array.from({ length: 8 }, (_, n) => addRoom(c, COURT, `第${n + 1}调解室`)));
  const clients: Client[] = [];
  for (let n = 0; n < CROWD; n++) {
    const mediatorId = mediators[n % 8] as string;
    const [claimantResource, respondentResource] = [
      await addResource(c, "party"),
      await addResource(c, "party"),
    ];
    clients.push({
      mediatorId,
      caseId: await caseInMediation(c, { mediatorId, claimantResource, respondentResource }),
    });
  }
  return { rooms, clients };
}

const hoursOf = (monday: DateTime, days: number): string[] =>
  Array.from({ length: days }, (_, day) =>
    [540, 600, 810, 870, 930].map((minute) => monday.plus({ days: day, minutes: minute }).toISO() as string),
  ).flat();

/** A small generator of our own seed, so that both sides of a run fight for the same places in the same order. */
function seeded(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    // The low bits of such a generator have short periods.
    return Math.floor((state / 2 ** 32) * below);
  };
}

async function crowd(
  clients: number,
  attempts: number,
  attempt: (n: number) => Promise<Omit<Outcome, "ms">>,
): Promise<{ outcomes: Outcome[]; seconds: number }> {
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
  return { outcomes, seconds: (performance.now() - began) / 1000 };
}

const quantile = (values: number[], q: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))] ?? 0;

export async function benchBooking() {
  const database = await benchDatabase();
  const c = await courtOn(database.fresh, { max: Number(process.env.POOL ?? 16) });
  const { rooms, clients } = await stage(c.court);
  await c.court
    .owner`create table floor_claims (court_id text not null, place text not null, primary key (court_id, place))`;
  await c.court.owner`grant insert on floor_claims to tiaosu_app`;
  const placesOf = (week: number): Place[] =>
    hoursOf(DateTime.fromISO("2026-11-30", { zone: "Asia/Shanghai" }).plus({ weeks: week }), 1).flatMap(
      (startAt) => rooms.map((roomId) => ({ roomId, startAt })),
    );
  const ours = (week: number, seed: number) => {
    const pick = seeded(seed);
    const places = placesOf(week);
    return async () => {
      const client = clients[pick(CROWD)] as Client;
      const place = places[pick(places.length)] as Place;
      const answer: Result<object> = await execute(
        c.court.deps,
        actorIn(COURT, "mediator", { userId: client.mediatorId }),
        bookSession,
        { caseIds: [client.caseId], ...place, minutes: MINUTES, mode: "onsite" },
        { idempotencyKey: uuidv7() },
      );
      return answer.ok
        ? { ok: true, alternatives: 0 }
        : {
            ok: false,
            refusal: answer.refusal,
            alternatives: Array.isArray(answer.params?.alternatives) ? answer.params.alternatives.length : 0,
          };
    };
  };
  const floor = (week: number, seed: number) => {
    const pick = seeded(seed);
    const places = placesOf(week);
    return async () => {
      const client = clients[pick(CROWD)] as Client;
      const place = places[pick(places.length)] as Place;
      const actor = actorIn(COURT, "mediator", { userId: client.mediatorId });
      const { db, clock } = c.court.deps;
      const now = clock.now();
      const won = await db
        .withCourt(COURT, async (tx) => {
          const t = schema.idempotencyKeys;
          await tx
            .insert(t)
            .values({
              courtId: COURT,
              actorId: actor.userId,
              verb: "floor",
              key: uuidv7(),
              requestHash: "",
              createdAt: now,
            })
            .onConflictDoNothing()
            .returning({ key: t.key });
          const got = await tx.execute(
            sql`insert into floor_claims values (${COURT}, ${`${place.roomId} ${place.startAt}`}) on conflict do nothing returning 1`,
          );
          if (!got.length) throw new Error("taken");
          await record(tx, actor, now, {
            verb: "floor",
            caseId: client.caseId,
            data: { startAt: place.startAt },
            effects: [
              { effect: "sendInvitations", key: `floor:${uuidv7()}`, payload: { caseId: client.caseId } },
            ],
          });
          return true;
        })
        .catch((error: Error) => {
          if (error.message !== "taken") throw error;
          return false;
        });
      return { ok: won, alternatives: 0 };
    };
  };
  const rounds = Number(process.env.BENCH_ROUNDS ?? 6);
  const attempts = 400;
  const rates = { ours: [] as number[], floor: [] as number[] };
  const all: Outcome[] = [];
  for (let round = 0; round < rounds + 1; round++) {
    const f = await crowd(CLIENTS, attempts, floor(round, 7 + round));
    const o = await crowd(CLIENTS, attempts, ours(round, 7 + round));
    if (round === 0) continue;
    rates.floor.push(attempts / f.seconds);
    rates.ours.push(attempts / o.seconds);
    all.push(...o.outcomes);
    console.error(
      round,
      "floor/s",
      (attempts / f.seconds).toFixed(0),
      f.outcomes.filter((x) => x.ok).length,
      "ours/s",
      (attempts / o.seconds).toFixed(0),
      o.outcomes.filter((x) => x.ok).length,
      "p95",
      quantile(
        o.outcomes.map((x) => x.ms),
        0.95,
      ).toFixed(0),
      "losers p50",
      quantile(
        o.outcomes.filter((x) => !x.ok).map((x) => x.ms),
        0.5,
      ).toFixed(0),
      "winners p50",
      quantile(
        o.outcomes.filter((x) => x.ok).map((x) => x.ms),
        0.5,
      ).toFixed(0),
      [...new Set(o.outcomes.map((x) => x.refusal))],
    );
  }
  await c.close();
  await database.close();
  return { rates, all };
}

if (process.env.PROTO) await benchBooking();
