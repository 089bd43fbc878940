import fc from "fast-check";
import ICAL from "ical.js";
import { simpleParser } from "mailparser";
import { expect, it } from "vitest";
import { addParticipant } from "~/services/add-participant.server";
import { bookSession } from "~/services/book-session.server";
import { cancelSession } from "~/services/cancel-session.server";
import { execute } from "~/services/command.server";
import { excuseParticipant } from "~/services/excuse-participant.server";
import { rescheduleSession } from "~/services/reschedule-session.server";
import { splitSession } from "~/services/split-session.server";
import { drainCourt } from "~/services/worker.server";
import { addContactPoint } from "./contact-points";
import { actorIn, addResource, addRoom, caseInMediation, MORNING, type TestCourt, useCourt } from "./court";
import { addPerson, COURT } from "./journey";

/*
 * Whatever happens to a session, nobody's message tells of anybody else, and everybody's calendar ends where the court
 * has it: one UID for life, every revision higher than the last, and a cancellation that takes the entry away.
 */
const RUNS = Number(process.env.OUTGOING_RUNS ?? 12);
const court = useCourt();

type Marked = { readonly id: string; readonly address: string; readonly marks: readonly string[] };

/** People whose every datum is a word that stands nowhere else. */
async function people(c: TestCourt, caseId: string, tag: string): Promise<Marked[]> {
  const rows = await c.owner<{ id: string; side: string }[]>`
    select id, side from parties where case_id = ${caseId} order by side`;
  return Promise.all(
    rows.map(async ({ id, side }) => {
      const word = `${tag}${side === "claimant" ? "甲" : "乙"}`;
      const number = String(10_000_000 + Number.parseInt(id.slice(-6), 16)).slice(-8);
      const [name, mail, mobile] = [`姓${word}`, `mail-${id}@party.example`, `139${number}`];
      const identity = `1101${number}${number.slice(0, 5)}X`;
      await c.owner`update parties set name = ${name}, id_masked = ${identity} where id = ${id}`;
      await addContactPoint(c, { caseId, partyId: id, kind: "email", value: mail });
      await addContactPoint(c, { caseId, partyId: id, kind: "mobile", value: mobile });
      return { id, address: mail, marks: [name, mail, mobile, identity, word] };
    }),
  );
}

type Act = {
  readonly what: "move" | "room" | "mode" | "excuse" | "bring" | "split" | "cancel";
  readonly n: number;
};
const acts = fc.array(
  fc.record({
    what: fc.constantFrom<Act["what"]>("move", "room", "mode", "excuse", "bring", "split", "cancel"),
    n: fc.nat(5),
  }),
  { maxLength: 7 },
);

type Entry = { sequence: number; isOn: boolean; start: string; location: string };

/** A mailbox's calendar, as a program keeps it that believes every message; complains of one that should not have come. */
async function calendarOf(raws: readonly string[]): Promise<Map<string, Entry>> {
  const calendar = new Map<string, Entry>();
  for (const raw of raws) {
    const mail = await simpleParser(raw);
    const ics = mail.attachments.find((one) => one.filename === "invite.ics");
    if (!ics) continue;
    const root = new ICAL.Component(ICAL.parse(ics.content.toString("utf8")));
    const event = root.getFirstSubcomponent("vevent");
    const value = (name: string) => String(event?.getFirstPropertyValue(name));
    const [uid, sequence] = [value("uid"), Number(value("sequence"))];
    const before = calendar.get(uid);
    if (before) expect(sequence, "SEQUENCE rises with every message").toBeGreaterThan(before.sequence);
    calendar.set(uid, {
      sequence,
      isOn: root.getFirstPropertyValue("method") === "REQUEST",
      start: value("dtstart"),
      location: value("location"),
    });
  }
  return calendar;
}

/** Everything that a mail says anywhere: headers, parts in plain letters, the calendar unfolded. */
async function said(raw: string): Promise<string> {
  const mail = await simpleParser(raw);
  const parts = mail.attachments.map((one) => one.content.toString("utf8").replaceAll("\r\n ", ""));
  const headers = mail.headerLines.map((one) => one.line);
  return [
    ...headers,
    JSON.stringify(mail.from),
    JSON.stringify(mail.to),
    mail.subject,
    mail.text,
    mail.html,
    ...parts,
  ].join("\n");
}

