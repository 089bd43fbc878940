import { v7 as uuidv7 } from "uuid";
import { expect, it } from "vitest";
import { answerInvitation } from "~/services/answer-invitation.server";
import { closeSession } from "~/services/close-session.server";
import { execute, Forbidden, NotFound } from "~/services/command.server";
import { openSession } from "~/services/open-session.server";
import { partyPageQuery, partyTimeQuery } from "~/services/queries-party.server";
import { sessionPageQuery } from "~/services/queries-sessions.server";
import { ask } from "~/services/query.server";
import { recordAttendance } from "~/services/record-attendance.server";
import { recordNoShow } from "~/services/record-no-show.server";
import { recordUndisputedFacts } from "~/services/record-undisputed-facts.server";
import { signUndisputedFacts } from "~/services/sign-undisputed-facts.server";
import { writeNote } from "~/services/write-note.server";
import { actorIn, MORNING, useCourt } from "./court";
import { partyActor } from "./desk";
import { book, COURT, castOf, does, refuses } from "./journey";

const court = useCourt();
const TODAY_AT_THREE = MORNING.startOf("day").plus({ hours: 15 }).toISO() as string;

it("is opened with identities checked and rights read, and closed with one result per case", async () => {
  const c = court();
  const cast = await castOf(c);
  const sessionId = await book(c, cast);
  const open = { sessionId, identityChecked: true, rightsRead: true };
  const unread = await refuses(c, cast.mediator, openSession, { ...open, rightsRead: false }, "guardFailed");
  expect(unread.ok ? null : unread.params?.guard).toBe("rightsRead");
  await refuses(
    c,
    cast.mediator,
    closeSession,
    { sessionId, results: [{ caseId: cast.caseId, result: "agreed" }] },
    "slotUnknown",
  );
  await does(c, cast.mediator, openSession, open);
  await refuses(c, cast.mediator, openSession, open, "slotUnknown");
  await does(c, cast.mediator, recordAttendance, {
    sessionId,
    attendances: [
      { partyId: cast.claimantId, status: "present", identityChecked: true },
      { partyId: cast.respondentId, status: "late", identityChecked: true },
    ],
  });
  await refuses(
    c,
    cast.mediator,
    recordAttendance,
    { sessionId, attendances: [{ partyId: crypto.randomUUID(), status: "present" }] },
    "partyUnknown",
  );
  await does(c, cast.mediator, closeSession, {
    sessionId,
    results: [{ caseId: cast.caseId, result: "adjourned", nextStep: "下周继续" }],
  });
  const page = await ask(c.deps, cast.mediator, sessionPageQuery, { caseId: cast.caseId, sessionId });
  if (!page.ok) throw new Error(page.refusal);
  expect(page.session).toMatchObject({
    status: "held",
    bookingStatus: "booked",
    room: { name: "第一调解室" },
  });
  expect(page.cases[0]).toMatchObject({ outcome: "adjourned", nextStep: "下周继续", stage: "mediation" });
  expect(page.cases[0]?.parties.map((one) => one.attendance?.status)).toEqual(["present", "late"]);
  const other = await castOf(c);
  await expect(
    ask(c.deps, other.mediator, sessionPageQuery, { caseId: cast.caseId, sessionId }),
  ).rejects.toThrow(NotFound);
  await expect(
    ask(c.deps, other.mediator, sessionPageQuery, { caseId: other.caseId, sessionId }),
  ).rejects.toThrow(NotFound);
  await expect(ask(c.deps, cast.judge, sessionPageQuery, { caseId: cast.caseId, sessionId })).rejects.toThrow(
    Forbidden,
  );
});

