import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Resolver } from "~/adapters/inbound/sender.server";
import { answerInvitation } from "~/services/answer-invitation.server";
import { execute } from "~/services/command.server";
import { acceptCounter, declineCounter } from "~/services/decide-counter.server";
import { finishInbound } from "~/services/finish-inbound.server";
import { keepInbound } from "~/services/inbound-log.server";
import { receiveMail } from "~/services/receive-mail.server";
import { rescheduleSession } from "~/services/reschedule-session.server";
import { drainCourt } from "~/services/worker.server";
import { MORNING, type TestCourt, useCourt } from "./court";
import { type Invited, ics, letter, mail, report, resolver, signed } from "./inbound-messages";
import { MESSAGES, proposed } from "./inbound-table";
import { invited } from "./invited";
import { type Cast, COURT, does, refuses } from "./journey";

/* What comes back by mail: every kind of calendar program, every kind of nonsense, and what each does. */
const court = useCourt();
let c: TestCourt;
let cast: Cast;
let of: Invited;
let sessionId: string;

beforeEach(async () => {
  c = court();
  ({ cast, of, sessionId } = await invited(c));
});

const take = async (raw: Buffer) => {
  const answer = await receiveMail(c.deps, COURT, raw, { source: "api", resolver });
  if (!answer.ok) throw new Error(answer.refusal);
  return [answer.outcome, answer.detail ?? ""].join(" ").trim();
};
const from = async (raw: string | Buffer, domain = "mail.example") => take(await signed(raw, domain));
const replyNow = async () =>
  (await c.owner<{ reply: string }[]>`select reply from invitations where uid = ${of.uid}`)[0]?.reply;
const tasks = async () =>
  (
    await c.owner<
      { kind: string }[]
    >`select kind from tasks where court_id = ${COURT} and case_id is not distinct from
    ${cast.caseId} and done_at is null`
  ).map((one) => one.kind);
describe("a message", () => {
  it.each(MESSAGES)("%s", async (_name, raw, outcome, reply) => {
    expect(await from(raw(of))).toBe(outcome);
    expect(await replyNow()).toBe(reply);
    const [kept] = await c.owner<{ outcome: string }[]>`
      select outcome from inbound_messages order by received_at desc, id desc limit 1`;
    expect(kept?.outcome).toBe(outcome.split(" ")[0]);
  });
});

it("nobody is believed whose domain does not vouch for him", async () => {
  const raw = mail(of, ics(of));
  expect(await take(Buffer.from(raw))).toBe("unmatched notAuthentic");
  expect(
    await take(await signed(mail(of, ics(of), { encoding: "8bit" }), "mail.example", { spoiled: true })),
  ).toBe("unmatched notAuthentic");
  expect(await from(raw, "elsewhere.example")).toBe("unmatched notAuthentic");
  // What is signed ends before the answer.
  expect(await take(await signed(raw, "mail.example", { part: 40 }))).toBe("unmatched notAuthentic");
  expect(await replyNow()).toBe("needsAction");
  expect((await tasks()).filter((kind) => kind === "unmatchedMail")).toHaveLength(4);
});

it("our own mail server's word counts, and nobody else's", async () => {
  const header = (server: string, verdict: string) => [`Authentication-Results: ${server}; ${verdict}`];
  const through = async (headers: string[]) => {
    const answer = await receiveMail(c.deps, COURT, Buffer.from(mail(of, ics(of), { headers })), {
      source: "api",
      trusted: "mx.court.example",
    });
    return answer.ok ? answer.outcome : answer.refusal;
  };
  expect(await through(header("mx.attacker.example", "dmarc=pass"))).toBe("unmatched");
  expect(await through(header("mx.court.example", "dkim=pass header.d=elsewhere.example"))).toBe("unmatched");
  expect(await through(header("mx.court.example", "dmarc=fail"))).toBe("unmatched");
  expect(await through(header("mx.court.example", "dmarc=pass header.from=elsewhere.example"))).toBe(
    "unmatched",
  );
  expect(await through(header("mx.court.example", "dkim=pass header.d=mail.example"))).toBe("replied");
});

it("the same octets twice are one; of two answers that come out of order the later written counts", async () => {
  c.clock.set(MORNING.plus({ hours: 5 }));
  const late = await signed(
    mail(of, ics(of, { partstat: "DECLINED", stamp: "20261123T030000Z" })),
    "mail.example",
  );
  expect(await take(late)).toBe("replied declined");
  expect(await take(late)).toBe("replied");
  expect(await from(mail(of, ics(of, { stamp: "20261123T025900Z" })))).toBe("stale olderAnswer");
  expect(await from(mail(of, ics(of, { stamp: "20261123T030100Z" })))).toBe("replied accepted");
  const trace = await c.owner<{ reply: string; how: string }[]>`
    select r.reply, r.how from invitation_replies r join invitations i on i.id = r.invitation_id
    where i.uid = ${of.uid} order by r.at, r.id`;
  expect(trace.map((one) => `${one.reply} ${one.how}`)).toEqual(["declined mail", "accepted mail"]);
});

