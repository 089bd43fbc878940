import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isOutcomeUnknown } from "#db/client";
import { type EmbeddedServer, startEmbedded } from "#db/embedded";
import { APP_ROLE, migrateDatabase } from "#db/migrate";
import { bookSession } from "~/services/book-session.server";
import { execute } from "~/services/command.server";
import { verifyCourt } from "~/services/verify-records.server";
import { actorIn, addResource, addRoom, caseInMediation, courtOn, MORNING, type TestCourt } from "./court";

/*
 * The database is stopped at once, as by a power cut, while bookings are under way, and started again: none that was
 * answered "booked" is lost, none is half. A server of its own, writing to disk as in service (fsync).
 * STOP_BOOKINGS=1000 is the published count (npm run test:full).
 */
const BOOKINGS = Number(process.env.STOP_BOOKINGS ?? 90);
const STOPS = 3;
const CLIENTS = 16;
const COURT = "bj0107";
const HOURS = [9, 10, 14, 15];
/** Mediator, two parties and the room. */
const PLACES_EACH = 4;

let dir: string;
let server: EmbeddedServer;
let c: TestCourt;
let close: () => Promise<void>;

beforeAll(async () => {
  dir = mkdtempSync(path.join(os.tmpdir(), "tiaosu-stop-"));
  server = await startEmbedded(dir, { settings: { log_min_messages: "panic" } });
  const first = postgres(server.url("postgres"), { max: 1 });
  await first`create database stops`;
  await first.end();
  await migrateDatabase(server.url("stops"), "stops");
  const appUrl = `postgres://${APP_ROLE}:stops@127.0.0.1:${server.port}/stops`;
  const fresh = { ownerUrl: server.url("stops"), appUrl, name: "stops", drop: async () => {} };
  const opened = await courtOn(fresh, { max: CLIENTS });
  c = opened.court;
  close = opened.close;
});

afterAll(async () => {
  await close();
  await server.stop("fast");
  rmSync(dir, { recursive: true, force: true });
});

type Wanted = { caseId: string; mediatorId: string; roomId: string; startAt: string; key: string };

/** As many cases as bookings, each with a time of its own, so that nothing but the stop can refuse one. */
async function stage(): Promise<Wanted[]> {
  const desks = await Promise.all(
    Array.from({ length: 10 }, async (_, n) => ({
      mediatorId: await addResource(c, "mediator"),
      roomId: await addRoom(c, COURT, `第${n + 1}调解室`),
    })),
  );
  const wanted: Wanted[] = [];
  for (let n = 0; n < BOOKINGS; n++) {
    const desk = desks[n % desks.length] as (typeof desks)[number];
    const slot = Math.floor(n / desks.length);
    const day = Math.floor(slot / HOURS.length);
    const startAt = MORNING.startOf("day")
      .plus({ weeks: 1 + Math.floor(day / 5), days: day % 5, hours: HOURS[slot % HOURS.length] ?? 9 })
      .toISO();
    const caseId = await caseInMediation(c, {
      mediatorId: desk.mediatorId,
      claimantResource: await addResource(c, "party"),
      respondentResource: await addResource(c, "party"),
    });
    wanted.push({ ...desk, caseId, startAt: startAt ?? "", key: uuidv7() });
  }
  return wanted;
}

const book = (one: Wanted) =>
  execute(
    c.deps,
    actorIn(COURT, "mediator", { userId: one.mediatorId }),
    bookSession,
    { caseIds: [one.caseId], startAt: one.startAt, minutes: 60, mode: "onsite", roomId: one.roomId },
    { idempotencyKey: one.key },
  );

async function restart(): Promise<void> {
  await server.stop("immediate");
  server = await startEmbedded(dir, { settings: { log_min_messages: "panic", port: String(server.port) } });
}

type Told = { sessionId: string; bookingId: string };

/** Books everything while the server stops; who hears nothing asks again with the same key, once it is back. */
async function bookThrough(wanted: readonly Wanted[]) {
  const told = new Map<string, Told>();
  const left = [...wanted];
  let unknown = 0;
  let stops = 0;
  let up: Promise<void> = Promise.resolve();
  const client = async () => {
    for (let one = left.shift(); one; one = left.shift()) {
      await up;
      try {
        const answer = await book(one);
        expect(answer).toMatchObject({ ok: true });
        if (answer.ok) told.set(one.caseId, { sessionId: answer.sessionId, bookingId: answer.bookingId });
      } catch (error) {
        if (!isOutcomeUnknown(error)) throw error;
        unknown++;
        left.push(one);
      }
      if (stops < STOPS && told.size >= ((stops + 1) * BOOKINGS) / (STOPS + 1)) {
        stops++;
        up = restart();
      }
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  await up;
  return { told, unknown, stops };
}

it(`loses none of ${BOOKINGS} bookings that was answered, and leaves none half, over ${STOPS} stops of the database`, async () => {
  const wanted = await stage();
  const { told, unknown, stops } = await bookThrough(wanted);
  expect(stops).toBe(STOPS);
  expect(unknown, "no booking was under way at any stop").toBeGreaterThan(0);
  expect(told.size).toBe(BOOKINGS);
  const rows = await c.owner<Record<string, string | number>[]>`
    select sc.case_id, b.id as booking, b.session_id as session, b.status, s.status as planned,
      (select count(*)::int from occupancies o where o.court_id = b.court_id and o.booking_id = b.id
        and o.released_at is null and o.during = b.during) as places,
      (select count(*)::int from invitations i where i.court_id = b.court_id and i.session_id = b.session_id) as invited,
      (select count(*)::int from records r where r.court_id = b.court_id and r.verb = 'book-session'
        and r.data->>'bookingId' = b.id::text) as recorded,
      (select count(*)::int from outbox x where x.court_id = b.court_id and x.effect = 'sendInvitations'
        and x.payload->>'sessionId' = b.session_id::text) as owed
    from bookings b
    join sessions s on s.court_id = b.court_id and s.id = b.session_id
    join session_cases sc on sc.court_id = s.court_id and sc.session_id = s.id`;
  const whole = {
    status: "booked",
    planned: "planned",
    places: PLACES_EACH,
    invited: 3,
    recorded: 1,
    owed: 1,
  };
  expect(rows).toHaveLength(BOOKINGS);
  for (const { case_id, booking, session, ...row } of rows) {
    expect(row).toEqual(whole);
    expect(told.get(String(case_id))).toEqual({ sessionId: session, bookingId: booking });
  }
  const [sum] = await c.owner`select (select count(*)::int from bookings) as bookings,
    (select count(*)::int from sessions) as sessions, (select count(*)::int from session_cases) as links,
    (select count(*)::int from occupancies) as places, (select count(*)::int from invitations) as invited,
    (select count(*)::int from records where verb = 'book-session') as recorded,
    (select count(*)::int from outbox where effect = 'sendInvitations') as owed,
    (select count(*)::int from idempotency_keys where response is not null) as keys`;
  const n = BOOKINGS;
  expect(sum).toEqual({
    bookings: n,
    sessions: n,
    links: n,
    places: n * PLACES_EACH,
    invited: n * 3,
    recorded: n,
    owed: n,
    keys: n,
  });
  expect(await verifyCourt(c.deps, COURT)).toMatchObject({ broken: null });
}, 600_000);
