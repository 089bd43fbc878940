import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { MailboxFailed, openMailbox } from "~/adapters/inbound/mailbox.server";
import type { Complaint, Deps } from "~/services/deps.server";
import { type Pace, type Reader, startReading } from "~/services/read-mailbox.server";
import { MOST_MAIL_BYTES } from "~/services/receive-mail.server";
import { newMemory, takeMailbox } from "~/services/take-mailbox.server";
import { type TestCourt, useCourt } from "./court";
import { type ImapCourt, imapServer } from "./imap-server";
import { type Invited, ics, letter, mail } from "./inbound-messages";
import { invited } from "./invited";
import { COURT } from "./journey";

/* The court's mailbox over a line that breaks: nothing is lost, nothing counts twice, and whoever must know is told. */
const court = useCourt();
const PACE: Pace = { pollMs: 40, firstMs: 5, mostMs: 20 };
let c: TestCourt;
let deps: Deps;
let of: Invited;
let server: ImapCourt;
let complaints: string[];
const readers: Reader[] = [];

beforeEach(async () => {
  c = court();
  deps = { ...c.deps, authserv: "mx.court.example" };
  ({ of } = await invited(c));
  c.clock.advance({ hours: 1 });
  await c.owner`delete from tasks`;
  await c.db.withCourt("bj0106", (tx) => tx.execute(sql`delete from tasks`));
  await eldest(COURT);
  server = await imapServer();
  complaints = [];
});
afterEach(async () => {
  await Promise.all(readers.splice(0).map((one) => one.stop()));
  await server.close();
});

const eldest = (courtId: string) =>
  c.owner`update courts set created_at = case when id = ${courtId} then '2020-01-01'::timestamptz else now() end`;
const complain: Complaint = ({ error }) => complaints.push(error instanceof Error ? error.message : "?");
const start = (pace: Partial<Pace> = {}, address = server.address, of: Deps = deps) => {
  const reader = startReading(of, address, complain, { ...PACE, ...pace });
  readers.push(reader);
  return reader;
};
/** One round, with what the mailbox says of it. */
const round = async (address = server.address, memory = newMemory(), of: Deps = deps) => {
  const mailbox = await openMailbox(address);
  try {
    await takeMailbox(of, mailbox, memory, complain);
  } finally {
    await mailbox.close();
  }
};
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => "none",
    (error: unknown) => (error instanceof MailboxFailed ? error.fault : String(error)),
  );
const vouched = (domain: string) => [
  `Authentication-Results: mx.court.example; dmarc=pass header.from=${domain}`,
];
const answer = (options: Parameters<typeof ics>[1] = {}) =>
  mail(of, ics(of, options), { headers: vouched("mail.example") });
const replies = async () =>
  (
    await c.owner<{ reply: string }[]>`select r.reply from invitation_replies r
      join invitations i on i.id = r.invitation_id where i.uid = ${of.uid} order by r.at, r.id`
  ).map((one) => one.reply);
/** By the court's own door: where the owner is no superuser, he sees one court as everybody does. */
const tasks = async (courtId: string = COURT) =>
  (
    await c.db.withCourt(courtId, (tx) =>
      tx.execute<{ kind: string; why: string }>(sql`
        select kind, coalesce(data->>'why', data->>'code') as why from tasks
        where court_id = ${courtId} and done_at is null and kind <> 'silent' order by opened_at, id`),
    )
  ).map((one) => `${one.kind} ${one.why}`);
const until = (holds: () => unknown) => vi.waitFor(holds, { timeout: 20_000, interval: 20 });
const TAKEN = "TiaosuTaken \\Seen";

it("an answer moves the light once, is kept as evidence, and is marked only then", async () => {
  server.put(answer());
  start();
  await until(async () => expect(server.flagsIn("INBOX")).toEqual([TAKEN]));
  expect(await replies()).toEqual(["accepted"]);
  const [kept] =
    await c.owner`select source, outcome from inbound_messages order by received_at desc limit 1`;
  expect(kept).toEqual({ source: "imap", outcome: "replied" });
  server.put(answer());
  await until(async () => expect(server.flagsIn("INBOX")).toEqual([TAKEN, TAKEN]));
  expect(await replies()).toEqual(["accepted"]);
  expect(complaints).toEqual([]);
});

it("the server calls when something comes; what somebody looked at in the mailbox is taken all the same", async () => {
  start({ pollMs: 3_600_000 });
  await until(() => expect(server.line.open).toBe(1));
  server.put(letter(of, "first"));
  await until(() => expect(server.flagsIn("INBOX")).toEqual([TAKEN]));
  server.put(answer());
  for (const one of server.inbox().messages) one.flags.push("\\Seen");
  await until(async () => expect(await replies()).toEqual(["accepted"]));
});

