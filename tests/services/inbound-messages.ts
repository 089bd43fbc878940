import { createHash, generateKeyPairSync } from "node:crypto";
import { dkimSign } from "mailauth";
import type { Resolver } from "~/adapters/inbound/sender.server";

/* Messages as calendar programs write them, made for the tests; nobody's real mail. */

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const KEY = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const PUBLISHED = publicKey.export({ type: "spki", format: "der" }).toString("base64");

/** Answers for the domains that sign here, and for no other. */
export const resolver: Resolver = async (name, type) => {
  if (type === "TXT" && /^test\._domainkey\.(mail|elsewhere)\.example$/.test(name))
    return [[`v=DKIM1; k=rsa; p=${PUBLISHED}`]];
  throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
};

type Signing = {
  /** Changed after it was signed. */
  spoiled?: boolean;
  /** So many octets of the body are signed, and no more. */
  part?: number;
};

/** The message with its domain's signature. */
export async function signed(
  raw: string | Buffer,
  domain: string,
  { spoiled = false, part }: Signing = {},
): Promise<Buffer> {
  const bytes = Buffer.from(raw);
  const key = {
    signingDomain: domain,
    selector: "test",
    privateKey: KEY,
    ...(part !== undefined && { maxBodyLength: part }),
  };
  const { signatures } = await dkimSign(bytes, { ...key, signatureData: [key] });
  const whole = Buffer.concat([Buffer.from(signatures), bytes]);
  return spoiled ? Buffer.from(whole.toString("latin1").replace("ACCEPTED", "DECLINED"), "latin1") : whole;
}

export type Invited = {
  readonly uid: string;
  readonly sequence: number;
  readonly address: string;
  readonly mailbox: string;
  /** Basic UTC stamps. */
  readonly start: string;
  readonly end: string;
};

type IcsOptions = {
  method?: string;
  partstat?: string;
  sequence?: number | null;
  stamp?: string;
  organizer?: boolean;
  attendee?: string;
  sentBy?: string;
  comment?: string;
  uid?: string;
  times?: string[];
  more?: string[];
};

/** An iTIP object as an attendee's program writes it. */
export function ics(of: Invited, options: IcsOptions = {}): string {
  const { method = "REPLY", partstat = "ACCEPTED", stamp = "20261123T020000Z" } = options;
  const sequence = options.sequence === undefined ? of.sequence : options.sequence;
  const sent = options.sentBy ? `;SENT-BY="mailto:${options.sentBy}"` : "";
  return [
    "BEGIN:VCALENDAR",
    "PRODID:-//Test//Calendar//EN",
    "VERSION:2.0",
    `METHOD:${method}`,
    "BEGIN:VEVENT",
    `UID:${options.uid ?? of.uid}`,
    ...(sequence === null ? [] : [`SEQUENCE:${sequence}`]),
    `DTSTAMP:${stamp}`,
    ...(options.times ?? [`DTSTART:${of.start}`, `DTEND:${of.end}`]),
    ...(options.organizer === false ? [] : [`ORGANIZER:mailto:${of.mailbox}`]),
    `ATTENDEE;PARTSTAT=${partstat}${sent}:mailto:${options.attendee ?? of.address}`,
    ...(options.comment ? [`COMMENT:${options.comment}`] : []),
    ...(options.more ?? []),
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}

type MailOptions = {
  from?: string;
  to?: string;
  headers?: string[];
  subject?: string;
  charset?: string;
  bytes?: Buffer;
  encoding?: "base64" | "quoted-printable" | "8bit";
  type?: string;
  filename?: string;
  /** Where the calendar stands in the tree. */
  shape?: "alternative" | "mixed" | "attachment" | "alone";
};

const quoted = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) =>
      byte === 61 || byte > 126 || (byte < 32 && byte !== 13 && byte !== 10)
        ? `=${byte.toString(16).toUpperCase().padStart(2, "0")}`
        : String.fromCharCode(byte),
    )
    .join("");

