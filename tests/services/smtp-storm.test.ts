import { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase, schema } from "#db/client";
import { addParticipant } from "~/services/add-participant.server";
import { bookSession } from "~/services/book-session.server";
import { cancelSession } from "~/services/cancel-session.server";
import type { Deps } from "~/services/deps.server";
import { excuseParticipant } from "~/services/excuse-participant.server";
import { place } from "~/services/personal.server";
import { smtpMailer } from "~/services/post.server";
import { rescheduleSession } from "~/services/reschedule-session.server";
import { drainCourt } from "~/services/worker.server";
import { actorIn, addResource, addRoom, caseInMediation, MORNING, type TestCourt, useCourt } from "./court";
import { COURT, does } from "./journey";
import { calendarOf, type Mood, stormPost } from "./storm-post";

/*
 * The whole life of many sessions while the mail server is stopped, slow, full, breaking and restarted, with two workers:
 * every recipient's calendar ends as the database has it, and nobody gets a revision twice, except where the server took
 * the mail and died before it said so: then under the same Message-ID, by which mailboxes know it.
 * STORM_SESSIONS=200 is the published count (npm run test:full).
 */
const SESSIONS = Number(process.env.STORM_SESSIONS ?? 24);
const MOODS: readonly Mood[] = ["slow", "down", "busy", "break", "down", "well"];
const court = useCourt();
const post = stormPost();
const closing: (() => unknown)[] = [];
let c: TestCourt;
let workers: Deps[];

beforeAll(async () => {
  c = court();
  await post.start();
  for (let n = 0; n < 2; n++) {
    const db = await openDatabase(c.fresh.appUrl, { max: 3 });
    const mailer = smtpMailer({
      url: post.url(),
      from: "mediation@court.example",
      perHostPerMinute: 100_000,
      clock: c.clock,
    });
    closing.push(
      () => mailer.close(),
      () => db.close(),
    );
    workers = [...(workers ?? []), { ...c.deps, db, mailer, sms: null }];
  }
});
afterAll(async () => {
  await post.stop();
  for (const close of closing) await close();
});

type Life = {
  readonly mediatorId: string;
  readonly rooms: readonly string[];
  readonly claimant: string;
  readonly sessionId: string;
  day: number;
  room: number;
  isOn: boolean;
  isClaimantOut: boolean;
};

async function begin(n: number): Promise<Life> {
  const mediatorId = await addResource(c, "mediator");
  const [claimant, respondent] = [await addResource(c, "party"), await addResource(c, "party")];
  const caseId = await caseInMediation(c, {
    mediatorId,
    claimantResource: claimant,
    respondentResource: respondent,
  });
  await c.db.withCourt(COURT, async (tx) => {
    const parties = await tx.query.parties.findMany({ where: (p, { eq }) => eq(p.caseId, caseId) });
    for (const party of parties) {
      const id = uuidv7();
      // Every eighth respondent's mailbox does not exist.
      const isGone = party.side === "respondent" && n % 8 === 0;
      const address = `${isGone ? "gone" : party.side}${n}@mail.example`;
      await tx.insert(schema.contactPoints).values({
        courtId: COURT,
        id,
        caseId,
        partyId: party.id,
        kind: "email",
        sealed: c.deps.secrets.seal(address, place("contact_points", "sealed", id)),
        index: c.deps.secrets.blindIndex("email", address),
        masked: address,
      });
    }
  });
  const rooms = [await addRoom(c, COURT, `甲室${n}`), await addRoom(c, COURT, `乙室${n}`)];
  const life = { mediatorId, rooms, claimant, day: 10, room: 0, isOn: true, isClaimantOut: false };
  const { sessionId } = await does(c, actorOf(life), bookSession, { caseIds: [caseId], ...timeOf(life) });
  return { ...life, sessionId };
}

const actorOf = ({ mediatorId }: Pick<Life, "mediatorId">) =>
  actorIn(COURT, "mediator", { userId: mediatorId });
const timeOf = ({ day, room, rooms }: Pick<Life, "day" | "room" | "rooms">) => ({
  startAt: MORNING.startOf("day")
    .plus({ weeks: 1, days: day % 5, hours: 10 })
    .toISO() as string,
  minutes: 60,
  mode: "onsite" as const,
  roomId: rooms[room % 2] as string,
});