it("whatever happens to a session, calendars end as the court has it and nobody reads of anybody else", async () => {
  const c = court();
  let run = 0;
  await fc.assert(
    fc.asyncProperty(acts, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), async (story, drains) => {
      c.clock.set(MORNING);
      const tag = `辨${String.fromCharCode(0x4e00 + run)}${++run}`;
      const mediatorId = await addResource(c, "mediator");
      await addPerson(c, "mediator", `调解${tag}丙`, mediatorId);
      const rooms = [await addRoom(c, COURT, `一室${tag}`), await addRoom(c, COURT, `二室${tag}`)];
      const caseIds: string[] = [];
      const invited: Marked[] = [];
      for (const n of [1, 2]) {
        const caseId = await caseInMediation(c, {
          mediatorId,
          claimantResource: await addResource(c, "party"),
          respondentResource: await addResource(c, "party"),
        });
        caseIds.push(caseId);
        invited.push(...(await people(c, caseId, `${tag}${"①②"[n - 1]}`)));
      }
      const actor = actorIn(COURT, "mediator", { userId: mediatorId });
      const time = (day: number, room = 0, mode: "onsite" | "video" = "onsite") => ({
        startAt:
          MORNING.startOf("day")
            .plus({ days: 1 + day, hours: 10 })
            .toISO() ?? "",
        minutes: 60,
        mode,
        roomId: mode === "onsite" ? rooms[room] : null,
      });
      const booked = await execute(c.deps, actor, bookSession, { caseIds, ...time(0) });
      if (!booked.ok) throw new Error(booked.refusal);
      const { sessionId } = booked;
      const resources = await c.owner<{ id: string }[]>`
        select resource_id as id from parties where case_id = any(${caseIds}) order by id`;
      const reason = "当事人申请";
      for (const [i, { what, n }] of story.entries()) {
        if (drains[i]) await drainCourt(c.deps, COURT);
        c.clock.advance({ minutes: 1 });
        const resourceId = resources[n % resources.length]?.id;
        // Not every act is possible after every other; what is refused has changed nothing and tells nobody.
        if (what === "move")
          await execute(c.deps, actor, rescheduleSession, { sessionId, ...time(n), reason });
        if (what === "room")
          await execute(c.deps, actor, rescheduleSession, { sessionId, ...time(0, n % 2), reason });
        if (what === "mode")
          await execute(c.deps, actor, rescheduleSession, { sessionId, ...time(n, 0, "video"), reason });
        if (what === "excuse") await execute(c.deps, actor, excuseParticipant, { sessionId, resourceId });
        if (what === "bring") await execute(c.deps, actor, addParticipant, { sessionId, resourceId });
        if (what === "split")
          await execute(c.deps, actor, splitSession, {
            sessionId,
            caseIds: [caseIds[n % 2]],
            ...time(n, 1),
            reason,
          });
        if (what === "cancel") await execute(c.deps, actor, cancelSession, { sessionId, reason });
      }
      await drainCourt(c.deps, COURT);
      for (const person of invited) {
        const mails = await c.owner<{ raw: string }[]>`
          select body->>'raw' as raw from demo_messages where "to" = ${person.address} order by sent_at, id`;
        const others = invited.filter((one) => one !== person).flatMap((one) => one.marks);
        for (const { raw } of mails) {
          const text = await said(raw);
          for (const mark of others) expect(text.includes(mark), mark).toBe(false);
        }
        const calendar = await calendarOf(mails.map((one) => one.raw));
        const owed = await c.owner<{ uid: string; sequence: number; method: string; start: string | null }[]>`
          select i.uid, i.sequence, i.method, to_char(lower(b.during) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as start
          from invitations i left join bookings b on b.session_id = i.session_id and b.status = 'booked'
          where i.recipient_id = ${person.id}`;
        const isOn = (entry: { method: string }) => entry.method === "REQUEST";
        // An entry that was taken back before anybody was told of it needs no message.
        const known = owed.filter((one) => calendar.has(one.uid) || isOn(one));
        expect(new Set(calendar.keys())).toEqual(new Set(known.map((one) => one.uid)));
        for (const one of known)
          expect(calendar.get(one.uid)).toMatchObject({
            sequence: one.sequence,
            isOn: isOn(one),
            ...(isOn(one) && { start: one.start }),
          });
      }
      const texts = await c.owner<{ to: string; text: string }[]>`
        select "to", body->>'text' as text from demo_messages where channel = 'sms'`;
      for (const { to, text } of texts)
        for (const one of invited)
          if (!one.marks.includes(to))
            for (const mark of one.marks) expect(text.includes(mark), mark).toBe(false);
    }),
    { numRuns: RUNS },
  );
});