it("an act entered late needs a reason and evidence, and keeps both times", async () => {
  const c = court();
  const cast = await castOf(c);
  const sessionId = await book(c, cast);
  c.clock.set(MORNING.plus({ days: 3 }));
  const late = { sessionId, identityChecked: true, rightsRead: true, happenedAt: TODAY_AT_THREE };
  await refuses(c, cast.mediator, openSession, late, "lateWithoutReason");
  await does(c, cast.mediator, openSession, {
    ...late,
    lateReason: "当日系统故障",
    evidenceFileId: crypto.randomUUID(),
  });
  const [row] = await c.owner`select opened_at from sessions where id = ${sessionId}`;
  expect(row?.opened_at).toEqual(new Date("2026-11-23T07:00:00.000Z"));
  c.clock.set(MORNING);
});

it("is opened on its own day, or entered late as what did take place earlier", async () => {
  const c = court();
  const cast = await castOf(c);
  const start = MORNING.plus({ days: 2 }).set({ hour: 10, minute: 0 });
  const sessionId = await book(c, cast, start.toISO() as string);
  const open = { sessionId, identityChecked: true, rightsRead: true };
  const early = await refuses(c, cast.mediator, openSession, open, "guardFailed");
  expect(early.ok ? null : early.params).toMatchObject({ guard: "onItsDay", article: "INV 14" });
  c.clock.set(start.minus({ minutes: 20 }));
  const bare = { ...open, happenedAt: MORNING.plus({ hours: 5 }).toISO() as string };
  await refuses(c, cast.mediator, openSession, bare, "lateWithoutReason");
  // Yesterday afternoon, when no late entry is demanded yet: given with its reason and evidence, it is one.
  const yesterday = { ...open, happenedAt: start.minus({ hours: 20 }).toISO() as string };
  await refuses(c, cast.mediator, openSession, yesterday, "guardFailed");
  await does(c, cast.mediator, openSession, {
    ...yesterday,
    lateReason: "双方提前到院",
    evidenceFileId: crypto.randomUUID(),
  });
  const [row] = await c.owner`select opened_at from sessions where id = ${sessionId}`;
  expect(row?.opened_at).toEqual(start.minus({ hours: 20 }).toJSDate());
  const [record] = await c.owner`select data, happened_at from records
    where verb = 'open-session' and case_id = ${cast.caseId}`;
  expect(record).toMatchObject({ data: { late: true }, happened_at: start.minus({ hours: 20 }).toJSDate() });
  const next = await castOf(c);
  const own = await book(c, next, start.plus({ hours: 3, minutes: 30 }).toISO() as string);
  await does(c, next.mediator, openSession, { ...open, sessionId: own });
  c.clock.set(MORNING);
});

it("a side that stays away is recorded only when the notice is proven", async () => {
  const c = court();
  const cast = await castOf(c);
  const sessionId = await book(c, cast);
  const absent = { sessionId, absentPartyIds: [cast.respondentId] };
  await refuses(c, cast.mediator, recordNoShow, { ...absent, noticeProven: false }, "guardFailed");
  await does(c, cast.mediator, recordNoShow, { ...absent, noticeProven: true });
  const [row] = await c.owner`select s.status, a.status as came, c.next_session_at from sessions s
    join attendances a on a.session_id = s.id join cases c on c.id = a.case_id where s.id = ${sessionId}`;
  expect(row).toMatchObject({ status: "noShow", came: "absent", next_session_at: null });
});

it("facts become undisputed only when everybody signs; the signed ones are not the mediator's to take back", async () => {
  const c = court();
  const cast = await castOf(c);
  const { caseId } = cast;
  const { factIds } = await does(c, cast.mediator, recordUndisputedFacts, {
    caseId,
    add: [
      { text: "合同于 2023 年 1 月签订", source: "evidence" },
      { text: "已付 3,000 元", source: "bothSaid" },
    ],
  });
  const [first, second] = factIds as [string, string];
  expect(await does(c, cast.claimant, signUndisputedFacts, { caseId })).toMatchObject({
    signed: 2,
    undisputed: 0,
  });
  await refuses(c, cast.claimant, signUndisputedFacts, { caseId }, "alreadyAnswered");
  expect(await does(c, cast.respondent, signUndisputedFacts, { caseId, factIds: [first] })).toMatchObject({
    undisputed: 1,
  });
  await refuses(c, cast.mediator, recordUndisputedFacts, { caseId, withdraw: [first] }, "alreadyAnswered");
  await does(c, cast.mediator, recordUndisputedFacts, { caseId, withdraw: [second] });
  const papers = await c.owner`select kind from documents where case_id = ${caseId}`;
  expect(papers.map((one) => one.kind)).toEqual(["undisputedFacts"]);
  const page = await ask(c.deps, cast.respondent, partyPageQuery, { caseId });
  expect(page).toMatchObject({ ok: true, facts: [{ factId: first, signedByMe: true, complete: true }] });
});

