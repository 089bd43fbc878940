import fc from "fast-check";
import ICAL from "ical.js";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { verify } from "~/adapters/calendar-text";
import { downloadFile, type FeedEntry, feedFile } from "~/adapters/feed-file";
import { type InvitationObject, invitationFile } from "~/adapters/invitation-file";

const at = (iso: string) => DateTime.fromISO(iso, { zone: "Asia/Shanghai" });
const invitation: InvitationObject = {
  method: "REQUEST",
  uid: "s-0192f0c4@tiaosu.example",
  sequence: 2,
  dtstamp: at("2026-11-23T10:00:05"),
  start: at("2026-12-01T09:30"),
  end: at("2026-12-01T11:30"),
  summary: "调解通知 (2026)京0107诉前调1号",
  description: "请于上午九时三十分前到达，携带身份证原件；\n如需改期，请点击链接\\答复。",
  location: "诉讼服务中心三楼, 第五调解室",
  organizer: { name: "石景山法院诉前调解", address: "case-7f3a@court.example" },
  attendee: { name: "张三丰", address: "zhang@example.cn" },
  url: "https://court.example/p/bj0107-abc,def;g?x=1&y=2",
  status: "CONFIRMED",
};
const entry: FeedEntry = {
  uid: "s-0192f0c4@tiaosu.example",
  sequence: 2,
  changedAt: at("2026-11-23T10:00:05"),
  start: at("2026-12-01T09:30"),
  end: at("2026-12-01T11:30"),
  summary: "调解",
  status: "CONFIRMED",
};
const read = (bytes: Buffer) => new ICAL.Component(ICAL.parse(bytes.toString("utf8")));
const event = (bytes: Buffer) => read(bytes).getFirstSubcomponent("vevent")!;
const names = (component: InstanceType<typeof ICAL.Component>) =>
  component
    .getAllProperties()
    .map((one) => one.name)
    .sort();

/** Everything that has ever broken out of a calendar line. */
const hostile = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom(
    'a";X-EVIL=1:mailto:evil@x',
    "张三\r\nATTENDEE:mailto:evil@x",
    "x\u2028BEGIN:VALARM",
    "x\u0085END:VEVENT",
    "\\n\\;\\,\\\\",
    "^n^'^^",
    "𠮷野家".repeat(30),
    "👩‍👩‍👧‍👦".repeat(12),
    "\u0000\u0008\u000B\u001F\u007F",
    "\uD800 lone",
    "\uFEFFBOM",
    "",
  ),
);

