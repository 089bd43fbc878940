import { DateTime } from "luxon";
import type { z } from "zod";
import { asCourtId } from "~/domain/ids";
import type { Actor } from "~/domain/policy/actor";
import type { Result } from "~/domain/result";
import { bookOffered } from "~/services/book-offered.server";
import { bookSession } from "~/services/book-session.server";
import { cancelSession } from "~/services/cancel-session.server";
import { chooseTimes } from "~/services/choose-times.server";
import { execute, type Verb } from "~/services/command.server";
import { confirmHold } from "~/services/confirm-hold.server";
import { keepHouse } from "~/services/keep-house.server";
import { freedPlace, offerFreedPlace } from "~/services/offer-freed-place.server";
import { offerTimes } from "~/services/offer-times.server";
import { replanQuery } from "~/services/queries-replan.server";
import { ask } from "~/services/query.server";
import { recordNoShow } from "~/services/record-no-show.server";
import { replanSessions } from "~/services/replan-sessions.server";
import { rescheduleSession } from "~/services/reschedule-session.server";
import { withdrawOffer } from "~/services/withdraw-offer.server";
import { actorIn, addResource, addRoom, caseInMediation, type TestCourt } from "./court";
import { partyActor } from "./desk";
import { COURT } from "./journey";

/** A generator of its own seed for each walker: what it tries can be tried again, whatever the others do meanwhile. */
export function seeded(seed: number) {
  let state = seed >>> 0;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type ModelCase = {
  readonly caseId: string;
  readonly mediator: ReturnType<typeof actorIn>;
  readonly parties: readonly ReturnType<typeof partyActor>[];
};
export type World = {
  readonly c: TestCourt;
  readonly cases: readonly ModelCase[];
  readonly rooms: readonly string[];
  readonly mediatorIds: readonly string[];
  /** Acts that were answered yes, by verb; of replanning the moves that each made. */
  readonly done: Map<string, number>;
  readonly refused: Map<string, number>;
};

/** A small court in which everybody is in everybody's way: few mediators, fewer rooms, parties of several cases. */
export async function worldOf(c: TestCourt): Promise<World> {
  const mediatorIds = await Promise.all(Array.from({ length: 3 }, () => addResource(c, "mediator")));
  for (const [n, id] of mediatorIds.entries())
    await c.owner`insert into roster_members (court_id, person_id, kind, category, name, name_en, cause_codes, languages, mode, max_open)
      values (${COURT}, ${id}, 'mediator', 'appointed', ${`调解员${n}`}, ${`M${n}`}, '[]', '[]', 'resident', 30)`;
  const rooms = await Promise.all(Array.from({ length: 3 }, (_, n) => addRoom(c, COURT, `第${n + 1}调解室`)));
  const people = await Promise.all(Array.from({ length: 8 }, () => addResource(c, "party")));
  const cases: ModelCase[] = [];
  for (let n = 0; n < 12; n++) {
    const mediatorId = mediatorIds[n % mediatorIds.length] as string;
    const caseId = await caseInMediation(c, {
      mediatorId,
      claimantResource: people[n % people.length] as string,
      respondentResource: people[(n * 3 + 1) % people.length] as string,
    });
    const parties = await c.owner<{ id: string; side: "claimant" | "respondent" }[]>`
      select id, side from parties where case_id = ${caseId} order by side`;
    cases.push({
      caseId,
      mediator: actorIn(COURT, "mediator", { userId: mediatorId }),
      parties: parties.map((one) => partyActor(caseId, one)),
    });
  }
  return { c, cases, rooms, mediatorIds, done: new Map(), refused: new Map() };
}

type Pick = (below: number) => number;
const of = <T>(all: readonly T[], pick: Pick): T => all[pick(all.length)] as T;
const count = (map: Map<string, number>, key: string, by = 1) => map.set(key, (map.get(key) ?? 0) + by);

async function does<S extends z.ZodType, O extends object>(
  world: World,
  actor: Actor,
  verb: Verb<S, O>,
  input: unknown,
): Promise<Result<O>> {
  const answer = await execute(world.c.deps, actor, verb, input);
  if (answer.ok) count(world.done, verb.name);
  else count(world.refused, `${verb.name} ${answer.refusal}`);
  return answer;
}

/** A working hour of the next days, on the half hour; now and then one that is none. */
function timeFrom(world: World, pick: Pick) {
  const day = world.c.clock
    .now()
    .setZone("Asia/Shanghai")
    .startOf("day")
    .plus({ days: pick(6) });
  const minute = of([540, 570, 600, 630, 810, 840, 870, 900, 930, 960, 1200], pick);
  const onsite = pick(4) > 0;
  return {
    startAt: day.plus({ minutes: minute }).toISO() as string,
    minutes: 60,
    mode: onsite ? ("onsite" as const) : ("phone" as const),
    roomId: onsite ? of(world.rooms, pick) : null,
  };
}

const sessionsOf = (world: World, caseId: string, status: string) =>
  world.c.owner<{ id: string; version: number }[]>`
    select s.id, s.version from session_cases sc join sessions s on s.court_id = sc.court_id and s.id = sc.session_id
    join bookings b on b.court_id = s.court_id and b.session_id = s.id and b.status = ${status}
    where sc.case_id = ${caseId} and s.status = 'planned' order by s.id`;

const coordinator = actorIn(COURT, "coordinator");
const job = { kind: "job", courtId: asCourtId(COURT), name: "freed-place" } as const;

type Step = (world: World, pick: Pick, one: ModelCase) => Promise<unknown>;
const book =
  (hold: boolean): Step =>
  (world, pick, { caseId, mediator }) =>
    does(world, mediator, bookSession, { caseIds: [caseId], ...timeFrom(world, pick), hold });

/** A step on a session of the case that is there, seen at its version or blindly. */
const onSession =
  (status: string, step: (world: World, pick: Pick, one: ModelCase, at: object) => Promise<unknown>): Step =>
  async (world, pick, one) => {
    const found = await sessionsOf(world, one.caseId, status);
    if (!found.length) return;
    const { id, version } = of(found, pick);
    await step(world, pick, one, { sessionId: id, ...(pick(2) ? { version } : {}) });
  };

const answer: Step = async (world, pick, { caseId, parties }) => {
  const kept = await world.c.owner<{ id: string }[]>`select b.id from bookings b
    join offers o on o.court_id = b.court_id and o.id = b.offer_id where o.case_id = ${caseId} and o.status = 'open'`;
  // Answers that come too late are tried now and then; mostly there is something to answer.
  if (!kept.length && pick(8)) return;
  const choices = pick(4) ? kept.map((one) => one.id).filter(() => pick(3) > 0) : [];
  const answered = await does(world, of(parties, pick), chooseTimes, {
    caseId,
    choices,
  });
  if (answered.ok && answered.sessionId) count(world.done, "book-offered");
};

const replan: Step = async (world, pick) => {
  const day = world.c.clock
    .now()
    .setZone("Asia/Shanghai")
    .startOf("day")
    .plus({ days: pick(5) });
  const away = {
    mediatorId: of(world.mediatorIds, pick),
    startAt: day.plus({ hours: 9 }).toISO() as string,
    endAt: day.plus({ hours: 12 + pick(7) }).toISO() as string,
  };
  const found = await ask(world.c.deps, coordinator, replanQuery, { ...away, days: 14 });
  if (!found.ok) throw new Error(found.refusal);
  const moves = found.moves.flatMap(({ sessionId, version, after }) =>
    after ? [{ sessionId, version, startAt: after.startAt, roomId: after.room?.roomId ?? null }] : [],
  );
  // Nobody is ill every day: without moves there is nothing to learn from another absence.
  if (!moves.length) return;
  const input = { ...away, reason: "病假", moves };
  const done = await does(world, coordinator, replanSessions, input);
  if (done.ok) count(world.done, "reschedule-session", done.moved);
};

const offerFreed: Step = async (world, pick) => {
  const gone = await world.c.owner<{ session_id: string }[]>`select session_id from bookings
    where status = 'released' and session_id is not null order by released_at desc limit 5`;
  if (!gone.length) return;
  const { session_id } = of(gone, pick);
  const place = await world.c.db.withCourt(COURT, (tx) => freedPlace(tx, COURT, session_id));
  for (const caseId of place?.waiting.slice(0, 1) ?? [])
    await does(world, job, offerFreedPlace, { caseId, bookingId: place?.bookingId });
};

const timePasses: Step = async (world, pick) => {
  const next = world.c.clock.now().plus({ minutes: of([5, 20, 45, 200], pick) });
  world.c.clock.set(DateTime.max(next, world.c.clock.now()));
  await keepHouse(world.c.deps, COURT);
};

/** What a walker does next, as often as it stands here. */
const STEPS: readonly (readonly [weight: number, name: string, step: Step])[] = [
  [6, "book", book(false)],
  [5, "hold", book(true)],
  [5, "confirm", onSession("held", (w, _, one, at) => does(w, one.mediator, confirmHold, at))],
  [
    5,
    "offer",
    (w, pick, { caseId, mediator }) =>
      does(w, mediator, offerTimes, {
        caseId,
        slots: Array.from({ length: 1 + pick(3) }, () => timeFrom(w, pick)),
      }),
  ],
  [9, "answer", answer],
  [
    2,
    "take",
    async (w, _, { caseId, mediator }) => {
      const [kept] = await w.c.owner<{ id: string }[]>`select b.id from bookings b join offers o
        on o.court_id = b.court_id and o.id = b.offer_id where o.case_id = ${caseId} and o.status = 'open' limit 1`;
      if (kept) await does(w, mediator, bookOffered, { caseId, bookingId: kept.id });
    },
  ],
  [1, "withdraw", (w, _, { caseId, mediator }) => does(w, mediator, withdrawOffer, { caseId })],
  [
    7,
    "move",
    onSession("booked", (w, pick, one, at) =>
      does(w, one.mediator, rescheduleSession, { ...at, ...timeFrom(w, pick), reason: "改期" }),
    ),
  ],
  [
    4,
    "cancel",
    onSession("booked", (w, _, one, at) => does(w, one.mediator, cancelSession, { ...at, reason: "取消" })),
  ],
  [
    2,
    "noShow",
    onSession("booked", (w, pick, one, at) =>
      does(w, one.mediator, recordNoShow, {
        ...at,
        absentPartyIds: [of(one.parties, pick).partyId],
        noticeProven: true,
      }),
    ),
  ],
  [3, "replan", replan],
  [2, "freed", offerFreed],
  [2, "time", timePasses],
];
const CHOICES = STEPS.flatMap(([weight, , step]) => Array.from({ length: weight }, () => step));

export async function walk(world: World, seed: number, steps: number): Promise<void> {
  const pick = seeded(seed);
  for (let n = 0; n < steps; n++) {
    const step = of(CHOICES, pick);
    await step(world, pick, of(world.cases, pick));
  }
}