it("a second respondent signs after the first: a fact wants every party, not one of each side", async () => {
  const c = court();
  const cast = await castOf(c);
  const { caseId } = cast;
  const secondId = uuidv7();
  await c.owner`insert into parties select (jsonb_populate_record(p, ${c.owner.json({ id: secondId, ordinal: 2 })})).*
    from parties p where p.id = ${cast.respondentId}`;
  await c.owner`insert into consents select (jsonb_populate_record(k, ${c.owner.json({ id: uuidv7(), party_id: secondId })})).*
    from consents k where k.party_id = ${cast.respondentId}`;
  await does(c, cast.mediator, recordUndisputedFacts, {
    caseId,
    add: [{ text: "房屋已于 2024 年 3 月交付", source: "bothSaid" }],
  });
  await does(c, cast.claimant, signUndisputedFacts, { caseId });
  expect(await does(c, cast.respondent, signUndisputedFacts, { caseId })).toMatchObject({ undisputed: 0 });
  const second = partyActor(caseId, { id: secondId, side: "respondent" });
  expect(await does(c, second, signUndisputedFacts, { caseId })).toMatchObject({ undisputed: 1 });
});

it("a side answers for itself; the other side sees neither answer nor reason, the mediator sees both", async () => {
  const c = court();
  const cast = await castOf(c);
  const { caseId } = cast;
  const sessionId = await book(c, cast);
  await does(c, cast.respondent, answerInvitation, {
    caseId,
    sessionId,
    reply: "declined",
    reason: "要出差",
  });
  await refuses(
    c,
    cast.respondent,
    answerInvitation,
    { caseId, sessionId, recipientId: cast.claimantId, reply: "declined" },
    "partyUnknown",
  );
  const mine = await ask(c.deps, cast.respondent, partyPageQuery, { caseId });
  expect(mine).toMatchObject({ ok: true, sessions: [{ reply: "declined", replyReason: "要出差" }] });
  const theirs = await ask(c.deps, cast.claimant, partyPageQuery, { caseId });
  expect(theirs).toMatchObject({ ok: true, sessions: [{ reply: "needsAction", replyReason: null }] });
  if (!theirs.ok) throw new Error(theirs.refusal);
  expect(theirs.todos[0]).toEqual({ code: "answerInvitation", sessionId });
  expect(JSON.stringify(theirs)).not.toMatch(/declined|要出差/);
  const time = await ask(c.deps, cast.claimant, partyTimeQuery, { caseId });
  expect(JSON.stringify(time)).not.toMatch(/王某某|张某某|李调解|物业/);
  const page = await ask(c.deps, cast.mediator, sessionPageQuery, { caseId, sessionId });
  expect(JSON.stringify(page)).toContain("要出差");
  await expect(
    execute(c.deps, { ...cast.claimant, caseId: (await castOf(c)).claimant.caseId }, answerInvitation, {
      caseId,
      sessionId,
      reply: "accepted",
    }),
  ).rejects.toThrow(NotFound);
});

it("only the mediation's own people write notes", async () => {
  const c = court();
  const cast = await castOf(c);
  const note = { caseId: cast.caseId, kind: "note" as const, words: "要点" };
  await does(c, cast.mediator, writeNote, note);
  await expect(execute(c.deps, cast.coordinator, writeNote, note)).rejects.toThrow(Forbidden);
  await expect(execute(c.deps, actorIn(COURT, "mediator"), writeNote, note)).rejects.toThrow(NotFound);
});
