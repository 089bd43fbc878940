import MailComposer from "nodemailer/lib/mail-composer";
import { expect, it } from "vitest";
import { mailBytes } from "./mail-bytes";

const options = {
  from: { name: "石景山法院", address: "case-1@court.example" },
  to: { name: "张三丰", address: "zhang@mail.example" },
  subject: "【石景山法院】调解时间地点通知 SJS-TJ-2026-000123，请务必准时参加，谢谢您的配合",
  messageId: "<1@court.example>",
  date: new Date(0),
  headers: { "Auto-Submitted": "auto-generated" },
  textEncoding: "base64" as const,
  baseBoundary: "1@court.example0",
};
const text = "您好：\n请于 2026-12-01 09:30 到场。\n".repeat(20);
const icalEvent = { method: "REQUEST", filename: "invite.ics", content: "BEGIN:VCALENDAR\r\n".repeat(30) };

it.each([
  ["with a calendar object", { text, html: `<p>${text}</p>`, icalEvent }],
  ["of two parts", { text, html: `<p>${text}</p>` }],
  ["plain", { text }],
  ["whose lines end exactly at the fold", { text: "x".repeat(57 * 3) }],
])("a mail %s has the bytes that the library itself writes", async (_what, more) => {
  const built = await new MailComposer({ ...options, ...more }).compile().build();
  expect(mailBytes(new MailComposer({ ...options, ...more }).compile()).toString("latin1")).toBe(
    built.toString("latin1"),
  );
});

it("a part in another encoding is a bug and throws", () => {
  const node = new MailComposer({ ...options, text: "é", textEncoding: "quoted-printable" }).compile();
  expect(() => mailBytes(node)).toThrow("neither base64");
});
