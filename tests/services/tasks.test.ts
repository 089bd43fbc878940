import { beforeEach, expect, it } from "vitest";
import { addContact } from "~/services/add-contact.server";
import { answerInvitation } from "~/services/answer-invitation.server";
import { closeTask } from "~/services/close-task.server";
import { matchMessage } from "~/services/match-message.server";
import { bounced } from "~/services/note-delivery.server";
import { noteTold } from "~/services/note-told.server";
import { caseNoticesQuery } from "~/services/queries-case-notices.server";
import { taskQuery } from "~/services/queries-task.server";
import { tasksQuery } from "~/services/queries-tasks.server";
import { ask } from "~/services/query.server";
import { receiveMail } from "~/services/receive-mail.server";
import { receiveText } from "~/services/receive-text.server";
import { resendMessage } from "~/services/resend-message.server";
import { takeTask } from "~/services/take-task.server";
import { verifyRecords } from "~/services/verify-records.server";
import { actorIn, MORNING } from "./court";
import { useDelivery } from "./delivery-court";
import { letter } from "./inbound-messages";
import { book, COURT, does, refuses } from "./journey";

/* What a person has to see to: every kind of task, the acts of its own, and how it ends by itself. */
const { s, drain, reach, inThree, ways, delivery, task } = useDelivery();
// Those of the tests before are nobody's here.
beforeEach(async () => {
  await s.c.owner`delete from tasks`;
});

const shown = async (taskId: string, actor = s.cast.coordinator) => {
  const found = await ask(s.deps, actor, taskQuery, { taskId });
  if (!found.ok) throw new Error(found.refusal);
  return found;
};
const listed = async (input: object = {}, actor = s.cast.coordinator) => {
  const found = await ask(s.deps, actor, tasksQuery, input);
  if (!found.ok) throw new Error(found.refusal);
  return found;
};
async function cameBack(): Promise<string> {
  const mailId = await reach(s.cast.respondentId, "email", "wrong@mail.example");
  await reach(s.cast.respondentId, "mobile", "13800000013");
  await book(s.c, s.cast, inThree());
  await drain();
  const { message_id: messageId } = await delivery("mail");
  await bounced(s.deps, { courtId: COURT, messageId, permanent: true, code: "5.1.1" });
  await drain();
  expect(mailId).not.toBe("");
  return (await task("bounced")).id;
}

it("a notice that came back says in plain words why, by which ways it went on, and goes to the corrected address", async () => {
  const taskId = await cameBack();
  const { task: line, notice } = await shown(taskId);
  expect(line).toMatchObject({ reason: "noMailbox", code: "5.1.1", mark: "open", dueOn: "2026-11-24" });
  const went = notice?.ways.map((way) => [way.channel, way.status, way.reason]);
  expect(went?.slice(0, 2)).toEqual([
    ["mail", "bounced", "noMailbox"],
    ["sms", "sent", null],
  ]);
  expect(notice?.contacts).toContainEqual(expect.objectContaining({ kind: "email", status: "dead" }));
  const right = {
    caseId: s.cast.caseId,
    partyId: s.cast.respondentId,
    kind: "email",
    preferred: true,
  } as const;
  const value = "right@mail.example";
  await does(s.c, s.cast.coordinator, addContact, { ...right, value });
  const twice = await refuses(s.c, s.cast.coordinator, addContact, { ...right, value }, "alreadyAnswered");
  expect(twice).toMatchObject({ fields: { value: ["contactKnown"] } });
  await does(s.c, s.cast.coordinator, resendMessage, { taskId, channel: "mail" });
  await drain();
  expect((await ways()).at(-1)).toBe("mail sent");
  expect(s.mails.at(-1)?.to.address).toBe("right@mail.example");
  expect((await shown(taskId)).task).toMatchObject({ how: "resent", mark: null });
});

