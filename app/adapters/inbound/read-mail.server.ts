import { type Attachment, type HeaderLines, type ParsedMail, simpleParser } from "mailparser";
import { type CalendarAnswer, readAnswer } from "./calendar-answer";
import { type Resolver, type Vouched, vouchedFor } from "./sender.server";

/** A message that came back: which of ours, and whether for good. */
export type Bounce = { readonly messageId: string; readonly isPermanent: boolean; readonly code: string };

/** What came by mail, as far as we can use it. Addresses in small letters. */
export type InboundMail = {
  readonly messageId: string | null;
  /** Its one author; null where it names none or several. */
  readonly from: string | null;
  /** Every mailbox that it names as a place where it went. */
  readonly to: readonly string[];
  /** The messages that it answers, by their Message-ID. */
  readonly refersTo: readonly string[];
  /** Its sender's domain vouches for it (DKIM in its own name), or our own mail server says so. */
  readonly vouched: Vouched;
  /** Written by a machine: out-of-office, list, report. */
  readonly isAutomatic: boolean;
  readonly bounce: Bounce | null;
  /** An Outlook container that nobody else can open. */
  readonly hasContainer: boolean;
  readonly answers: readonly CalendarAnswer[];
  /** There was a calendar part, and it could not be read. */
  readonly hasUnreadable: boolean;
  readonly text: string;
};

export const MOST_MAIL_BYTES = 5 * 1024 * 1024;
const MOST_TEXT = 2_000;
const CALENDARS = ["text/calendar", "application/ics"];

/**
 * Reads a raw message. Never throws for any octets: what is no mail has no sender. `trusted`: the authserv-id under which
 * our own mail server writes Authentication-Results; without it signatures are checked here, with `resolver`.
 */
export async function readMail(
  raw: Buffer,
  options: { readonly trusted?: string | undefined; readonly resolver?: Resolver } = {},
): Promise<InboundMail> {
  const mail = await parsed(raw);
  if (!mail) return NOTHING;
  const from = authorOf(mail);
  const parts = mail.attachments.filter(isCalendar);
  const answers = parts.map((part) => readAnswer(part.content, charsetOf(part)));
  const known = new Set<string>();
  return {
    messageId: mail.messageId ?? null,
    from,
    to: recipients(mail),
    refersTo: refersTo(mail),
    vouched: from === null ? "no" : await vouchedFor(raw, from, options),
    isAutomatic: isAutomatic(
      mail,
      answers.some((one) => one !== null),
    ),
    bounce: bounceIn(mail),
    hasContainer: mail.attachments.some(
      (one) => one.contentType === "application/ms-tnef" || /^winmail\.dat$/i.test(one.filename ?? ""),
    ),
    // The same object comes twice in one message: inline and as a file.
    answers: answers.filter((one): one is CalendarAnswer => {
      const key = JSON.stringify(one);
      if (!one || known.has(key)) return false;
      known.add(key);
      return true;
    }),
    hasUnreadable: answers.includes(null),
    text: (mail.text ?? "").trim().slice(0, MOST_TEXT),
  };
}

const parsed = (raw: Buffer): Promise<ParsedMail | null> =>
  simpleParser(raw, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    // Otherwise what a report says of a delivery would be mixed into its text, and no message would ever come back.
    keepDeliveryStatus: true,
  }).catch(() => null);

/** Which of our invitations and messages a raw message names, whoever sent it. Never throws for any octets. */
export async function namesIn(
  raw: Buffer,
): Promise<{ readonly uids: readonly string[]; readonly messageIds: readonly string[] }> {
  const mail = await parsed(raw);
  if (!mail) return { uids: [], messageIds: [] };
  const answers = mail.attachments
    .filter(isCalendar)
    .map((part) => readAnswer(part.content, charsetOf(part)));
  const bounce = bounceIn(mail);
  return {
    uids: answers.flatMap((one) => (one ? [one.uid] : [])),
    messageIds: [...refersTo(mail), ...(bounce ? [bounce.messageId] : [])],
  };
}