it("an answer to a time that is no longer is late", async () => {
  const time = { minutes: 60, mode: "onsite" as const, roomId: cast.roomId, version: 0 };
  const startAt = MORNING.startOf("day").plus({ days: 2, hours: 10 }).toISO() ?? "";
  await does(c, cast.mediator, rescheduleSession, { ...time, sessionId, startAt, reason: "改期" });
  expect(await from(mail(of, ics(of)))).toBe("stale olderRevision");
});

it("a program's fast clock silences nobody: what it says is never later than it is", async () => {
  expect(await from(mail(of, ics(of, { stamp: "20301231T000000Z" })))).toBe("replied accepted");
  c.clock.advance({ minutes: 1 });
  expect(await from(mail(of, ics(of, { partstat: "DECLINED", stamp: "20301231T000001Z" })))).toBe(
    "replied declined",
  );
});

it("a mail that was long on its way does not undo what was said meanwhile, nor does a call entered late", async () => {
  c.clock.set(MORNING.plus({ hours: 5 }));
  const heard = { caseId: cast.caseId, sessionId, recipientId: cast.respondentId };
  await does(c, cast.mediator, answerInvitation, { ...heard, reply: "declined", how: "phone" });
  expect(await from(mail(of, ics(of, { stamp: "20261123T020000Z" })))).toBe("stale olderAnswer");
  const happenedAt = MORNING.plus({ hours: 2 }).toISO() ?? "";
  await does(c, cast.mediator, answerInvitation, { ...heard, reply: "accepted", happenedAt });
  expect(await replyNow()).toBe("declined");
  const [{ n: kept } = { n: 0 }] = await c.owner<{ n: number }[]>`
    select count(*)::int as n from invitation_replies r join invitations i on i.id = r.invitation_id where i.uid = ${of.uid}`;
  expect(kept).toBe(2);
});

it("an answer to a session that is over changes nothing", async () => {
  c.clock.set(MORNING.plus({ days: 2 }));
  expect(await from(mail(of, ics(of)))).toBe("stale over");
});

it("where a sender's key cannot be asked for, the answer waits, and is taken once it can", async () => {
  const away: Resolver = async () =>
    Promise.reject(Object.assign(new Error("timeout"), { code: "ETIMEOUT" }));
  const raw = await signed(mail(of, ics(of)), "mail.example");
  const door = { source: "api" as const, resolver: away };
  expect(await receiveMail(c.deps, COURT, raw, door)).toMatchObject({ outcome: "waiting" });
  c.clock.advance({ minutes: 10 });
  await finishInbound(c.deps, COURT, away);
  expect(await replyNow()).toBe("needsAction");
  await finishInbound(c.deps, COURT, resolver);
  expect(await replyNow()).toBe("accepted");

  const never = await signed(mail(of, ics(of, { partstat: "DECLINED" })), "mail.example");
  await receiveMail(c.deps, COURT, never, door);
  c.clock.advance({ hours: 25 });
  await finishInbound(c.deps, COURT, away);
  expect(await tasks()).toContain("unmatchedMail");
  expect(await replyNow()).toBe("accepted");
});

it("what was kept and makes the machine stumble stops no other, and is a person's after a day", async () => {
  const kept = (raw: string) =>
    keepInbound(c.deps, COURT, {
      source: "api",
      raw: Buffer.from(raw),
      hash: randomBytes(32),
      messageId: null,
      from: null,
      fromMasked: "",
    });
  const headers = ["Authentication-Results: mx.court.example; dmarc=pass header.from=mail.example"];
  const ids = [await kept(mail(of, ics(of), { headers })), await kept(letter(of, "hello"))].map(
    (one) => one.id,
  );
  const fault = () => {
    throw new Error("a fault of ours");
  };
  const secrets = { ...c.deps.secrets, blindIndexes: fault };
  const broken = { ...c.deps, authserv: "mx.court.example", secrets };
  const left = async () =>
    (
      await c.owner<{ detail: string | null }[]>`
        select detail from inbound_messages where id in ${c.owner(ids)} order by id`
    ).map((one) => one.detail);
  c.clock.advance({ minutes: 10 });
  await expect(finishInbound(broken, COURT)).rejects.toThrow("a fault of ours");
  expect(await left()).toEqual([null, "noCalendar"]);
  c.clock.advance({ hours: 25 });
  await expect(finishInbound(broken, COURT)).rejects.toThrow("a fault of ours");
  expect(await left()).toEqual(["stumbled", "noCalendar"]);
  await finishInbound(broken, COURT);
});

