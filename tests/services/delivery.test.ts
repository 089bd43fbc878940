import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect, it } from "vitest";
import { schema } from "#db/client";
import type { Delivery, Mailer, OutgoingMail } from "~/adapters/mail.server";
import type { OutgoingSms, SmsDelivery } from "~/adapters/sms.server";
import { addContact } from "~/services/add-contact.server";
import { answerInvitation } from "~/services/answer-invitation.server";
import { cancelSession } from "~/services/cancel-session.server";
import { closeTask } from "~/services/close-task.server";
import type { Deps } from "~/services/deps.server";
import { importLetterReceipts } from "~/services/import-letter-receipts.server";
import { bounced, noteDelivery, textReceipt } from "~/services/note-delivery.server";
import { place } from "~/services/personal.server";
import { printLetters } from "~/services/print-letters.server";
import { rescheduleSession } from "~/services/reschedule-session.server";
import { resendMessage } from "~/services/resend-message.server";
import { setSchedulingRules } from "~/services/set-scheduling-rules.server";
import { trackLetters } from "~/services/track-letters.server";
import { drainCourt, MOST_ATTEMPTS } from "~/services/worker.server";
import { actorIn, MORNING, type TestCourt, useCourt } from "./court";
import { book, type Cast, COURT, castOf, does, refuses } from "./journey";

/* What became of every message, step by step; what did not arrive goes by the next way and becomes a task. */
const court = useCourt();
let c: TestCourt;
let cast: Cast;
let deps: Deps;
let mails: OutgoingMail[];
let texts: OutgoingSms[];
/** What the post office answers; by default it takes everything. */
let mailAnswer: (mail: OutgoingMail) => Partial<Delivery> | null;

beforeEach(async () => {
  c = court();
  c.clock.set(MORNING);
  await c.owner`delete from outbox`;
  cast = await castOf(c);
  mails = [];
  texts = [];
  mailAnswer = () => null;
  const mailer: Mailer = {
    async send(mail) {
      const messageId = `<${mail.key}>`;
      const refused = mailAnswer(mail);
      if (refused) return { accepted: false, messageId, permanent: false, code: "", ...refused } as Delivery;
      mails.push(mail);
      return { accepted: true, messageId };
    },
    close: () => {},
  };
  const sms = {
    async send(text: OutgoingSms): Promise<SmsDelivery> {
      texts.push(text);
      return { accepted: true, messageId: `g-${text.key}` };
    },
  };
  deps = { ...c.deps, mailer, sms };
});

const drain = () => drainCourt(deps, COURT);
async function reach(partyId: string, kind: "email" | "mobile", value: string): Promise<string> {
  const id = uuidv7();
  await c.db.withCourt(COURT, (tx) =>
    tx.insert(schema.contactPoints).values({
      courtId: COURT,
      id,
      caseId: cast.caseId,
      partyId,
      kind,
      sealed: c.deps.secrets.seal(value, place("contact_points", "sealed", id)),
      index: c.deps.secrets.blindIndex(kind, value),
      masked: "x",
    }),
  );
  return id;
}
const inThree = () => MORNING.startOf("day").plus({ days: 7, hours: 14 }).toISO() as string;
const ways = async () =>
  (
    await c.owner<{ channel: string; status: string }[]>`
      select channel, status from deliveries d join notices n on n.id = d.notice_id
      where n.recipient_id = ${cast.respondentId} order by d.queued_at, d.id`
  ).map((row) => `${row.channel} ${row.status}`);
const delivery = async (channel: string) => {
  const [row] = await c.owner<{ id: string; message_id: string; notice_id: string }[]>`
    select d.id, d.message_id, d.notice_id from deliveries d join notices n on n.id = d.notice_id
    where n.recipient_id = ${cast.respondentId} and d.channel = ${channel} order by d.id limit 1`;
  if (!row) throw new Error(`no ${channel}`);
  return row;
};
const steps = async (id: string) =>
  (
    await c.owner<{ status: string; detail: string | null }[]>`
      select status, detail from delivery_events where delivery_id = ${id} order by id`
  ).map((row) => [row.status, row.detail].filter(Boolean).join(" "));
