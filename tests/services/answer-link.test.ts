import { eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { schema } from "#db/client";
import { scrub } from "~/platform/log.server";
import { addParticipant } from "~/services/add-participant.server";
import { answerByLink } from "~/services/answer-by-link.server";
import { answerInvitation } from "~/services/answer-invitation.server";
import { answerLink, countAnswer, readAnswerLink } from "~/services/answer-links.server";
import { cancelSession } from "~/services/cancel-session.server";
import { endMediation } from "~/services/end-mediation.server";
import { excuseParticipant } from "~/services/excuse-participant.server";
import { readLink } from "~/services/party-links.server";
import { partyInvitationQuery } from "~/services/queries-party-invitation.server";
import { sessionTextsQuery } from "~/services/queries-session-texts.server";
import { ask } from "~/services/query.server";
import { rescheduleSession } from "~/services/reschedule-session.server";
import { verifyRecords } from "~/services/verify-records.server";
import { useAnswers } from "./answer-court";
import { addResource, MORNING } from "./court";
import { book, COURT, does } from "./journey";
import { trailOf, withoutRecord } from "./trail";

/* A link for one answer of one recipient: who gets it, until when, what ends it, and that it opens nothing else. */
const { s, drain, reach, inThree, linksIn, tokenFor, linkOf, says, sees, repliesTo } = useAnswers();
const CLAIMANT = "wang@mail.example";
const RESPONDENT = "zhang@mail.example";
let sessionId: string;

beforeEach(async () => {
  await reach(s.cast.claimantId, "email", CLAIMANT);
  await reach(s.cast.respondentId, "email", RESPONDENT);
  sessionId = await book(s.c, s.cast, inThree());
  await drain();
});

const replies = () => repliesTo(sessionId);
const given = async () =>
  (await trailOf(s.c, COURT, "send-answer-link")).filter((row) => row.chain === `case:${s.cast.caseId}`);
const move = async (days: number) => {
  const startAt = MORNING.startOf("day").plus({ days, hours: 14 }).toISO() as string;
  const to = { startAt, minutes: 60, mode: "onsite" as const, roomId: s.cast.roomId, reason: "改期" };
  await does(s.c, s.cast.mediator, rescheduleSession, { sessionId, ...to });
};

describe("who gets one", () => {
  it("each side its own, in every letter about the invitation; giving it is on the case's record, once", async () => {
    expect(tokenFor(CLAIMANT)).toMatch(/^bj0107-[\w-]{43}$/);
    expect(tokenFor(CLAIMANT)).not.toBe(tokenFor(RESPONDENT));
    expect(linksIn(RESPONDENT, "p").at(-1)).toMatch(/^bj0107-/);
    const [letter] = s.mails.filter((mail) => mail.to.address === RESPONDENT);
    const calendar = letter?.calendar?.bytes.toString("utf8").replace(/\r\n /g, "") ?? "";
    expect(calendar).toContain(`\nURL:http://127.0.0.1:3000/a/${tokenFor(RESPONDENT)}`);
    expect(await given()).toMatchObject([{ actor_id: "notices" }, { actor_id: "notices" }]);
    const first = tokenFor(RESPONDENT);
    s.c.clock.set(MORNING.plus({ days: 4, hours: 5 }));
    await drain();
    const reminded = linksIn(RESPONDENT, "a");
    expect(reminded).toEqual([first, first]);
    expect(await given()).toHaveLength(2);
    const trail = JSON.stringify(await trailOf(s.c, COURT));
    expect([first, tokenFor(CLAIMANT)].filter((token) => trail.includes(token))).toEqual([]);
    expect(scrub(`GET /a/${first}?told=accepted`)).toBe("GET /a/[token]?told=accepted");
  });

  it("staff who send the text by hand find the answer's link in it", async () => {
    const shown = await ask(s.deps, s.cast.mediator, sessionTextsQuery, {
      caseId: s.cast.caseId,
      sessionId,
    });
    if (!shown.ok) throw new Error(shown.refusal);
    expect(shown.texts.map((one) => one.link?.split("/a/")[1]).sort()).toEqual(
      [tokenFor(CLAIMANT), tokenFor(RESPONDENT)].sort(),
    );
  });

  it("where the record cannot be written, none is given", async () => {
    await s.c.owner`delete from tokens where purpose = 'answer'`;
    const i = schema.invitations;
    const [invitation] = await s.c.db.withCourt(COURT, (tx) =>
      tx.select().from(i).where(eq(i.recipientId, s.cast.respondentId)),
    );
    if (!invitation) throw new Error("no invitation");
    const party = { id: s.cast.respondentId, side: "respondent" as const };
    const give = () => answerLink(s.deps, invitation, { party, endAt: "2026-11-30T07:00:00Z" });
    await withoutRecord(s.c, "send-answer-link", give);
    expect(await s.c.owner`select 1 from tokens where purpose = 'answer'`).toHaveLength(0);
    expect(await give()).toContain("/a/bj0107-");
    await does(s.c, s.cast.mediator, cancelSession, { sessionId, reason: "当事人住院" });
    // A letter in the making revives nothing.
    expect(await give()).toBeNull();
  });
});

describe("until when", () => {
  it("works to the session's last minute and not after it", async () => {
    const token = tokenFor(RESPONDENT);
    const end = MORNING.startOf("day").plus({ days: 7, hours: 15 });
    s.c.clock.set(end.minus({ seconds: 1 }));
    expect(await readAnswerLink(s.deps, token)).not.toBeNull();
    s.c.clock.set(end.plus({ seconds: 1 }));
    expect(await readAnswerLink(s.deps, token)).toBeNull();
  });

  it("a moved session's letter carries the same link, good until the new end, and asks anew", async () => {
    expect(await says(RESPONDENT, "accepted")).toMatchObject({ ok: true });
    const before = tokenFor(RESPONDENT);
    await move(9);
    await drain();
    expect(tokenFor(RESPONDENT)).toBe(before);
    expect(await given()).toHaveLength(4);
    expect((await linkOf(RESPONDENT)).standing).toMatchObject({ reply: "needsAction", sequence: 1 });
    s.c.clock.set(MORNING.startOf("day").plus({ days: 9, hours: 14, minutes: 30 }));
    expect(await readAnswerLink(s.deps, before)).not.toBeNull();
    s.c.clock.advance({ minutes: 31 });
    expect(await readAnswerLink(s.deps, before)).toBeNull();
  });

  it("an answer to the time before is refused, so that nobody has agreed to what he has not seen", async () => {
    const link = await linkOf(RESPONDENT);
    await move(9);
    const late = { reply: "accepted", reason: "", key: uuidv7(), sequence: String(link.standing.sequence) };
    const now = await linkOf(RESPONDENT);
    expect(await answerByLink(s.deps, now, late)).toMatchObject({ refusal: "staleVersion" });
    expect(await replies()).toEqual([]);
  });

  it("an answer can be changed until the session begins, by any link of the side", async () => {
    const start = MORNING.startOf("day").plus({ days: 7, hours: 14 });
    s.c.clock.set(start.minus({ seconds: 1 }));
    expect(await says(RESPONDENT, "declined")).toMatchObject({ ok: true });
    expect((await sees(RESPONDENT)).session.canAnswer).toBe(true);
    s.c.clock.set(start);
    expect((await sees(RESPONDENT)).session.canAnswer).toBe(false);
    expect(await says(RESPONDENT, "accepted")).toMatchObject({ refusal: "sessionBegun" });
    expect((await replies()).map((one) => one.reply)).toEqual(["declined"]);
  });
});

describe("what ends it", () => {
  it("the session's cancellation, in the same transaction", async () => {
    const token = tokenFor(RESPONDENT);
    const cancel = { sessionId, reason: "当事人住院" };
    await withoutRecord(s.c, "cancel-session", () => does(s.c, s.cast.mediator, cancelSession, cancel));
    expect(await readAnswerLink(s.deps, token)).not.toBeNull();
    await does(s.c, s.cast.mediator, cancelSession, cancel);
    expect(await readAnswerLink(s.deps, token)).toBeNull();
    const rows = await s.c.owner<{ is: boolean }[]>`
      select revoked_at is not null as is from tokens where subject->>'sessionId' = ${sessionId}`;
    expect(rows.map((row) => row.is)).toEqual([true, true]);
    await drain();
    const last = s.mails.filter((mail) => mail.to.address === RESPONDENT).at(-1);
    expect(last?.calendar?.method).toBe("CANCEL");
    expect(last?.text).not.toMatch(/\/[ap]\//);
  });

  it("the case's end, with its planned sessions", async () => {
    await does(s.c, s.cast.mediator, endMediation, {
      caseId: s.cast.caseId,
      endCode: "tooFarApart",
      reason: "分歧过大",
    });
    expect(await readAnswerLink(s.deps, tokenFor(CLAIMANT))).toBeNull();
  });

  it("that its recipient need not come; asked again he gets another, and the old one stays dead", async () => {
    const [one] = await s.c.owner<{ resource_id: string }[]>`
      select resource_id from parties where id = ${s.cast.respondentId}`;
    const before = tokenFor(RESPONDENT);
    const resourceId = one?.resource_id ?? "";
    await does(s.c, s.cast.mediator, excuseParticipant, { sessionId, resourceId });
    expect(await readAnswerLink(s.deps, before)).toBeNull();
    expect(await readAnswerLink(s.deps, tokenFor(CLAIMANT))).not.toBeNull();
    await drain();
    await does(s.c, s.cast.mediator, addParticipant, { sessionId, resourceId });
    await drain();
    const next = tokenFor(RESPONDENT);
    expect(next).not.toBe(before);
    expect(await readAnswerLink(s.deps, next)).not.toBeNull();
    expect(await readAnswerLink(s.deps, before)).toBeNull();
  });
});

describe("whose answer", () => {
  it("is the recipient's own: an agent answers for himself, and his party's link for the party", async () => {
    const agentId = uuidv7();
    const resourceId = await addResource(s.c, "agent");
    await s.c.db.withCourt(COURT, (tx) =>
      tx.insert(schema.agents).values({
        courtId: COURT,
        id: agentId,
        caseId: s.cast.caseId,
        partyId: s.cast.respondentId,
        name: "刘律师",
        authority: "general",
        resourceId,
      }),
    );
    await reach(s.cast.respondentId, "email", "liu@law.example");
    await s.c
      .owner`update contact_points set agent_id = ${agentId} where index = ${s.c.deps.secrets.blindIndex("email", "liu@law.example")}`;
    const nextDay = MORNING.startOf("day").plus({ days: 8, hours: 14 }).toISO() as string;
    sessionId = await book(s.c, s.cast, nextDay);
    await drain();
    expect(await says("liu@law.example", "accepted")).toMatchObject({ ok: true });
    expect(await replies()).toEqual([{ reply: "accepted", how: "link", recipient: agentId }]);
    expect((await sees(RESPONDENT)).session.reply).toBe("needsAction");
    expect((await sees(CLAIMANT)).others).toBe("waiting");
    expect(await says(RESPONDENT, "accepted")).toMatchObject({ ok: true });
    expect((await sees(CLAIMANT)).others).toBe("coming");
  });

  it("nobody's link shows or answers another's invitation, or opens anything else", async () => {
    const [mine, theirs] = [await linkOf(CLAIMANT), await linkOf(RESPONDENT)];
    const { caseId } = s.cast;
    await expect(
      ask(s.deps, mine.actor, partyInvitationQuery, { caseId, invitationId: theirs.invitationId }),
    ).rejects.toThrow();
    const forged = { ...mine, recipientId: theirs.recipientId };
    const answer = { reply: "declined", reason: "", key: "x", sequence: "0" };
    expect(await answerByLink(s.deps, forged, answer)).toMatchObject({ refusal: "partyUnknown" });
    expect(await replies()).toEqual([]);
    expect(await readLink(s.deps, tokenFor(CLAIMANT))).toBeNull();
    expect(await readAnswerLink(s.deps, linksIn(CLAIMANT, "p").at(-1) ?? "")).toBeNull();
    expect(await readAnswerLink(s.deps, tokenFor(CLAIMANT).replace("bj0107", "bj0106"))).toBeNull();
  });

  it("of the other side is shown that it comes, and never a refusal, a doubt or a reason", async () => {
    expect((await sees(CLAIMANT)).others).toBe("waiting");
    await says(RESPONDENT, "accepted");
    expect((await sees(CLAIMANT)).others).toBe("coming");
    for (const reply of ["tentative", "declined"]) {
      await says(RESPONDENT, reply, "CANARY-why");
      const page = await sees(CLAIMANT);
      expect(page.others).toBe("waiting");
      expect(JSON.stringify(page)).not.toMatch(/CANARY|declined|tentative/);
    }
    expect((await sees(RESPONDENT)).session).toMatchObject({ reply: "declined", hasReason: true });
  });
});

describe("how often", () => {
  it("fifty equal posts at once are one answer; a later equal one is none; a second thought is one more", async () => {
    const key = uuidv7();
    const all = await Promise.all(Array.from({ length: 50 }, () => says(RESPONDENT, "accepted", "", key)));
    expect(all.filter((one) => !one.ok)).toEqual([]);
    expect(await replies()).toHaveLength(1);
    expect(await says(RESPONDENT, "accepted", "", key)).toMatchObject({ ok: true });
    expect(await replies()).toHaveLength(1);
    s.c.clock.advance({ minutes: 1 });
    await says(RESPONDENT, "declined", "", key);
    s.c.clock.advance({ minutes: 1 });
    // From the page that was left open, with the key of the first answer.
    await says(RESPONDENT, "accepted", "", key);
    expect((await replies()).map((one) => one.reply)).toEqual(["accepted", "declined", "accepted"]);
    expect((await verifyRecords(s.c.deps)).broken).toBeNull();
  });

  it("what was noted by telephone is said once more by link, and counts as that", async () => {
    const input = { caseId: s.cast.caseId, sessionId, recipientId: s.cast.respondentId };
    await does(s.c, s.cast.mediator, answerInvitation, { ...input, reply: "accepted" });
    await says(RESPONDENT, "accepted");
    expect((await replies()).map((one) => one.how)).toEqual(["phone", "link"]);
  });

  it("after ten in an hour each further one waits; other links go on", async () => {
    const count = () => countAnswer(s.deps, sessionId, "10.0.0.9");
    for (let n = 0; n < 10; n++) expect(await count()).toBe(0);
    expect(await count()).toBe(1);
    s.c.clock.advance({ seconds: 1 });
    expect(await count()).toBe(0);
    expect(await count()).toBe(2);
    expect(await countAnswer(s.deps, uuidv7(), "10.0.0.9")).toBe(0);
    s.c.clock.advance({ hours: 2 });
    expect(await count()).toBe(0);
  });
});
