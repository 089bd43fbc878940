import { expect, it } from "vitest";
import { schema } from "#db/client";
import { addContact } from "~/services/add-contact.server";
import { answerInvitation } from "~/services/answer-invitation.server";
import { cancelSession } from "~/services/cancel-session.server";
import { bounced, textReceipt } from "~/services/note-delivery.server";
import { rescheduleSession } from "~/services/reschedule-session.server";
import { resendMessage } from "~/services/resend-message.server";
import { setSchedulingRules } from "~/services/set-scheduling-rules.server";
import { MOST_ATTEMPTS } from "~/services/worker.server";
import { actorIn, MORNING } from "./court";
import { useDelivery } from "./delivery-court";
import { book, COURT, does, refuses } from "./journey";

/* What became of every message, step by step; what did not arrive goes by the next way and becomes a task. */
const { s, drain, reach, inThree, ways, delivery, steps, openTasks, task } = useDelivery();

it("every try of a mail is kept; a server that is away costs tries and nothing else", async () => {
  await reach(s.cast.respondentId, "email", "zhang@mail.example");
  await book(s.c, s.cast, inThree());
  s.mailAnswer = () => ({ code: "ECONNREFUSED" });
  await drain();
  s.c.clock.advance({ seconds: 5 });
  s.mailAnswer = () => ({ code: "smtp451" });
  await drain();
  s.c.clock.advance({ minutes: 1 });
  s.mailAnswer = () => null;
  await drain();
  const { id } = await delivery("mail");
  expect(await steps(id)).toEqual(["queued", "queued ECONNREFUSED", "queued smtp451", "sent"]);
  expect(s.mails.filter((one) => one.to.address === "zhang@mail.example")).toHaveLength(1);
  await expect(s.c.db.withCourt(COURT, (tx) => tx.delete(schema.deliveryEvents))).rejects.toThrow();
});

it("a mail server's final no sends a text message and opens a task; the corrected address gets the mail", async () => {
  await reach(s.cast.respondentId, "email", "typo@mail.example");
  await reach(s.cast.respondentId, "mobile", "13800000027");
  s.deps = { ...s.deps, sms: null };
  await book(s.c, s.cast, inThree());
  s.mailAnswer = ({ to }) =>
    to.address === "typo@mail.example" ? { permanent: true, code: "smtp550" } : null;
  await drain();
  // Without a gateway the next way is a letter.
  expect(await ways()).toEqual(["mail failed", "paper queued"]);
  const { id, data } = await task("bounced");
  expect(data).toMatchObject({ channel: "mail", code: "smtp550" });
  const [point] = await s.c
    .owner`select status from contact_points where case_id = ${s.cast.caseId} and kind = 'email'`;
  expect(point?.status).toBe("dead");
  await does(s.c, s.cast.coordinator, addContact, {
    caseId: s.cast.caseId,
    partyId: s.cast.respondentId,
    kind: "email",
    value: "right@mail.example",
  });
  await does(s.c, s.cast.coordinator, resendMessage, { taskId: id });
  await refuses(s.c, s.cast.coordinator, resendMessage, { taskId: id }, "alreadyAnswered");
  await drain();
  await drain();
  expect(s.mails.filter((one) => one.to.address === "right@mail.example")).toHaveLength(1);
  expect(await ways()).toEqual(["mail failed", "paper queued", "mail sent"]);
  expect(await openTasks()).toEqual([]);
});

it("a mail that comes back later goes by text message, once, however often it is reported", async () => {
  await reach(s.cast.respondentId, "email", "zhang@mail.example");
  await book(s.c, s.cast, inThree());
  await drain();
  await reach(s.cast.respondentId, "mobile", "13800000027");
  const { id, message_id } = await delivery("mail");
  const report = { courtId: COURT, messageId: message_id, permanent: true, code: "5.1.1" };
  expect(await bounced(s.deps, { ...report, messageId: "<unknown>" })).toBe(false);
  expect(await bounced(s.deps, report)).toBe(true);
  expect(await bounced(s.deps, report)).toBe(true);
  await drain();
  expect(await steps(id)).toEqual(["queued", "sent", "bounced 5.1.1"]);
  expect(await ways()).toEqual(["mail bounced", "sms sent"]);
  expect(s.texts).toHaveLength(1);
  expect(s.texts[0]?.text).toContain("核验码");
  await task("bounced");
});

it("the gateway's receipts count; a number that fails twice for good is used no more", async () => {
  const point = await reach(s.cast.respondentId, "mobile", "13800000027");
  const sessionId = await book(s.c, s.cast, inThree());
  await drain();
  const first = await delivery("sms");
  const of = { permanent: true, code: "UNDELIV" };
  await textReceipt(s.deps, { ...of, messageId: first.message_id, isDelivered: false });
  const status = async () =>
    (await s.c.owner`select status from contact_points where id = ${point}`)[0]?.status;
  expect(await status()).toBe("unverified");
  await does(s.c, s.cast.coordinator, rescheduleSession, {
    sessionId,
    startAt: MORNING.startOf("day").plus({ days: 8, hours: 14 }).toISO() as string,
    minutes: 60,
    mode: "onsite",
    roomId: s.cast.roomId,
    reason: "改期",
  });
  await drain();
  const [second] = await s.c.owner<{ message_id: string }[]>`
    select message_id from deliveries where channel = 'sms' and contact_point_id = ${point} and status = 'sent'`;
  await textReceipt(s.deps, { ...of, messageId: second?.message_id ?? "", isDelivered: true });
  expect((await ways()).at(-1)).toBe("sms delivered");
  await s.c.owner`update deliveries set status = 'sent' where message_id = ${second?.message_id ?? ""}`;
  await textReceipt(s.deps, { ...of, messageId: second?.message_id ?? "", isDelivered: false });
  expect(await status()).toBe("dead");
});