/** A message that carries a calendar object somewhere. */
export function mail(of: Invited, object: string, options: MailOptions = {}): string {
  const { encoding = "base64", charset = "UTF-8", shape = "alternative" } = options;
  const bytes = options.bytes ?? Buffer.from(object);
  const body =
    encoding === "base64"
      ? (bytes.toString("base64").match(/.{1,76}/g) ?? []).join("\r\n")
      : encoding === "quoted-printable"
        ? quoted(bytes.toString("utf8"))
        : bytes.toString("utf8");
  const method = /METHOD:(\w+)/.exec(object)?.[1] ?? "REPLY";
  const name = options.filename ? `; name="${options.filename}"` : "";
  const part = [
    `Content-Type: ${options.type ?? "text/calendar"}; method=${method}${charset ? `; charset=${charset}` : ""}${name}`,
    `Content-Transfer-Encoding: ${encoding}`,
    ...(shape === "attachment"
      ? [`Content-Disposition: attachment; filename="${options.filename ?? "invite.ics"}"`]
      : []),
    "",
    body,
  ].join("\r\n");
  const head = [
    `From: Somebody <${options.from ?? of.address}>`,
    `To: <${options.to ?? of.mailbox}>`,
    `Subject: ${options.subject ?? "Accepted: Mediation"}`,
    `Message-ID: <${createHash("sha1").update(part).update(JSON.stringify(options)).digest("hex")}@client.example>`,
    "Date: Mon, 23 Nov 2026 10:00:00 +0800",
    "MIME-Version: 1.0",
    ...(options.headers ?? []),
  ];
  if (shape === "alone") return [...head, part].join("\r\n");
  const kind = shape === "alternative" ? "alternative" : "mixed";
  return [
    ...head,
    `Content-Type: multipart/${kind}; boundary="b1"`,
    "",
    "--b1",
    "Content-Type: text/plain; charset=UTF-8",
    "",
    "Somebody has answered.",
    "--b1",
    part,
    "--b1--",
    "",
  ].join("\r\n");
}

/** A message of no calendar at all. */
export const letter = (of: Invited, text: string, headers: string[] = [], from = of.address): string =>
  [
    `From: <${from}>`,
    `To: <${of.mailbox}>`,
    "Subject: hello",
    `Message-ID: <${createHash("sha1").update(text).update(headers.join()).digest("hex")}@client.example>`,
    "MIME-Version: 1.0",
    ...headers,
    ...(headers.some((one) => /^content-type/i.test(one)) ? [] : ["Content-Type: text/plain; charset=UTF-8"]),
    "",
    text,
    "",
  ].join("\r\n");

type ReportOptions = {
  action?: string;
  /** How much of the message of ours it brings along. */
  original?: "text/rfc822-headers" | "message/rfc822";
};

/** What a mail server reports of a message of ours (RFC 3464). */
export const report = (messageId: string, status: string, options: ReportOptions = {}): string =>
  [
    "From: <mailer-daemon@mail.example>",
    "To: <mediation@court.example>",
    "Subject: Delivery Status Notification",
    `Message-ID: <${createHash("sha1").update(messageId).update(status).update(JSON.stringify(options)).digest("hex")}@mail.example>`,
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
    "",
    "--r",
    "Content-Type: text/plain; charset=us-ascii",
    "",
    "This is the mail system at mail.example.",
    "--r",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mail.example",
    "",
    "Final-Recipient: rfc822; somebody@mail.example",
    `Action: ${options.action ?? "failed"}`,
    `Status: ${status}`,
    "Diagnostic-Code: smtp; 550 no such user here",
    "",
    "--r",
    `Content-Type: ${options.original ?? "text/rfc822-headers"}`,
    "",
    "From: <case@court.example>",
    // Long ones are folded.
    "Message-ID:",
    ` ${messageId}`,
    "Subject: Mediation",
    "",
    ...(options.original === "message/rfc822" ? ["We invite you.", ""] : []),
    "--r--",
    "",
  ].join("\r\n");