const openTasks = async () =>
  c.owner<{ id: string; kind: string; data: Record<string, string> }[]>`
    select id, kind, data from tasks where done_at is null and case_id = ${cast.caseId} order by opened_at, id`;
const task = async (kind: string) => {
  const found = (await openTasks()).filter((one) => one.kind === kind);
  expect(found).toHaveLength(1);
  return found[0] as (typeof found)[number];
};

it("every try of a mail is kept; a server that is away costs tries and nothing else", async () => {
  await reach(cast.respondentId, "email", "zhang@mail.example");
  await book(c, cast, inThree());
  mailAnswer = () => ({ code: "ECONNREFUSED" });
  await drain();
  c.clock.advance({ seconds: 5 });
  mailAnswer = () => ({ code: "smtp451" });
  await drain();
  c.clock.advance({ minutes: 1 });
  mailAnswer = () => null;
  await drain();
  const { id } = await delivery("mail");
  expect(await steps(id)).toEqual(["queued", "queued ECONNREFUSED", "queued smtp451", "sent"]);
  expect(mails.filter((one) => one.to.address === "zhang@mail.example")).toHaveLength(1);
  await expect(c.db.withCourt(COURT, (tx) => tx.delete(schema.deliveryEvents))).rejects.toThrow();
});

it("a mail server's final no sends a text message and opens a task; the corrected address gets the mail", async () => {
  await reach(cast.respondentId, "email", "typo@mail.example");
  await reach(cast.respondentId, "mobile", "13800000027");
  deps = { ...deps, sms: null };
  await book(c, cast, inThree());
  mailAnswer = ({ to }) => (to.address === "typo@mail.example" ? { permanent: true, code: "smtp550" } : null);
  await drain();
  // Without a gateway the next way is a letter.
  expect(await ways()).toEqual(["mail failed", "paper queued"]);
  const { id, data } = await task("bounced");
  expect(data).toMatchObject({ channel: "mail", code: "smtp550" });
  const [point] =
    await c.owner`select status from contact_points where case_id = ${cast.caseId} and kind = 'email'`;
  expect(point?.status).toBe("dead");
  await does(c, cast.coordinator, addContact, {
    caseId: cast.caseId,
    partyId: cast.respondentId,
    kind: "email",
    value: "right@mail.example",
  });
  await does(c, cast.coordinator, resendMessage, { taskId: id });
  await refuses(c, cast.coordinator, resendMessage, { taskId: id }, "alreadyAnswered");
  await drain();
  await drain();
  expect(mails.filter((one) => one.to.address === "right@mail.example")).toHaveLength(1);
  expect(await ways()).toEqual(["mail failed", "paper queued", "mail sent"]);
  expect(await openTasks()).toEqual([]);
});

it("a mail that comes back later goes by text message, once, however often it is reported", async () => {
  await reach(cast.respondentId, "email", "zhang@mail.example");
  await book(c, cast, inThree());
  await drain();
  await reach(cast.respondentId, "mobile", "13800000027");
  const { id, message_id } = await delivery("mail");
  const report = { courtId: COURT, messageId: message_id, permanent: true, code: "5.1.1" };
  expect(await bounced(deps, { ...report, messageId: "<unknown>" })).toBe(false);
  expect(await bounced(deps, report)).toBe(true);
  expect(await bounced(deps, report)).toBe(true);
  await drain();
  expect(await steps(id)).toEqual(["queued", "sent", "bounced 5.1.1"]);
  expect(await ways()).toEqual(["mail bounced", "sms sent"]);
  expect(texts).toHaveLength(1);
  expect(texts[0]?.text).toContain("核验码");
  await task("bounced");
});