const refersTo = (mail: ParsedMail): string[] =>
  [mail.inReplyTo, mail.references].flat().flatMap((one) => (one ? one.split(/\s+/) : []));

const NOTHING: InboundMail = {
  messageId: null,
  from: null,
  to: [],
  refersTo: [],
  vouched: "no",
  isAutomatic: false,
  bounce: null,
  hasContainer: false,
  answers: [],
  hasUnreadable: false,
  text: "",
};

/** A second From, or a second author in it, is a way to be one person to the checker and another to the reader. */
function authorOf(mail: ParsedMail): string | null {
  const [author, ...others] = mail.from?.value ?? [];
  const isOne = !others.length && mail.headerLines.filter((one) => one.key === "from").length === 1;
  return isOne ? (author?.address?.toLowerCase() ?? null) : null;
}

const isCalendar = (part: Attachment): boolean =>
  CALENDARS.includes(part.contentType) || /\.ics$/i.test(part.filename ?? "");

function charsetOf(part: Attachment): string | null {
  const type: unknown = part.headers?.get("content-type");
  const params = type && typeof type === "object" && "params" in type ? type.params : null;
  const charset = params && typeof params === "object" && "charset" in params ? params.charset : null;
  return typeof charset === "string" ? charset : null;
}

const line = (lines: HeaderLines, key: string): string[] =>
  lines.filter((one) => one.key === key).map((one) => one.line.slice(one.line.indexOf(":") + 1).trim());

function recipients(mail: ParsedMail): string[] {
  const named = [mail.to, mail.cc].flat().flatMap((one) => one?.value.map((each) => each.address) ?? []);
  const delivered = ["delivered-to", "x-original-to", "envelope-to"].flatMap((key) =>
    line(mail.headerLines, key),
  );
  const all = [...named, ...delivered].flatMap((one) =>
    one ? [one.replace(/[<>]/g, "").toLowerCase()] : [],
  );
  return [...new Set(all)];
}

/**
 * RFC 3834 and what older machines write instead. A calendar's answer is generated by its program and may say so: it is
 * judged like any other (docs/decisions/018).
 */
function isAutomatic(mail: ParsedMail, hasAnswer: boolean): boolean {
  const [submitted] = line(mail.headerLines, "auto-submitted");
  const isGenerated = hasAnswer && /^auto-generated\b/i.test(submitted ?? "");
  if (submitted && !/^no\b/i.test(submitted) && !isGenerated) return true;
  if (line(mail.headerLines, "x-autoreply").length || line(mail.headerLines, "x-autorespond").length)
    return true;
  const [precedence] = line(mail.headerLines, "precedence");
  return /^(bulk|junk|list|auto_reply)$/i.test(precedence ?? "") || isReport(mail);
}

const isReport = (mail: ParsedMail): boolean =>
  mail.headerLines.some((one) => one.key === "content-type" && /multipart\/report/i.test(one.line));

/** A report that a message of ours was not delivered (RFC 3464); that it is late, or has arrived, is none. */
function bounceIn(mail: ParsedMail): Bounce | null {
  if (!isReport(mail)) return null;
  const status = mail.attachments.find((one) => one.contentType === "message/delivery-status");
  const original = mail.attachments.find((one) =>
    /^(message\/rfc822|text\/rfc822-headers)/.test(one.contentType),
  );
  const told = status?.content.toString("utf8") ?? "";
  const action = /^Action:\s*(\w+)/im.exec(told)?.[1]?.toLowerCase() ?? "failed";
  if (action !== "failed") return null;
  const code = /^Status:\s*([45]\.\d{1,3}\.\d{1,3})/im.exec(told)?.[1];
  const messageId = /^Message-ID:\s*(<[^>]+>)/im.exec(original?.content.toString("utf8") ?? "")?.[1];
  return code && messageId ? { messageId, isPermanent: code.startsWith("5"), code } : null;
}