it("a folder for what was taken is made, and filled", async () => {
  server.put(answer());
  const address = { ...server.address, done: "Processed" };
  await round(address);
  expect([server.flagsIn("INBOX"), server.flagsIn("Processed")]).toEqual([[], [TAKEN]]);
  server.put(answer({ partstat: "DECLINED", stamp: "20261123T020100Z" }));
  await round(address);
  expect([server.flagsIn("INBOX"), server.flagsIn("Processed")]).toEqual([[], [TAKEN, TAKEN]]);
  expect(await replies()).toEqual(["accepted", "declined"]);
});

it("a server that keeps no words of ours tells by what was seen", async () => {
  server.inbox().allowPermanentFlags = false;
  server.put(answer());
  await round();
  expect(server.flagsIn("INBOX")).toEqual(["\\Seen"]);
});

it("a process that dies before it marks takes the message again, and it counts once", async () => {
  server.put(answer());
  const mailbox = await openMailbox(server.address);
  const dying = { ...mailbox, markTaken: () => Promise.reject(new Error("killed")) };
  await expect(takeMailbox(deps, dying, newMemory())).rejects.toThrow("killed");
  await mailbox.close();
  expect([await replies(), server.flagsIn("INBOX")]).toEqual([["accepted"], [""]]);
  await round();
  expect([await replies(), server.flagsIn("INBOX")]).toEqual([["accepted"], [TAKEN]]);
});

it("other names for the same messages, and no mark on any: nothing counts twice", async () => {
  server.put(answer());
  server.put(letter(of, "我能来。"));
  await round();
  const before = [await replies(), await tasks()];
  server.restore();
  await round();
  expect([await replies(), await tasks()]).toEqual(before);
  expect(before).toEqual([["accepted"], ["unmatchedMail noCalendar"]]);
});

it("a server that goes away and comes back loses nothing", async () => {
  start();
  await until(() => expect(server.line.open).toBe(1));
  await server.down();
  await until(() =>
    expect(complaints.filter((one) => one.includes("unreachable")).length).toBeGreaterThan(2),
  );
  server.put(answer());
  await server.up();
  await until(async () => expect(await replies()).toEqual(["accepted"]));
  expect(await tasks()).toEqual([]);
});

it("a line that breaks in the middle of a message leaves it whole for the next time, and the others go first", async () => {
  const long = mail(of, ics(of, { comment: "x".repeat(200_000) }), { headers: vouched("mail.example") });
  server.put(long);
  server.line.cutAfter = 100_000;
  const memory = newMemory();
  expect(await faultOf(round(server.address, memory))).toBe("cut");
  expect(await replies()).toEqual([]);
  server.put(letter(of, "short"));
  expect(await faultOf(round(server.address, memory))).toBe("cut");
  expect(await tasks()).toEqual(["unmatchedMail noCalendar"]);
  server.line.cutAfter = Number.POSITIVE_INFINITY;
  await round(server.address, memory);
  expect(await replies()).toEqual(["accepted"]);
  expect(server.flagsIn("INBOX")).toEqual([TAKEN, TAKEN]);
});

it("a message that is too long is not read, lies flagged in the mailbox, and a person is told of it once", async () => {
  const head = "From: <someone@mail.example>\r\nTo: <case-0@court.example>\r\nSubject: photos\r\n\r\n";
  server.put(head + "a".repeat(MOST_MAIL_BYTES));
  server.put(answer());
  await round();
  server.restore();
  await round();
  expect(await replies()).toEqual(["accepted"]);
  expect(await tasks()).toEqual(["tooLargeMail fileTooLarge"]);
  expect(server.flagsIn("INBOX")[0]).toBe("TiaosuTaken \\Flagged \\Seen");
});

it("octets that are no mail are a person's, and a message over which the machine stumbles becomes one after five", async () => {
  server.put(randomBytes(5_000));
  const stumbling: Deps["secrets"] = {
    ...deps.secrets,
    blindIndex: (purpose, value) => {
      if (value === "stumble@mail.example") throw new Error("a fault of ours");
      return deps.secrets.blindIndex(purpose, value);
    },
  };
  server.put("From: <stumble@mail.example>\r\nTo: <case-0@court.example>\r\n\r\nhello\r\n");
  server.put(answer());
  const memory = newMemory();
  for (let n = 0; n < 4; n++) await round(server.address, memory, { ...deps, secrets: stumbling });
  expect(server.flagsIn("INBOX")).toEqual([TAKEN, "", TAKEN]);
  await round(server.address, memory, { ...deps, secrets: stumbling });
  expect(server.flagsIn("INBOX")).toEqual([TAKEN, TAKEN, TAKEN]);
  expect(complaints).toEqual(Array(5).fill("a fault of ours"));
  expect(await tasks()).toEqual(["unmatchedMail noCalendar", "unmatchedMail stumbled"]);
  expect(await replies()).toEqual(["accepted"]);
});