it("somebody told by telephone: a way of the notice like any other, and a call in the contact log", async () => {
  const taskId = await cameBack();
  const mobile = (await shown(taskId)).notice?.contacts.find((one) => one.kind === "mobile");
  await refuses(s.c, s.cast.coordinator, noteTold, { taskId, words: " " }, "invalidInput");
  await refuses(
    s.c,
    s.cast.coordinator,
    noteTold,
    { taskId, words: "x", contactPointId: s.cast.caseId },
    "invalidInput",
  );
  const call = { taskId, contactPointId: mobile?.id, words: "本人接听，周一会来" };
  await does(s.c, s.cast.coordinator, noteTold, call);
  await refuses(s.c, s.cast.coordinator, noteTold, call, "alreadyAnswered");
  expect((await ways()).at(-1)).toBe("phone delivered");
  const evidence = await ask(s.deps, s.cast.coordinator, caseNoticesQuery, { caseId: s.cast.caseId });
  const phone =
    evidence.ok && evidence.notices.flatMap((one) => one.ways).find((way) => way.channel === "phone");
  expect(phone).toMatchObject({ addressMasked: "x", events: [{ status: "delivered" }] });
  const [logged] = await s.c.owner<{ result: string }[]>`
    select result from contact_attempts where case_id = ${s.cast.caseId}`;
  expect(logged?.result).toBe("answered");
  // What was said is sealed, and stands neither with the task nor on the record.
  const [kept] = await s.c.owner<{ text: string }[]>`
    select (select string_agg(data::text, '') from records) || (select outcome from tasks where id = ${taskId}) as text`;
  expect(kept?.text).not.toContain("本人接听");
  expect((await verifyRecords(s.deps)).broken).toBeNull();
});

it("a task is taken on, changes hands and is given back; the views count by it", async () => {
  const taskId = await cameBack();
  const other = actorIn(COURT, "clerk", { userId: s.cast.mediatorId });
  expect((await listed()).views).toMatchObject({ all: 1, mine: 0, untaken: 1, done: 0 });
  await does(s.c, s.cast.coordinator, takeTask, { taskId });
  expect((await listed({ view: "mine" })).tasks).toHaveLength(1);
  expect((await listed({ view: "mine" }, other)).tasks).toHaveLength(0);
  await does(s.c, other, takeTask, { taskId });
  expect((await listed({ view: "mine" }, other)).tasks).toHaveLength(1);
  await does(s.c, other, takeTask, { taskId, give: true });
  expect((await listed({ view: "untaken", kind: "bounced" })).tasks).toHaveLength(1);
  const teamId = "0190a000-0000-7000-8000-000000000001";
  const inTeam = actorIn(COURT, "coordinator", { teamIds: [teamId] });
  expect((await listed({ view: "team" }, inTeam)).tasks).toHaveLength(0);
  await s.c.owner`update cases set team_id = ${teamId} where id = ${s.cast.caseId}`;
  expect((await listed({ view: "team" }, inTeam)).tasks).toHaveLength(1);
  await does(s.c, s.cast.coordinator, closeTask, { taskId, note: "已当面告知" });
  expect((await listed({ view: "done" })).tasks).toMatchObject([{ how: "done", outcome: "已当面告知" }]);
  await refuses(s.c, s.cast.coordinator, takeTask, { taskId }, "alreadyAnswered");
});

it("an old task is overdue, and pages go on from the last", async () => {
  const taskId = await cameBack();
  s.c.clock.set(MORNING.plus({ days: 3 }));
  expect((await listed()).tasks).toMatchObject([{ id: taskId, mark: "over" }]);
  await s.c.owner`insert into tasks (court_id, id, kind, key, case_id, data, opened_at)
    select ${COURT}, gen_random_uuid(), 'deadLetter', 'x' || n, ${s.cast.caseId}, '{}', now() + n * interval '1 second'
    from generate_series(1, 45) n`;
  const first = await listed();
  expect(first.tasks).toHaveLength(40);
  expect(first.tasks[0]?.id).toBe(taskId);
  const second = await listed({ after: first.next });
  expect(second.tasks).toHaveLength(6);
  expect(second.next).toBeNull();
  await s.c.owner`delete from tasks where kind = 'deadLetter'`;
});