it("reminders stand in the outbox, go at their hour and never at night, and die with the booking", async () => {
  await reach(s.cast.respondentId, "email", "zhang@mail.example");
  const sessionId = await book(s.c, s.cast, inThree());
  await drain();
  const planned = async () =>
    (
      await s.c.owner<{ key: string; at: string }[]>`
        select key, to_char(run_at at time zone 'Asia/Shanghai', 'DD HH24:MI') as at from outbox
        where effect = 'remindSession' and key like ${`%`} and done_at is null
          and payload->>'caseId' = ${s.cast.caseId} order by run_at, key`
    ).map((row) => `${row.key.split(":").slice(2).join(":")} ${row.at}`);
  // Both sides: the claimant has no address yet and may have one by then.
  expect([...new Set(await planned())]).toEqual(["0:72 27 14:00", "0:24 29 14:00", "0:2 30 12:00"]);
  const reminders = () => s.mails.filter((one) => one.subject.includes("调解提醒"));
  s.c.clock.set(MORNING.set({ day: 27, hour: 14, minute: 0 }));
  await drain();
  await drain();
  expect(reminders()).toHaveLength(1);
  expect(reminders()[0]?.calendar).toBeUndefined();
  // A worker that was away comes to it by night: the morning is early enough.
  s.c.clock.set(MORNING.set({ day: 29, hour: 22, minute: 0 }));
  await drain();
  expect(reminders()).toHaveLength(1);
  s.c.clock.set(MORNING.set({ day: 30, hour: 8, minute: 0 }));
  await drain();
  expect(reminders()).toHaveLength(2);
  await does(s.c, s.cast.coordinator, cancelSession, { sessionId, reason: "取消" });
  s.c.clock.set(MORNING.set({ day: 30, hour: 12, minute: 0 }));
  await drain();
  expect(reminders()).toHaveLength(2);
});

it("a moved session is reminded of at its new hours only, by the court's own rule", async () => {
  await reach(s.cast.respondentId, "email", "zhang@mail.example");
  await does(s.c, actorIn(COURT, "administrator"), setSchedulingRules, {
    validFrom: "2026-11-23",
    reminders: "24",
  });
  const sessionId = await book(s.c, s.cast, inThree());
  await drain();
  await does(s.c, s.cast.coordinator, rescheduleSession, {
    sessionId,
    startAt: MORNING.startOf("day").plus({ days: 9, hours: 15 }).toISO() as string,
    minutes: 60,
    mode: "onsite",
    roomId: s.cast.roomId,
    reason: "改期",
  });
  await drain();
  const reminders = () => s.mails.filter((one) => one.subject.includes("调解提醒"));
  s.c.clock.set(MORNING.set({ day: 30, hour: 12, minute: 0 }));
  await drain();
  expect(reminders()).toEqual([]);
  s.c.clock.set(MORNING.set({ month: 12, day: 1, hour: 15, minute: 0 }));
  await drain();
  expect(reminders()).toHaveLength(1);
  await does(s.c, actorIn(COURT, "administrator"), setSchedulingRules, {
    validFrom: "2026-12-01",
    reminders: "",
  });
});

it("nobody answers: after the court's hours a task, and one try by the next way; an answer prevents both", async () => {
  await reach(s.cast.respondentId, "email", "zhang@mail.example");
  const sessionId = await book(s.c, s.cast, inThree());
  await drain();
  await does(s.c, s.cast.claimant, answerInvitation, { caseId: s.cast.caseId, sessionId, reply: "accepted" });
  s.c.clock.advance({ hours: 47 });
  await drain();
  expect(await openTasks()).toEqual([]);
  s.c.clock.advance({ hours: 1 });
  await drain();
  await drain();
  await task("silent");
  expect(await ways()).toEqual(["mail sent", "paper queued"]);
});

it("what is given up becomes a task, and a person has it sent again", async () => {
  await reach(s.cast.respondentId, "email", "zhang@mail.example");
  await book(s.c, s.cast, inThree());
  s.mailAnswer = () => ({ code: "ECONNREFUSED" });
  for (let n = 0; n < MOST_ATTEMPTS; n++) {
    await drain();
    s.c.clock.advance({ minutes: 17 });
  }
  const { id, data } = await task("deadLetter");
  expect(data).toMatchObject({ effect: "sendInvitations" });
  s.mailAnswer = () => null;
  await drain();
  expect(s.mails.filter((one) => one.to.address === "zhang@mail.example")).toEqual([]);
  await does(s.c, s.cast.coordinator, resendMessage, { taskId: id });
  await drain();
  expect(s.mails.filter((one) => one.to.address === "zhang@mail.example")).toHaveLength(1);
});

it("an hour without a mail server is no death: the outbox waits longer than that", async () => {
  await reach(s.cast.respondentId, "email", "zhang@mail.example");
  await book(s.c, s.cast, inThree());
  s.mailAnswer = () => ({ code: "ECONNREFUSED" });
  for (let minute = 0; minute < 60; minute++) {
    await drain();
    s.c.clock.advance({ minutes: 1 });
  }
  expect(await openTasks()).toEqual([]);
  s.mailAnswer = () => null;
  s.c.clock.advance({ minutes: 17 });
  await drain();
  expect(s.mails.filter((one) => one.to.address === "zhang@mail.example")).toHaveLength(1);
});