it("the gateway's receipts count; a number that fails twice for good is used no more", async () => {
  const point = await reach(cast.respondentId, "mobile", "13800000027");
  const sessionId = await book(c, cast, inThree());
  await drain();
  const first = await delivery("sms");
  const of = { courtId: COURT, permanent: true, code: "UNDELIV" };
  await textReceipt(deps, { ...of, messageId: first.message_id, isDelivered: false });
  const status = async () =>
    (await c.owner`select status from contact_points where id = ${point}`)[0]?.status;
  expect(await status()).toBe("unverified");
  await does(c, cast.coordinator, rescheduleSession, {
    sessionId,
    startAt: MORNING.startOf("day").plus({ days: 8, hours: 14 }).toISO() as string,
    minutes: 60,
    mode: "onsite",
    roomId: cast.roomId,
    reason: "改期",
  });
  await drain();
  const [second] = await c.owner<{ message_id: string }[]>`
    select message_id from deliveries where channel = 'sms' and contact_point_id = ${point} and status = 'sent'`;
  await textReceipt(deps, { ...of, messageId: second?.message_id ?? "", isDelivered: true });
  expect((await ways()).at(-1)).toBe("sms delivered");
  await c.owner`update deliveries set status = 'sent' where message_id = ${second?.message_id ?? ""}`;
  await textReceipt(deps, { ...of, messageId: second?.message_id ?? "", isDelivered: false });
  expect(await status()).toBe("dead");
});

it("reminders stand in the outbox, go at their hour and never at night, and die with the booking", async () => {
  await reach(cast.respondentId, "email", "zhang@mail.example");
  const sessionId = await book(c, cast, inThree());
  await drain();
  const planned = async () =>
    (
      await c.owner<{ key: string; at: string }[]>`
        select key, to_char(run_at at time zone 'Asia/Shanghai', 'DD HH24:MI') as at from outbox
        where effect = 'remindSession' and key like ${`%`} and done_at is null
          and payload->>'caseId' = ${cast.caseId} order by run_at, key`
    ).map((row) => `${row.key.split(":").slice(2).join(":")} ${row.at}`);
  // Both sides: the claimant has no address yet and may have one by then.
  expect([...new Set(await planned())]).toEqual(["0:72 27 14:00", "0:24 29 14:00", "0:2 30 12:00"]);
  const reminders = () => mails.filter((one) => one.subject.includes("调解提醒"));
  c.clock.set(MORNING.set({ day: 27, hour: 14, minute: 0 }));
  await drain();
  await drain();
  expect(reminders()).toHaveLength(1);
  expect(reminders()[0]?.calendar).toBeUndefined();
  // A worker that was away comes to it by night: the morning is early enough.
  c.clock.set(MORNING.set({ day: 29, hour: 22, minute: 0 }));
  await drain();
  expect(reminders()).toHaveLength(1);
  c.clock.set(MORNING.set({ day: 30, hour: 8, minute: 0 }));
  await drain();
  expect(reminders()).toHaveLength(2);
  await does(c, cast.coordinator, cancelSession, { sessionId, reason: "取消" });
  c.clock.set(MORNING.set({ day: 30, hour: 12, minute: 0 }));
  await drain();
  expect(reminders()).toHaveLength(2);
});

it("a moved session is reminded of at its new hours only, by the court's own rule", async () => {
  await reach(cast.respondentId, "email", "zhang@mail.example");
  await does(c, actorIn(COURT, "administrator"), setSchedulingRules, {
    validFrom: "2026-11-23",
    reminders: "24",
  });
  const sessionId = await book(c, cast, inThree());
  await drain();
  await does(c, cast.coordinator, rescheduleSession, {
    sessionId,
    startAt: MORNING.startOf("day").plus({ days: 9, hours: 15 }).toISO() as string,
    minutes: 60,
    mode: "onsite",
    roomId: cast.roomId,
    reason: "改期",
  });
  await drain();
  const reminders = () => mails.filter((one) => one.subject.includes("调解提醒"));
  c.clock.set(MORNING.set({ day: 30, hour: 12, minute: 0 }));
  await drain();
  expect(reminders()).toEqual([]);
  c.clock.set(MORNING.set({ month: 12, day: 1, hour: 15, minute: 0 }));
  await drain();
  expect(reminders()).toHaveLength(1);
  await does(c, actorIn(COURT, "administrator"), setSchedulingRules, {
    validFrom: "2026-12-01",
    reminders: "",
  });
});

it("nobody answers: after the court's hours a task, and one try by the next way; an answer prevents both", async () => {
  await reach(cast.respondentId, "email", "zhang@mail.example");
  const sessionId = await book(c, cast, inThree());
  await drain();
  await does(c, cast.claimant, answerInvitation, { caseId: cast.caseId, sessionId, reply: "accepted" });
  c.clock.advance({ hours: 47 });
  await drain();
  expect(await openTasks()).toEqual([]);
  c.clock.advance({ hours: 1 });
  await drain();
  await drain();
  await task("silent");
  expect(await ways()).toEqual(["mail sent", "paper queued"]);
});

