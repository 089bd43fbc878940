import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { DateTime } from "luxon";
import { createTransport, type SendMailOptions } from "nodemailer";
import MailComposer from "nodemailer/lib/mail-composer";
import { manyLines, oneLine, plainAddress } from "./calendar-text";
import type { Mailbox } from "./invitation-file";
import { mailBytes } from "./mail-bytes";

/** One mail to one person. There is no cc, no bcc and no second recipient: nobody may learn of the other side. */
export type OutgoingMail = {
  /** Same key, same Message-ID: `${uid}/${sequence}` of an invitation, else the notice's id. */
  readonly key: string;
  /** Date header; handed in, so that the same message has the same bytes. */
  readonly at: DateTime;
  readonly to: Mailbox;
  /** The case's own mailbox, equal to the ORGANIZER; without it the configured sender. */
  readonly from?: Mailbox;
  readonly replyTo?: Mailbox;
  readonly subject: string;
  readonly text: string;
  /** Finished, escaped HTML. */
  readonly html?: string;
  readonly calendar?: {
    readonly method: "REQUEST" | "CANCEL" | "DECLINECOUNTER";
    readonly bytes: Buffer;
  };
};

/** Accepted by the next server, or not. `permanent`: trying again is useless. Never holds a name or address. */
export type Delivery =
  | { readonly accepted: true; readonly messageId: string; readonly raw?: Buffer }
  | {
      readonly accepted: false;
      readonly messageId: string;
      readonly permanent: boolean;
      readonly code: string;
      /** The server was not asked yet: too much went to the recipient's host within this minute. */
      readonly retryAfterSeconds?: number;
    };

export type Mailer = { send(message: OutgoingMail): Promise<Delivery>; close(): void };

/** Finished bytes of a mail as the demo mailbox keeps them. */
export type StoredMail = { readonly messageId: string; readonly raw: Buffer; readonly message: OutgoingMail };

/** `from`: the plain address used when a message names no sender. */
export type SenderConfig = { readonly from: string };

/** Identical for every attempt at the same message, different for every recipient; holds neither. */
export function messageIdOf(message: Pick<OutgoingMail, "key" | "to">, senderAddress: string): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([message.key, message.to.address]))
    .digest("hex");
  return `<${digest.slice(0, 40)}@${senderAddress.slice(senderAddress.lastIndexOf("@") + 1)}>`;
}

const mailbox = ({ name, address }: Mailbox) => ({ name: oneLine(name), address: plainAddress(address) });

/** What nodemailer gets: objects instead of address text, no file, no link, nothing raw. */
function compose(
  message: OutgoingMail,
  config: SenderConfig,
): SendMailOptions & {
  baseBoundary: string;
  messageId: string;
  envelope: { from: string; to: string[] };
} {
  const from = mailbox(message.from ?? { name: "", address: config.from });
  const to = mailbox(message.to);
  const messageId = messageIdOf({ key: message.key, to }, from.address);
  return {
    from,
    to,
    ...(message.replyTo && { replyTo: mailbox(message.replyTo) }),
    envelope: { from: from.address, to: [to.address] },
    subject: oneLine(message.subject),
    text: manyLines(message.text),
    ...(message.html !== undefined && { html: message.html }),
    ...(message.calendar && {
      icalEvent: {
        method: message.calendar.method,
        filename: "invite.ics",
        content: message.calendar.bytes.toString("utf8"),
      },
    }),
    messageId,
    date: message.at.toJSDate(),
    headers: { "Auto-Submitted": "auto-generated" },
    textEncoding: "base64",
    // Without it the boundaries are random, and the same message would not have the same bytes.
    baseBoundary: messageId.slice(1, 17),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** The finished mail. The same message always has the same bytes. */
function bytesOf(message: OutgoingMail, config: SenderConfig) {
  const options = compose(message, config);
  const { messageId, envelope } = options;
  return { messageId, envelope, raw: mailBytes(new MailComposer(options).compile()) };
}

/** Hands mail to an SMTP server (`smtp://` or `smtps://` address). Close it, or its connections stay. */
export function createSmtpMailer(config: SenderConfig & { readonly url: string }): Mailer {
  const transport = createTransport({
    url: config.url,
    pool: true,
    maxConnections: 4,
    // Trying again is the outbox's, at its own pace and with its own count.
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // In one piece: a mail that trickles out of its encoders keeps the connection busy three times as long.
  transport.use("stream", ({ message }, done) => {
    const raw = mailBytes(message);
    message.createReadStream = () =>
      new Readable({
        read() {
          this.push(raw);
          this.push(null);
        },
      });
    done();
  });
  return {
    async send(message) {
      const mail = compose(message, config);
      const { messageId } = mail;
      try {
        const info = await transport.sendMail(mail);
        const accepted = info.accepted.length === 1;
        return accepted
          ? { accepted, messageId }
          : { accepted, messageId, permanent: true, code: "rejected" };
      } catch (problem) {
        return { accepted: false, messageId, ...reasonOf(problem) };
      }
    },
    close: () => transport.close(),
  };
}

/** Makes the same bytes as the SMTP mailer and gives them to the caller instead of a server. */
export function createMailboxMailer(
  config: SenderConfig & { readonly store: (mail: StoredMail) => Promise<void> },
): Mailer {
  return {
    async send(message) {
      const { messageId, raw } = bytesOf(message, config);
      await config.store({ messageId, raw, message });
      return { accepted: true, messageId, raw };
    },
    close: () => {},
  };
}

/** The server's answer as a code; its sentence may quote the address and is left out. */
function reasonOf(problem: unknown): { permanent: boolean; code: string } {
  const { responseCode, code } =
    problem instanceof Error ? Object.assign({ responseCode: 0, code: "" }, problem) : {};
  if (typeof responseCode === "number" && responseCode > 0)
    return { permanent: responseCode >= 500, code: `smtp${responseCode}` };
  return { permanent: false, code: typeof code === "string" && code !== "" ? code : "unreachable" };
}
