import { beforeEach, describe, expect, it } from "vitest";
import { bookSession } from "~/services/book-session.server";
import { acceptCounter, declineCounter } from "~/services/decide-counter.server";
import { caseMailbox } from "~/services/effects/addressees.server";
import { receiveMail } from "~/services/receive-mail.server";
import { rescheduleSession } from "~/services/reschedule-session.server";
import { drainCourt } from "~/services/worker.server";
import { addContactPoint } from "./contact-points";
import { MORNING, type TestCourt, useCourt } from "./court";
import { type Invited, ics, letter, mail, resolver, signed } from "./inbound-messages";
import { type Cast, COURT, castOf, does, refuses } from "./journey";

/* What comes back by mail: every kind of calendar program, every kind of nonsense, and what each does. */
const court = useCourt();
let c: TestCourt;
let cast: Cast;
let of: Invited;
let sessionId: string;
let n = 0;

beforeEach(async () => {
  c = court();
  c.clock.set(MORNING);
  cast = await castOf(c);
  const address = `zhang${++n}@mail.example`;
  await addContactPoint(c, {
    caseId: cast.caseId,
    partyId: cast.respondentId,
    kind: "email",
    value: address,
  });
  const startAt = MORNING.startOf("day").plus({ days: 1, hours: 10 });
  const booked = await does(c, cast.mediator, bookSession, {
    caseIds: [cast.caseId],
    startAt: startAt.toISO() ?? "",
    minutes: 60,
    mode: "onsite",
    roomId: cast.roomId,
  });
  sessionId = booked.sessionId;
  await drainCourt(c.deps, COURT);
  const [row] = await c.owner<{ uid: string }[]>`
    select uid from invitations where recipient_id = ${cast.respondentId}`;
  const stamp = (at: typeof startAt) => at.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'");
  of = {
    uid: row?.uid ?? "",
    sequence: 0,
    address,
    mailbox: caseMailbox(c.deps, "court", COURT, cast.caseId).address,
    start: stamp(startAt),
    end: stamp(startAt.plus({ hours: 1 })),
  };
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
const proposed = { method: "COUNTER", times: ["DTSTART:20261125T060000Z", "DTEND:20261125T070000Z"] };
const gb18030 = (text: string) => {
  // 来不了 as GB18030 octets, inside an object that is otherwise ASCII.
  const [before = "", after = ""] = text.split("来不了");
  return Buffer.concat([
    Buffer.from(before),
    Buffer.from([0xc0, 0xb4, 0xb2, 0xbb, 0xc1, 0xcb]),
    Buffer.from(after),
  ]);
};

type Row = readonly [name: string, raw: () => string | Buffer, outcome: string, reply: string];
const TABLE: readonly Row[] = [
  ["Google accepts", () => mail(of, ics(of)), "replied accepted", "accepted"],
  [
    "Google declines with a note",
    () => mail(of, ics(of, { partstat: "DECLINED", comment: "出差" })),
    "replied declined",
    "declined",
  ],
  [
    "Apple is not sure",
    () => mail(of, ics(of, { partstat: "TENTATIVE" }), { encoding: "quoted-printable" }),
    "replied tentative",
    "tentative",
  ],
  [
    "Outlook leaves the organizer out",
    () => mail(of, ics(of, { organizer: false }), { shape: "mixed" }),
    "replied accepted",
    "accepted",
  ],
  [
    "Outlook leaves the sequence out",
    () => mail(of, ics(of, { sequence: null })),
    "replied accepted",
    "accepted",
  ],
  [
    "Thunderbird attaches it only",
    () => mail(of, ics(of), { shape: "attachment", filename: "invite.ics" }),
    "replied accepted",
    "accepted",
  ],
  ["a calendar part alone", () => mail(of, ics(of), { shape: "alone" }), "replied accepted", "accepted"],
  [
    "application/ics",
    () => mail(of, ics(of), { type: "application/ics", shape: "attachment", filename: "reply.ics" }),
    "replied accepted",
    "accepted",
  ],
  [
    "eight bits, no charset",
    () => mail(of, ics(of, { comment: "好的" }), { encoding: "8bit", charset: "" }),
    "replied accepted",
    "accepted",
  ],
  [
    "GB18030 under its own name",
    () => {
      const text = ics(of, { partstat: "DECLINED", comment: "来不了" });
      return mail(of, text, { bytes: gb18030(text), charset: "gb18030" });
    },
    "replied declined",
    "declined",
  ],
  [
    "GB18030 called UTF-8",
    () => {
      const text = ics(of, { partstat: "DECLINED", comment: "来不了" });
      return mail(of, text, { bytes: gb18030(text) });
    },
    "replied declined",
    "declined",
  ],
  [
    "a byte order mark",
    () => mail(of, ics(of), { bytes: Buffer.from(`\uFEFF${ics(of)}`) }),
    "replied accepted",
    "accepted",
  ],
  [
    "capital letters in addresses",
    () => mail(of, ics(of, { attendee: of.address.toUpperCase() }), { from: of.address.toUpperCase() }),
    "replied accepted",
    "accepted",
  ],
  [
    "a secretary on behalf",
    () => mail(of, ics(of, { sentBy: "secretary@mail.example" }), { from: "secretary@mail.example" }),
    "replied accepted",
    "accepted",
  ],
  [
    "other attendees beside",
    () => mail(of, ics(of, { more: ["ATTENDEE;PARTSTAT=DECLINED:mailto:other@mail.example"] })),
    "replied accepted",
    "accepted",
  ],
  ["delegated", () => mail(of, ics(of, { partstat: "DELEGATED" })), "unmatched delegated", "needsAction"],
  ["no answer in it", () => mail(of, ics(of, { partstat: "NEEDS-ACTION" })), "noAnswer", "needsAction"],
  ["an older revision", () => mail(of, ics(of, { sequence: -1 })), "stale olderRevision", "needsAction"],
  [
    "an unknown UID",
    () => mail(of, ics(of, { uid: "somebody-elses@example" })),
    "unmatched unknownUid",
    "needsAction",
  ],
  [
    "another case's mailbox",
    () => mail(of, ics(of), { to: "case-00000000000000000000@mediation.court.example" }),
    "unmatched wrongMailbox",
    "needsAction",
  ],
  [
    "forwarded to somebody who was not invited",
    () => mail(of, ics(of, { attendee: "friend@mail.example" }), { from: "friend@mail.example" }),
    "unmatched notInvited",
    "needsAction",
  ],
  [
    "somebody answers in another's name",
    () => mail(of, ics(of), { from: "rival@mail.example" }),
    "unmatched otherSender",
    "needsAction",
  ],
  [
    "an invitation of somebody's own",
    () => mail(of, ics(of, { method: "REQUEST" })),
    "unmatched otherMethod",
    "needsAction",
  ],
  ["another time", () => mail(of, ics(of, proposed)), "counter", "needsAction"],
  [
    "another time without an end",
    () => mail(of, ics(of, { method: "COUNTER", times: ["DTSTART:20261125T060000Z"] })),
    "unmatched counterWithoutTime",
    "needsAction",
  ],
  [
    "out of office",
    () => letter(of, "I am away.", ["Auto-Submitted: auto-replied"]),
    "automatic",
    "needsAction",
  ],
  [
    "out of office with a calendar",
    () => mail(of, ics(of), { headers: ["X-Autoreply: yes"] }),
    "automatic",
    "needsAction",
  ],
  ["a letter in words", () => letter(of, "我能来。"), "unmatched noCalendar", "needsAction"],
  [
    "Outlook's container",
    () =>
      letter(of, Buffer.from("TNEF").toString("base64"), [
        'Content-Type: application/ms-tnef; name="winmail.dat"',
        "Content-Transfer-Encoding: base64",
      ]),
    "unmatched container",
    "needsAction",
  ],
  [
    "a calendar that is none",
    () => mail(of, "BEGIN:VCALENDAR\r\nnonsense"),
    "unmatched unreadable",
    "needsAction",
  ],
  [
    "two events at once",
    () =>
      mail(of, ics(of), { headers: [] }).replace(
        "--b1--",
        `--b1\r\nContent-Type: text/calendar\r\n\r\n${ics(of, { uid: "another@example" })}\r\n--b1--`,
      ),
    "unmatched severalEvents",
    "needsAction",
  ],
  ["nothing at all", () => "", "unmatched noCalendar", "needsAction"],
  [
    "noise",
    () => Buffer.from(Array.from({ length: 4_000 }, (_, i) => (i * 7919) % 256)),
    "unmatched noCalendar",
    "needsAction",
  ],
];

describe("a message", () => {
  it.each(TABLE)("%s", async (_name, raw, outcome, reply) => {
    expect(await from(raw())).toBe(outcome);
    expect(await replyNow()).toBe(reply);
    const [kept] = await c.owner<{ outcome: string }[]>`
      select outcome from inbound_messages order by received_at desc, id desc limit 1`;
    expect(kept?.outcome).toBe(outcome.split(" ")[0]);
  });
});

it("nobody is believed whose domain does not vouch for him", async () => {
  const raw = mail(of, ics(of));
  expect(await take(Buffer.from(raw))).toBe("unmatched notAuthentic");
  expect(await take(await signed(mail(of, ics(of), { encoding: "8bit" }), "mail.example", true))).toBe(
    "unmatched notAuthentic",
  );
  expect(await from(raw, "elsewhere.example")).toBe("unmatched notAuthentic");
  expect(await replyNow()).toBe("needsAction");
  expect((await tasks()).filter((kind) => kind === "unmatchedMail")).toHaveLength(3);
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
  expect(await through(header("mx.court.example", "dkim=pass header.d=mail.example"))).toBe("replied");
});

it("the same octets twice are one; of two answers that come out of order the later written counts", async () => {
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