describe("invitation file", () => {
  it("is this, byte for byte", () => {
    expect(invitationFile(invitation).toString("utf8").split("\r\n")).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Tiaosu//Court mediation scheduling//ZH",
      "METHOD:REQUEST",
      "BEGIN:VEVENT",
      "UID:s-0192f0c4@tiaosu.example",
      "SEQUENCE:2",
      "DTSTAMP:20261123T020005Z",
      "DTSTART:20261201T013000Z",
      "DTEND:20261201T033000Z",
      "SUMMARY:调解通知 (2026)京0107诉前调1号",
      "TRANSP:OPAQUE",
      "LOCATION:诉讼服务中心三楼\\, 第五调解室",
      "DESCRIPTION:请于上午九时三十分前到达，携带身份证原件",
      " ；\\n如需改期，请点击链接\\\\答复。",
      "ORGANIZER;CN=石景山法院诉前调解:mailto:case-7f3a@court.example",
      "ATTENDEE;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;RSVP",
      " =TRUE;CN=张三丰:mailto:zhang@example.cn",
      "STATUS:CONFIRMED",
      "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
      "CLASS:PRIVATE",
      "URL:https://court.example/p/bj0107-abc,def;g?x=1&y=2",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  it("cancels with the same UID, organizer, attendee and start, and frees the time", () => {
    const cancel = invitationFile({ ...invitation, method: "CANCEL", status: "CANCELLED", sequence: 3 });
    const [before, after] = [event(invitationFile(invitation)), event(cancel)];
    for (const name of ["uid", "organizer", "attendee", "dtstart", "dtend"])
      expect(String(after.getFirstPropertyValue(name))).toBe(String(before.getFirstPropertyValue(name)));
    expect(read(cancel).getFirstPropertyValue("method")).toBe("CANCEL");
    expect(after.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(after.getFirstPropertyValue("sequence")).toBe(3);
    expect(after.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
  });

  it("gives the same bytes whatever zone the machine or the times are in", () => {
    const utc = (when: DateTime) => when.toUTC();
    const moved = {
      ...invitation,
      start: utc(invitation.start),
      end: invitation.end.setZone("America/New_York"),
    };
    expect(invitationFile(moved)).toEqual(invitationFile(invitation));
  });

  it("refuses what can only be a bug", () => {
    const bad = (change: Partial<InvitationObject>) => () => invitationFile({ ...invitation, ...change });
    expect(bad({ end: invitation.start })).toThrow(/end after/);
    expect(bad({ uid: "a\r\nATTENDEE:mailto:evil@x" })).toThrow(/UID/);
    expect(bad({ attendee: { name: "x", address: "a@b>,<c@d" } })).toThrow(/address/);
    expect(bad({ attendee: { name: "x", address: "a@b\r\nX:1" } })).toThrow(/address/);
    expect(bad({ url: "javascript:alert(1)" })).toThrow(/link/);
    expect(bad({ method: "CANCEL" })).toThrow(/go together/);
    expect(bad({ sequence: -1 })).toThrow(/SEQUENCE/);
  });

  it("no text, name or place can add, remove or change a property or an address", () => {
    const shape = names(event(invitationFile(invitation)));
    fc.assert(
      fc.property(
        hostile,
        hostile,
        hostile,
        hostile,
        hostile,
        (who, court, summary, description, location) => {
          const bytes = invitationFile({
            ...invitation,
            summary: `调解${summary}`,
            description: `说明${description}`,
            location: `室${location}`,
            organizer: { ...invitation.organizer, name: court },
            attendee: { ...invitation.attendee, name: who },
          });
          const vevent = event(bytes);
          expect(names(vevent)).toEqual(shape);
          expect(vevent.getAllSubcomponents()).toEqual([]);
          expect(vevent.getFirstPropertyValue("attendee")).toBe("mailto:zhang@example.cn");
          expect(vevent.getFirstPropertyValue("organizer")).toBe("mailto:case-7f3a@court.example");
          const text = bytes.toString("utf8");
          expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
          for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(text.replaceAll("\r\n", "")).not.toMatch(/\p{Cc}/u);
          expect(text).not.toContain("\uFFFD\uFFFD\uFFFD");
        },
      ),
      { numRuns: 300 },
    );
  });

  it("tells ordinary text exactly, emoji and rare characters too", () => {
    const description = '第一行：𠮷、👩‍👩‍👧‍👦\n第二行；a,b;c\\d "e"';
    const vevent = event(
      invitationFile({ ...invitation, description, attendee: { ...invitation.attendee, name: "𠮷永" } }),
    );
    expect(vevent.getFirstPropertyValue("description")).toBe(description);
    expect(vevent.getFirstProperty("attendee")!.getFirstParameter("cn")).toBe("𠮷永");
  });

  it("the check behind it notices a smuggled property", () => {
    const bytes = Buffer.from(
      invitationFile(invitation).toString().replace("STATUS:", "X-EVIL:1\r\nSTATUS:"),
    );
    expect(() => verify(bytes, { calendar: [], events: [[]] })).toThrow(/VCALENDAR/);
    const calendar = ["VERSION 2.0", "PRODID -//Tiaosu//Court mediation scheduling//ZH", "METHOD REQUEST"];
    expect(() => verify(bytes, { calendar, events: [[]] })).toThrow(/VEVENT/);
    expect(() => verify(Buffer.from(bytes.toString().trim()), { calendar, events: [[]] })).toThrow(/CRLF/);
  });
});

describe("feed file", () => {
  it("puts the calendar's own properties before the events, and invites nobody", () => {
    const text = feedFile("张法官, 调解", 1, [entry]).toString("utf8");
    expect(text).toContain("X-WR-CALNAME:张法官， 调解\r\n");
    expect(text).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n");
    expect(text.indexOf("REFRESH-INTERVAL")).toBeLessThan(text.indexOf("BEGIN:VEVENT"));
    expect(text).not.toMatch(/METHOD|ATTENDEE|ORGANIZER/);
  });

  it("is unchanged while the data is, and stands empty when there is nothing", () => {
    expect(feedFile("x", 1, [entry])).toEqual(feedFile("x", 1, [{ ...entry }]));
    expect(read(feedFile("x", 1, [])).getAllSubcomponents()).toEqual([]);
  });

  it("keeps 300 entries in order and survives hostile names", () => {
    const entries = Array.from({ length: 300 }, (_, i) => ({ ...entry, uid: `s-${i}@tiaosu.example` }));
    const uids = read(feedFile("x", 1, entries))
      .getAllSubcomponents("vevent")
      .map((one) => one.getFirstPropertyValue("uid"));
    expect(uids).toEqual(entries.map((one) => one.uid));
    fc.assert(
      fc.property(hostile, hostile, (name, summary) => {
        const bytes = feedFile(`历${name}`, 1, [{ ...entry, summary: `调${summary}`, location: name }]);
        expect(read(bytes).getAllSubcomponents().length).toBe(1);
        expect(bytes.toString()).not.toMatch(/^ATTENDEE|^METHOD/m);
      }),
      { numRuns: 150 },
    );
  });

  it("a download holds the one entry and nothing of a feed", () => {
    const bytes = downloadFile({ ...entry, url: "https://court.example/a,b" });
    expect(bytes.toString()).not.toMatch(/X-WR|REFRESH|METHOD/);
    expect(event(bytes).getFirstPropertyValue("url")).toBe("https://court.example/a,b");
  });
});
