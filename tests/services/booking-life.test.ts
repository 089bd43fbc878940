import { expect, it } from "vitest";
import { keepHouse } from "~/services/keep-house.server";
import { verifyCourt } from "~/services/verify-records.server";
import { type World, walk, worldOf } from "./booking-model";
import { useCourt } from "./court";
import { COURT } from "./journey";

/*
 * A booking's life as several people live it at once: hold, offer, accept, decline, expire, move, cancel, no-show, replan,
 * in any order, against PostgreSQL. Refusals are part of it; whatever was answered yes must add up at the end.
 * MODEL_STEPS=10000 is the published count (npm run test:full).
 */
const STEPS = Number(process.env.MODEL_STEPS ?? 1200);
const SEED = Number(process.env.MODEL_SEED ?? 20261127);
const WALKERS = 6;
const court = useCourt({ max: 10 });

/** No two claims on one resource overlap; what is kept or taken belongs to a booking that lives, and is all there. */
async function timeAddsUp({ c }: World): Promise<void> {
  const overlaps = await c.owner`select a.booking_id, b.booking_id from occupancies a join occupancies b
    on a.home_id = b.home_id and a.resource_id = b.resource_id and a.id < b.id and a.during && b.during
    where a.released_at is null and b.released_at is null`;
  expect(overlaps).toHaveLength(0);
  const orphans = await c.owner`select o.id, b.status from occupancies o
    left join bookings b on b.court_id = o.court_id and b.id = o.booking_id
    where o.released_at is null and (b.id is null or b.status = 'released' or b.during <> o.during
      or (b.status = 'held') <> (o.hold_until is not null))`;
  expect(orphans, "time that no living booking holds").toHaveLength(0);
  const half =
    await c.owner`select b.id, b.status, b.release_reason from bookings b where b.status = 'booked' and (
      exists (select 1 from occupancies o where o.court_id = b.court_id and o.booking_id = b.id and o.released_at is not null)
      or not exists (select 1 from occupancies o where o.court_id = b.court_id and o.booking_id = b.id)
      or not exists (select 1 from sessions s where s.court_id = b.court_id and s.id = b.session_id and s.status <> 'cancelled'))`;
  expect(half, "booked without its time or its session").toHaveLength(0);
  const idle = await c.owner`select s.id, s.status from sessions s where s.status = 'planned' and not exists (
      select 1 from bookings b where b.court_id = s.court_id and b.session_id = s.id and b.status <> 'released')`;
  expect(idle, "planned sessions without a time").toHaveLength(0);
  const twice =
    await c.owner`select session_id from bookings where status <> 'released' and session_id is not null
    group by session_id having count(*) > 1`;
  expect(twice, "sessions with two times").toHaveLength(0);
}

const CHANGES = [
  "book-session",
  "confirm-hold",
  "offer-times",
  "offer-freed-place",
  "choose-times",
  "book-offered",
  "withdraw-offer",
  "reschedule-session",
  "cancel-session",
  "record-no-show",
  "replan-sessions",
];

/** As many records of each verb as acts were answered yes, and a chain that fits. */
async function recordAddsUp({ c, done }: World): Promise<void> {
  const rows = await c.owner<{ verb: string; n: number }[]>`
    select verb, count(*)::int as n from records where verb = any(${CHANGES}) group by verb`;
  expect(Object.fromEntries(rows.map((row) => [row.verb, row.n]))).toEqual(
    Object.fromEntries([...done].filter(([verb, n]) => CHANGES.includes(verb) && n > 0)),
  );
  expect(await verifyCourt(c.deps, COURT)).toMatchObject({ broken: null });
}

/** Each change that people hear of owes one message a case, and each of them stands invited once, as it is now. */
async function messagesAddUp({ c }: World): Promise<void> {
  const owed = await c.owner`with told as (
      select r.case_id, r.data->>'sessionId' as session,
        case r.verb when 'book-session' then 0 when 'confirm-hold' then 0 when 'book-offered' then 0
          else (r.data->>'sequence')::int end as sequence,
        case r.verb when 'cancel-session' then 'sendCancellations' else 'sendInvitations' end as effect
      from records r where r.verb in ('confirm-hold', 'book-offered', 'reschedule-session')
        or (r.verb = 'book-session' and r.data->>'held' = 'false')
        or (r.verb = 'cancel-session' and r.data->>'sequence' is not null)),
    sent as (select payload->>'caseId' as case_id, payload->>'sessionId' as session, (payload->>'sequence')::int as sequence,
        effect, count(*)::int as n from outbox where effect in ('sendInvitations', 'sendCancellations') group by 1, 2, 3, 4)
    select t.*, s.n, s.effect as sent from told t full join sent s on s.case_id = t.case_id::text and s.session = t.session
      and s.sequence = t.sequence and s.effect = t.effect
    where t.case_id is null or s.n is distinct from 1`;
  expect(owed, "a change that owes no message, or two").toHaveLength(0);
  const keys = await c.owner`select key from outbox group by key having count(*) > 1`;
  expect(keys, "one message owed twice").toHaveLength(0);
  const wrong = await c.owner`with people as (
      select sc.session_id, sc.case_id, 'mediator' as kind, c.mediator_id as id from session_cases sc
        join cases c on c.court_id = sc.court_id and c.id = sc.case_id
      union all select sc.session_id, sc.case_id, 'party', p.id from session_cases sc
        join parties p on p.court_id = sc.court_id and p.case_id = sc.case_id),
    told as (select s.id, s.sequence, s.status from sessions s
      where exists (select 1 from records r where r.data->>'sessionId' = s.id::text and (r.verb in ('confirm-hold', 'book-offered')
        or (r.verb = 'book-session' and r.data->>'held' = 'false'))))
    select p.session_id, p.kind, t.status, count(i.id)::int as n from told t join people p on p.session_id = t.id
    left join invitations i on i.session_id = p.session_id and i.case_id = p.case_id and i.recipient_id = p.id
      and i.sequence = t.sequence and i.method = case t.status when 'cancelled' then 'CANCEL' else 'REQUEST' end
    group by 1, 2, p.id, 3 having count(i.id) <> 1`;
  expect(wrong, "somebody who is not invited once, as it is now").toHaveLength(0);
  const untold = await c.owner`select i.id from invitations i where not exists (
    select 1 from records r where r.data->>'sessionId' = i.session_id::text)`;
  expect(untold).toHaveLength(0);
}

it(
  `adds up after ${STEPS} steps of ${WALKERS} people at once (seed ${SEED})`,
  async () => {
    const world = await worldOf(court());
    const each = Math.ceil(STEPS / WALKERS);
    await Promise.all(Array.from({ length: WALKERS }, (_, n) => walk(world, SEED + n * 7919, each)));
    expect([...world.done.keys()].sort()).toEqual(expect.arrayContaining(["book-session", "choose-times"]));
    await timeAddsUp(world);
    // Every hold and offer runs out, and the house is kept: then nothing may be kept any more.
    const { c } = world;
    c.clock.set(c.clock.now().plus({ days: 30 }));
    for (let round = 0; round < 5; round++) await keepHouse(c.deps, COURT);
    await timeAddsUp(world);
    expect(await c.owner`select id from bookings where status = 'held'`).toHaveLength(0);
    expect(await c.owner`select id from offers where status = 'open'`).toHaveLength(0);
    await recordAddsUp(world);
    await messagesAddUp(world);
    if (process.env.MODEL_TELL)
      console.log(Object.fromEntries(world.done), Object.fromEntries(world.refused));
  },
  60_000 + STEPS * 200,
);