const unmatched = async () => {
  const found = await listed({ kind: "unmatchedMail" });
  return found.tasks.map((one) => one.id);
};

it("a message that fits nowhere is read as plain text, placed by number, and its answer noted for whom it is from", async () => {
  await reach(s.cast.respondentId, "mobile", "13800000013");
  const { sessionId } = await book(s.c, s.cast, inThree()).then((id) => ({ sessionId: id }));
  await drain();
  const of = { address: "zhang@home.example", mailbox: "office@court.example" } as never;
  const raw = Buffer.from(letter(of, "我可以来。\u202E\u0007<b>x</b>"));
  await receiveMail(s.deps, COURT, raw, { source: "api", trusted: "nobody.invalid" });
  const [taskId = ""] = await unmatched();
  const before = await shown(taskId);
  expect(before.message).toMatchObject({
    fromMasked: "z****@home.example",
    subject: "hello",
    text: "我可以来。<b>x</b>",
    invited: [],
  });
  expect(before.message?.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(before.task).toMatchObject({ why: "noCalendar", case_id: null });
  const [trail] = await s.c.owner<{ n: number }[]>`
    select count(*)::int as n from records where verb = 'read-message'`;
  expect(trail?.n).toBe(1);

  const place = (number: string) => ({ taskId, number });
  await refuses(s.c, s.cast.coordinator, matchMessage, place("随便"), "invalidInput");
  await refuses(s.c, s.cast.coordinator, matchMessage, place("SJS-TJ-2026-999999"), "notFound");
  const number = "SJS-TJ-2026-000077";
  await s.c.owner`update cases set registration_no = ${number} where id = ${s.cast.caseId}`;
  // Whoever is shut out from the case learns nothing of it by its number.
  const barred = actorIn(COURT, "coordinator");
  await s.c.owner`insert into bars (court_id, case_id, person_id, why, since)
    values (${COURT}, ${s.cast.caseId}, ${barred.userId}, 'recused', now())`;
  await refuses(s.c, barred, matchMessage, place(number), "notFound");
  await does(s.c, s.cast.coordinator, matchMessage, place(number.toLowerCase()));
  const after = await shown(taskId);
  expect(after.message?.invited).toContainEqual(
    expect.objectContaining({ sessionId, recipientId: s.cast.respondentId, reply: "needsAction" }),
  );
  expect((await listed({}, barred)).tasks).toEqual([]);
  await does(s.c, s.cast.coordinator, answerInvitation, {
    caseId: s.cast.caseId,
    sessionId,
    recipientId: s.cast.respondentId,
    reply: "accepted",
    how: "mail",
  });
  await does(s.c, s.cast.coordinator, closeTask, { taskId, how: "noted" });
  expect(await unmatched()).toEqual([]);
});

it("an unknown number's words wait for a person, who needs a reason to do nothing", async () => {
  const asked = await receiveText(s.deps, { id: "g-77", from: "13900000077", text: "退订\u0000" });
  expect(asked).toMatchObject({ outcome: "unmatched", detail: "unknownNumber" });
  const [taskId = ""] = await unmatched();
  expect((await shown(taskId)).message).toMatchObject({
    source: "sms",
    fromMasked: "139****0077",
    text: "退订",
    subject: "",
  });
  await refuses(s.c, s.cast.coordinator, closeTask, { taskId, how: "nothing" }, "invalidInput");
  await does(s.c, s.cast.coordinator, closeTask, { taskId, how: "nothing", note: "广告" });
  expect(await unmatched()).toEqual([]);
});

it("tasks of another court are nobody's here", async () => {
  const taskId = await cameBack();
  const foreign = actorIn("bj0106", "coordinator");
  await refuses(s.c, foreign, takeTask, { taskId }, "notFound");
  await refuses(s.c, foreign, noteTold, { taskId, words: "x" }, "notFound");
});