it("what is given up becomes a task, and a person has it sent again", async () => {
  await reach(cast.respondentId, "email", "zhang@mail.example");
  await book(c, cast, inThree());
  mailAnswer = () => ({ code: "ECONNREFUSED" });
  for (let n = 0; n < MOST_ATTEMPTS; n++) {
    await drain();
    c.clock.advance({ minutes: 17 });
  }
  const { id, data } = await task("deadLetter");
  expect(data).toMatchObject({ effect: "sendInvitations" });
  mailAnswer = () => null;
  await drain();
  expect(mails.filter((one) => one.to.address === "zhang@mail.example")).toEqual([]);
  await does(c, cast.coordinator, resendMessage, { taskId: id });
  await drain();
  expect(mails.filter((one) => one.to.address === "zhang@mail.example")).toHaveLength(1);
});

it("an hour without a mail server is no death: the outbox waits longer than that", async () => {
  await reach(cast.respondentId, "email", "zhang@mail.example");
  await book(c, cast, inThree());
  mailAnswer = () => ({ code: "ECONNREFUSED" });
  for (let minute = 0; minute < 60; minute++) {
    await drain();
    c.clock.advance({ minutes: 1 });
  }
  expect(await openTasks()).toEqual([]);
  mailAnswer = () => null;
  c.clock.advance({ minutes: 17 });
  await drain();
  expect(mails.filter((one) => one.to.address === "zhang@mail.example")).toHaveLength(1);
});

it("a letter: printed, handed to the post under its number, received or returned, by hand and by sheet", async () => {
  await book(c, cast, inThree());
  await drain();
  expect(await ways()).toEqual(["mail noAddress"]);
  const { notice_id } = await delivery("mail");
  await does(c, cast.coordinator, printLetters, { noticeIds: [notice_id] });
  await does(c, cast.coordinator, printLetters, { noticeIds: [notice_id] });
  const letter = await delivery("paper");
  const track = (trackingNumber: string) => ({ letters: [{ deliveryId: letter.id, trackingNumber }] });
  await refuses(c, cast.coordinator, trackLetters, track("1"), "invalidInput");
  await does(c, cast.coordinator, trackLetters, track(" ems 1234 5678 9cn "));
  const sheet = (status: string, on = "2026/11/23") => ({
    rows: [{ 运单号: "EMS123456789CN", 状态: status, 日期: on }],
  });
  const odd = await does(c, cast.coordinator, importLetterReceipts, sheet("在途"));
  expect(odd).toMatchObject({ done: 0, bad: [{ row: 2, column: "状态", code: "notChosen" }] });
  expect(await does(c, cast.coordinator, importLetterReceipts, sheet("妥投"))).toMatchObject({
    done: 1,
    bad: [],
  });
  expect(await does(c, cast.coordinator, importLetterReceipts, sheet("妥投"))).toMatchObject({
    done: 0,
    known: 1,
  });
  await refuses(
    c,
    cast.coordinator,
    noteDelivery,
    { deliveryId: letter.id, outcome: "bounced", code: "收件人不在", on: "2026-11-30" },
    "happenedInFuture",
  );
  await does(c, cast.coordinator, noteDelivery, {
    deliveryId: letter.id,
    outcome: "bounced",
    code: "查无此人",
  });
  expect(await steps(letter.id)).toEqual(["printed", "sent EMS123456789CN", "delivered", "bounced 查无此人"]);
  const { id } = await task("bounced");
  await does(c, cast.coordinator, closeTask, { taskId: id, note: "已电话告知" });
  expect(await openTasks()).toEqual([]);
});

it("what became of mail and text messages is entered by nobody by hand", async () => {
  await reach(cast.respondentId, "email", "zhang@mail.example");
  await book(c, cast, inThree());
  await drain();
  const { id } = await delivery("mail");
  await refuses(c, cast.coordinator, noteDelivery, { deliveryId: id, outcome: "delivered" }, "roleLacks");
});