it("a letter in words that answers one of ours lies with its case", async () => {
  const [sent] = await c.owner<{ id: string }[]>`
    select message_id as id from deliveries where case_id = ${cast.caseId} and channel = 'mail' and message_id is not null limit 1`;
  expect(await from(letter(of, "我能来。", [`In-Reply-To: ${sent?.id}`]))).toBe("unmatched noCalendar");
  expect(await tasks()).toEqual(["unmatchedMail"]);
});

it("a report that one of ours came back is what became of it; that one is late, or has arrived, changes nothing", async () => {
  const ours = async () =>
    (
      await c.owner<{ id: string; status: string }[]>`
        select d.message_id as id, d.status from deliveries d join notices n on n.id = d.notice_id
        where n.recipient_id = ${cast.respondentId} and d.channel = 'mail' order by d.id limit 1`
    )[0];
  const { id = "" } = (await ours()) ?? {};
  const told = (raw: string) => take(Buffer.from(raw));
  expect(await told(report(id, "4.4.1", { action: "delayed" }))).toBe("automatic");
  expect(await told(report(id, "2.0.0", { action: "delivered" }))).toBe("automatic");
  expect((await ours())?.status).toBe("sent");
  expect(await told(report("<other@court.example>", "5.1.1"))).toBe("unmatched unknownBounce");
  expect(await told(report(id, "5.1.1", { original: "message/rfc822" }))).toBe("bounce 5.1.1");
  expect((await ours())?.status).toBe("bounced");
  expect(await tasks()).toContain("bounced");
  expect(await told(report(id, "5.1.1"))).toBe("bounce 5.1.1");
  expect((await tasks()).filter((kind) => kind === "bounced")).toHaveLength(1);
});

it("a side says nothing of how it was heard: what it sends itself came by its link", async () => {
  const actor = cast.respondent;
  const forged = {
    caseId: cast.caseId,
    sessionId,
    reply: "accepted",
    how: "mail",
    inboundId: cast.caseId,
    stampedAt: "2030-01-01T00:00:00Z",
  };
  const answer = await execute(c.deps, actor, answerInvitation, forged);
  expect(answer.ok).toBe(true);
  const [kept] = await c.owner`select how, inbound_id, stamped_at from invitation_replies r
    join invitations i on i.id = r.invitation_id where i.uid = ${of.uid}`;
  expect(kept).toEqual({ how: "link", inbound_id: null, stamped_at: null });
});

describe("another time that somebody proposes", () => {
  const proposal = async () => {
    await from(mail(of, ics(of, { ...proposed, comment: "下午更方便" })));
    const [row] = await c.owner<{ id: string }[]>`
      select id from counter_proposals where session_id = ${sessionId} and status = 'open'`;
    return row?.id ?? "";
  };

  it("is a task until it is taken: then the session moves, and everybody is invited anew", async () => {
    const proposalId = await proposal();
    expect(await tasks()).toContain("counterProposal");
    await does(c, cast.mediator, acceptCounter, { sessionId, proposalId, reason: "按当事人提议" });
    const [booking] = await c.owner<{ at: string }[]>`
      select to_char(lower(during) at time zone 'UTC', 'DD HH24:MI') as at from bookings
      where session_id = ${sessionId} and status = 'booked'`;
    expect(booking?.at).toBe("25 06:00");
    expect(await tasks()).not.toContain("counterProposal");
    const [invited] = await c.owner<
      { sequence: number }[]
    >`select sequence from invitations where uid = ${of.uid}`;
    expect(invited?.sequence).toBe(1);
    await refuses(c, cast.mediator, acceptCounter, { sessionId, proposalId, reason: "x" }, "offerClosed");
  });

  it("is declined with an answer that the proposer's calendar understands", async () => {
    const proposalId = await proposal();
    await does(c, cast.mediator, declineCounter, { sessionId, proposalId });
    await drainCourt(c.deps, COURT);
    const mails = await c.owner<{ ics: string | null }[]>`
      select body->>'calendar' as ics from demo_messages where "to" = ${of.address} and channel = 'mail' order by id`;
    expect(mails.at(-1)?.ics).toContain("METHOD:DECLINECOUNTER");
    expect(mails.at(-1)?.ics).toContain(`UID:${of.uid.slice(0, 30)}`);
    expect(await tasks()).not.toContain("counterProposal");
  });

  it("falls away when the session moves otherwise", async () => {
    const proposalId = await proposal();
    const startAt = MORNING.startOf("day").plus({ days: 3, hours: 14 }).toISO() ?? "";
    const time = { minutes: 60, mode: "onsite" as const, roomId: cast.roomId, version: 0 };
    await does(c, cast.mediator, rescheduleSession, { ...time, sessionId, startAt, reason: "改期" });
    await refuses(c, cast.mediator, declineCounter, { sessionId, proposalId }, "offerClosed");
    expect(await tasks()).not.toContain("counterProposal");
  });
});
