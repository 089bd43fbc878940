import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { DateTime } from "luxon";
import { type AddressObject, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type InvitationObject, invitationFile } from "~/adapters/invitation-file";
import {
  createMailboxMailer,
  createSmtpMailer,
  type Mailer,
  type OutgoingMail,
  type StoredMail,
} from "~/adapters/mail.server";

const at = (iso: string) => DateTime.fromISO(iso, { zone: "Asia/Shanghai" });
const court = { name: "石景山法院诉前调解", address: "case-7f3a@court.example" };
const invitation: InvitationObject = {
  method: "REQUEST",
  uid: "s-0192f0c4@tiaosu.example",
  sequence: 2,
  dtstamp: at("2026-11-23T10:00:05"),
  start: at("2026-12-01T09:30"),
  end: at("2026-12-01T11:30"),
  summary: "调解通知",
  description: "请准时到场",
  location: "第五调解室",
  organizer: court,
  attendee: { name: "张三丰", address: "zhang@example.cn" },
  status: "CONFIRMED",
};
const message: OutgoingMail = {
  key: `${invitation.uid}/${invitation.sequence}`,
  at: at("2026-11-23T10:00:05"),
  to: { name: "张三丰", address: "zhang@example.cn" },
  from: court,
  subject: "调解时间地点通知：2026-12-01 星期二 09:30",
  text: "您好：\n请于 2026-12-01 09:30 到场。",
  html: "<p>您好</p>",
  calendar: { method: "REQUEST", bytes: invitationFile(invitation) },
};

type Received = { from: string; to: string[]; raw: Buffer };
const received: Received[] = [];
const refusedLocalParts = new Map([
  ["full", 452],
  ["gone", 550],
]);
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo(address, _session, done) {
    const responseCode = refusedLocalParts.get(address.address.split("@")[0]!);
    done(responseCode ? Object.assign(new Error(`no: ${address.address}`), { responseCode }) : undefined);
  },
  onData(stream, session, done) {
    const parts: Buffer[] = [];
    stream.on("data", (part: Buffer) => parts.push(part));
    stream.on("end", () => {
      const { mailFrom, rcptTo } = session.envelope;
      const from = mailFrom ? mailFrom.address : "";
      received.push({ from, to: rcptTo.map((one) => one.address), raw: Buffer.concat(parts) });
      done();
    });
  },
});
let mailer: Mailer;
const kept: StoredMail[] = [];
const mailboxMailer = createMailboxMailer({
  from: "noreply@court.example",
  store: async (mail) => {
    kept.push(mail);
  },
});

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", () => done()));
  const { port } = server.server.address() as AddressInfo;
  mailer = createSmtpMailer({ url: `smtp://127.0.0.1:${port}`, from: "noreply@court.example" });
});
afterAll(async () => {
  mailer.close();
  await new Promise<void>((done) => server.close(() => done()));
});
beforeEach(() => {
  received.length = 0;
  kept.length = 0;
});

/** The tree of content types, e.g. "multipart/mixed(text/plain application/ics)". */
function tree(raw: string): string {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const headers = head.replace(/\r\n[ \t]+/g, " ");
  const type = /^content-type:\s*([^;\r\n]+)/im.exec(headers)?.[1]?.trim().toLowerCase() ?? "text/plain";
  const boundary = /boundary="?([^";]+)"?/i.exec(headers)?.[1];
  if (!type.startsWith("multipart/") || !boundary) return type;
  const parts = rest.join("\r\n\r\n").split(`--${boundary}`).slice(1, -1);
  return `${type}(${parts.map((part) => tree(part.replace(/^\r\n/, ""))).join(" ")})`;
}
const addresses = (value: AddressObject | AddressObject[] | undefined) =>
  [value ?? []].flat().flatMap((one) => one.value);