/** One more change of a life, the same in every run. */
async function change(life: Life, n: number, round: number): Promise<void> {
  if (!life.isOn) return;
  const actor = actorOf(life);
  const { sessionId } = life;
  const act = (n * 7 + round * 3) % 6;
  const person = { sessionId, resourceId: life.claimant };
  if (act === 0 || act === 1) {
    if (act === 0) life.day++;
    else life.room++;
    await does(c, actor, rescheduleSession, { sessionId, ...timeOf(life), reason: "改期" });
  } else if (act === 2 || act === 3) {
    await does(c, actor, life.isClaimantOut ? addParticipant : excuseParticipant, person);
    life.isClaimantOut = !life.isClaimantOut;
  } else if (act === 4 && round > 1) {
    await does(c, actor, cancelSession, { sessionId, reason: "取消" });
    life.isOn = false;
  }
}

const due = async () =>
  Number(
    (
      await c.owner`select count(*)::int as n from outbox
        where done_at is null and dead_at is null and effect in ('sendInvitations', 'sendCancellations')`
    )[0]?.n,
  );
const drain = () => post.withSenders(workers.map((deps) => () => drainCourt(deps, COURT)));

it(`${SESSIONS} sessions live through it`, { timeout: 900_000 }, async () => {
  const lives: Life[] = [];
  for (let n = 0; n < SESSIONS; n++) lives.push(await begin(n));
  for (const [round, mood] of MOODS.entries()) {
    await post.set(mood);
    await drain();
    for (const [n, life] of lives.entries()) await change(life, n, round);
    await drain();
    // Nearly an hour without a server, in steps in which the outbox tries again.
    for (let step = 0; step < 3; step++) {
      c.clock.advance({ minutes: 9 });
      await drain();
    }
  }
  await post.set("well");
  for (let step = 0; (await due()) > 0 && step < 20; step++) {
    c.clock.advance({ minutes: 20 });
    await drain();
  }
  expect(await due()).toBe(0);
  expect((await c.owner`select 1 from outbox where dead_at is not null`).length).toBe(0);

  const wanted = await c.owner<
    { to: string; uid: string; sequence: number; method: string; room: string; start: Date }[]
  >`
    select k.masked as "to", i.uid, i.sequence, i.method, r.name as room, lower(b.during) as start
    from invitations i
    join contact_points k on k.party_id = i.recipient_id
    join sessions s on s.id = i.session_id
    left join rooms r on r.id = s.room_id
    left join bookings b on b.session_id = s.id and b.status = 'booked'`;
  expect(wanted).toHaveLength(2 * SESSIONS);
  const acts = new Set(post.arrived.map((one) => one.method));
  expect([...acts].sort()).toEqual(["CANCEL", "REQUEST"]);
  for (const one of wanted) {
    const mails = post.arrived.filter((mail) => mail.to === one.to);
    if (one.to.startsWith("gone")) {
      expect(mails).toEqual([]);
      continue;
    }
    const entry = calendarOf(mails).get(one.uid);
    if (one.method === "CANCEL") expect(entry, one.to).toBeUndefined();
    else {
      expect(entry, one.to).toMatchObject({
        sequence: one.sequence,
        start: DateTime.fromJSDate(one.start).toUTC().toFormat("yyyy-MM-dd'T'HH:mm:ss'Z'"),
      });
      expect(entry?.location).toContain(one.room);
    }
    expect(calendarOf(mails).size).toBeLessThanOrEqual(1);
  }

  const times = new Map<string, typeof post.arrived>();
  for (const mail of post.arrived) {
    const key = [mail.to, mail.uid, mail.sequence, mail.method].join(" ");
    times.set(key, [...(times.get(key) ?? []), mail]);
  }
  const twice = [...times.values()].filter((mails) => mails.length > 1);
  // The server broke often enough to show it; whoever got a mail twice got the same one, and was not heard the first time.
  expect(twice.length).toBeGreaterThan(0);
  for (const mails of twice) {
    expect(new Set(mails.map((one) => one.messageId)).size).toBe(1);
    expect(mails.filter((one) => !one.isUnheard).length).toBeLessThanOrEqual(1);
  }
  // Whoever could not be reached is a person's task, one for each mail that was refused.
  const [gone] =
    await c.owner`select count(*)::int as n from deliveries where channel = 'mail' and status = 'failed'`;
  const [tasks] = await c.owner`select count(*)::int as n from tasks where kind = 'bounced'`;
  expect(tasks?.n).toBe(gone?.n);
  expect(Number(gone?.n)).toBeGreaterThanOrEqual(Math.ceil(SESSIONS / 8));
});