it("of two workers one reads, and the other goes on when it ends", async () => {
  const [first] = [start(), start()];
  await until(() => expect(server.line.open).toBe(1));
  server.put(answer());
  await until(async () => expect(await replies()).toEqual(["accepted"]));
  expect(server.line.mostOpen).toBe(1);
  await first?.stop();
  server.put(answer({ partstat: "DECLINED", stamp: "20261123T020100Z" }));
  await until(async () => expect(await replies()).toEqual(["accepted", "declined"]));
  expect(server.line.mostOpen).toBe(1);
});

it("a mailbox of several courts: each answer goes where it belongs, and what names nothing to the oldest court", async () => {
  await eldest("bj0106");
  server.put(answer());
  const [sent] = await c.owner<{ id: string }[]>`
    select message_id as id from deliveries where court_id = ${COURT} and message_id is not null limit 1`;
  server.put(letter(of, "我能来。", [`In-Reply-To: ${sent?.id}`]));
  server.put(letter(of, "hello"));
  await round();
  expect(await replies()).toEqual(["accepted"]);
  expect([await tasks(), await tasks("bj0106")]).toEqual(Array(2).fill(["unmatchedMail noCalendar"]));
});

it("two that read at the same time do no harm", async () => {
  for (let n = 0; n < 5; n++) server.put(letter(of, `letter ${n}`));
  server.put(answer());
  await Promise.all([round(), round(), round()]);
  expect(await replies()).toEqual(["accepted"]);
  expect(await tasks()).toEqual(Array(5).fill("unmatchedMail noCalendar"));
});

it("an outage that lasts is told once to each court's staff and settled by itself; a wrong password at once", async () => {
  start();
  await until(() => expect(server.line.open).toBe(1));
  await server.down();
  await until(() => expect(complaints.length).toBeGreaterThan(2));
  expect(await tasks()).toEqual([]);
  c.clock.advance({ minutes: 6 });
  await until(async () => expect(await tasks()).toEqual(["mailboxDown unreachable"]));
  const told = complaints.length;
  await until(() => expect(complaints.length).toBeGreaterThan(told + 2));
  expect([await tasks(), await tasks("bj0106")]).toEqual(Array(2).fill(["mailboxDown unreachable"]));
  await server.up();
  await until(async () => expect([await tasks(), await tasks("bj0106")]).toEqual([[], []]));
  await readers.pop()?.stop();

  c.clock.advance({ minutes: 1 });
  const wrong = start({}, { ...server.address, password: "another" });
  await until(async () => expect(await tasks()).toEqual(["mailboxDown signIn"]));
  await wrong.stop();
  // The next process knows of it from the list of tasks alone.
  start();
  await until(async () => expect(await tasks()).toEqual([]));
  const trail = await c.owner<{ fault: string | null }[]>`
    select data->>'fault' as fault from records where court_id = ${COURT} and verb = 'read-mailbox' order by at, seq`;
  expect(trail.map((one) => one.fault)).toEqual(["unreachable", null, "signIn", null]);
  expect(complaints.join()).not.toMatch(/another|court\.example/);
});

it("a server that says nothing holds up neither the others nor the end", async () => {
  server.line.isSilent = true;
  start({ patience: { stepMs: 50, messageMs: 50 } });
  await until(() => expect(complaints.filter((one) => one.includes("slow")).length).toBeGreaterThan(2));
  await readers.pop()?.stop();
  const patient = start();
  await until(() => expect(server.line.open).toBe(1));
  const asked = performance.now();
  await patient.stop();
  expect(performance.now() - asked).toBeLessThan(2_000);
});

it("says why a mailbox cannot be read", async () => {
  const { address } = server;
  expect(await faultOf(openMailbox({ ...address, folder: "Nowhere" }))).toBe("noFolder");
  // Nobody signs in over a line that is not lifted to TLS.
  expect(await faultOf(openMailbox({ ...address, security: "startTls" }))).toBe("noTls");
  expect(await faultOf(openMailbox({ ...address, host: "127.0.0.1", port: 1 }))).toBe("unreachable");
  const mailbox = await openMailbox(address);
  server.put(answer());
  const refusing = { ...mailbox, markTaken: () => Promise.reject(new MailboxFailed("notMarked")) };
  server.put(letter(of, "after it"));
  expect(await faultOf(takeMailbox(deps, refusing, newMemory()))).toBe("notMarked");
  expect(await tasks()).toEqual(["unmatchedMail noCalendar"]);
  await mailbox.close();
});