describe("mail over SMTP", () => {
  it("arrives with the parts in the order that Outlook and Gmail need, and the calendar bytes unchanged", async () => {
    const sent = await mailer.send(message);
    expect(sent.accepted).toBe(true);
    const [mail] = received;
    expect(mail).toMatchObject({ from: court.address, to: ["zhang@example.cn"] });
    const raw = mail!.raw.toString("latin1");
    expect(tree(raw)).toBe(
      "multipart/mixed(multipart/alternative(text/plain text/html text/calendar) application/ics)",
    );
    expect(raw).toMatch(/content-type: text\/calendar;\s+charset=utf-8;\s+method=REQUEST/i);
    expect(raw).toMatch(/content-disposition: attachment;\s+filename=invite\.ics/i);
    for (const line of raw.split("\r\n")) expect(line.length).toBeLessThanOrEqual(998);
    const parsed = await simpleParser(mail!.raw);
    const calendars = parsed.attachments.map((one) => [
      one.contentType,
      one.content.equals(message.calendar!.bytes),
    ]);
    expect(calendars).toEqual([
      ["text/calendar", true],
      ["application/ics", true],
    ]);
    expect(parsed.text).toContain("请于 2026-12-01 09:30 到场");
    expect(parsed.subject).toBe(message.subject);
    expect(parsed.headers.get("auto-submitted")).toBe("auto-generated");
    expect(parsed.messageId).toBe(sent.messageId);
    expect(addresses(parsed.to)).toEqual([{ name: "张三丰", address: "zhang@example.cn" }]);
    expect(addresses(parsed.from)).toEqual([court]);
  });

  it("encodes every part in base64 as soon as it holds a Chinese character, never as quoted-printable", async () => {
    await mailboxMailer.send({
      ...message,
      text: "Hearing at the court, room 5: 调解",
      html: "<p>Room 5, third floor, 楼</p>",
    });
    const raw = kept[0]!.raw.toString("latin1");
    const encodings = [...raw.matchAll(/^content-transfer-encoding: (.*)\r$/gim)].map((one) => one[1]);
    expect(encodings).toEqual(["base64", "base64", "base64", "base64"]);
  });

  it("has one Message-ID per message and recipient, whenever and however often it is sent", async () => {
    const first = await mailboxMailer.send(message);
    const again = await mailboxMailer.send(message);
    const other = await mailboxMailer.send({ ...message, to: { name: "李四", address: "li@example.cn" } });
    const next = await mailboxMailer.send({ ...message, key: `${invitation.uid}/3` });
    expect(again.messageId).toBe(first.messageId);
    expect(kept[1]!.raw.equals(kept[0]!.raw)).toBe(true);
    expect(new Set([first.messageId, other.messageId, next.messageId]).size).toBe(3);
    expect(first.messageId).toMatch(/^<[0-9a-f]{40}@court\.example>$/);
  });

  it("the mailbox keeps what the server would get", async () => {
    await mailer.send(message);
    await mailboxMailer.send(message);
    // The SMTP exchange adds a line end after the last boundary at most.
    expect(kept[0]!.raw.toString().trim()).toBe(received[0]!.raw.toString().trim());
  });

  it("says whether trying again makes sense, and quotes no address", async () => {
    const refused = (local: string) =>
      mailer.send({ ...message, to: { name: "x", address: `${local}@example.cn` } });
    expect(await refused("gone")).toMatchObject({ accepted: false, permanent: true, code: "smtp550" });
    expect(await refused("full")).toMatchObject({ accepted: false, permanent: false, code: "smtp452" });
    const nobody = createSmtpMailer({ url: "smtp://127.0.0.1:1", from: "noreply@court.example" });
    const unreachable = await nobody.send(message);
    nobody.close();
    expect(unreachable).toMatchObject({ accepted: false, permanent: false });
    expect(JSON.stringify([await refused("gone"), unreachable])).not.toContain("example.cn");
    expect(received).toEqual([]);
  });

  it.each([
    "zhang@example.cn, evil@x.cn",
    "zhang@example.cn\r\nBcc: evil@x.cn",
    "张三@example.cn",
    "<zhang@example.cn>",
    "zhang@example.cn>",
    "zhang",
    "",
  ])("refuses %j as a recipient", async (address) => {
    await expect(mailer.send({ ...message, to: { name: "x", address } })).rejects.toThrow(/address/);
    expect(received).toEqual([]);
  });

  it("no name or subject adds a header, a recipient or a part", async () => {
    await mailboxMailer.send(message);
    const shape = [...(await simpleParser(kept[0]!.raw)).headers.keys()].sort();
    const hostile = fc.oneof(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.constantFrom(
        "x\r\nBcc: evil@x.cn",
        "x\n\nContent-Type: text/html\n\n<b>",
        '"a" <evil@x.cn>, b',
        "evil@x.cn>",
        "=?utf-8?B?DQpCY2M6IGV2aWxAeC5jbg==?=",
        "x\u2028Bcc: evil@x.cn",
        "a".repeat(2000),
        "𠮷".repeat(300),
      ),
    );
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (name, sender, subject) => {
        kept.length = 0;
        await mailboxMailer.send({
          ...message,
          to: { ...message.to, name },
          from: { ...court, name: sender },
          subject: `通知${subject}`,
        });
        const parsed = await simpleParser(kept[0]!.raw);
        expect([...parsed.headers.keys()].sort()).toEqual(shape);
        expect(addresses(parsed.to).map((one) => one.address)).toEqual(["zhang@example.cn"]);
        expect(addresses(parsed.from).map((one) => one.address)).toEqual([court.address]);
        expect(parsed.attachments).toHaveLength(2);
      }),
      { numRuns: 100 },
    );
  });

  it("text that looks like a file or a link is only text", async () => {
    await mailboxMailer.send({ ...message, text: "file:///etc/passwd", html: "http://127.0.0.1/x" });
    const parsed = await simpleParser(kept[0]!.raw);
    expect(parsed.text).toContain("file:///etc/passwd");
    expect(parsed.html).toBe("http://127.0.0.1/x");
  });
});
