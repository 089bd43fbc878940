import { v7 as uuidv7 } from "uuid";
import { type Database, schema } from "#db/client";
import type { Clock } from "~/adapters/clock";
import { createMailboxMailer, createSmtpMailer, type Mailer } from "~/adapters/mail.server";
import { limitHosts } from "~/adapters/mail-hosts";
import { createPhoneStore, type SmsSender } from "~/adapters/sms.server";

/** Keys of messages begin with the court, so that the demo's post office knows whose box a message belongs in. */
export const postKey = (courtId: string, rest: string): string => `${courtId}:${rest}`;

/** Mail over SMTP, so many a minute to each host of recipients. */
export const smtpMailer = (config: {
  url: string;
  from: string;
  perHostPerMinute: number;
  clock: Clock;
}): Mailer => limitHosts(createSmtpMailer(config), config.perHostPerMinute, config.clock.now);

/**
 * Keeps every message readable at /dev/mailbox instead of sending it; the same message is kept once. It stands in for
 * the post outside, whose letter boxes are nobody's record.
 */
export function demoMailer(config: { db: Database; clock: Clock; from: string }): Mailer {
  return createMailboxMailer({
    from: config.from,
    store: async ({ messageId, raw, message }) => {
      const courtId = message.key.slice(0, message.key.indexOf(":"));
      await config.db.withCourt(courtId, (tx) =>
        tx
          .insert(schema.demoMessages)
          .values({
            courtId,
            id: uuidv7(),
            messageId,
            channel: "mail",
            to: message.to.address,
            subject: message.subject,
            body: {
              text: message.text,
              ...(message.html ? { html: message.html } : {}),
              ...(message.calendar ? { calendar: message.calendar.bytes.toString("utf8") } : {}),
              raw: raw.toString("utf8"),
            },
            sentAt: config.clock.now(),
          })
          .onConflictDoNothing(),
      );
    },
  });
}

/** The same for text messages: the demo's telephone. */
export function demoPhone(config: { db: Database; clock: Clock }): SmsSender {
  return createPhoneStore(async ({ key, to, text }) => {
    const courtId = key.slice(0, key.indexOf(":"));
    await config.db.withCourt(courtId, (tx) =>
      tx
        .insert(schema.demoMessages)
        .values({
          courtId,
          id: uuidv7(),
          messageId: key,
          channel: "sms",
          to,
          subject: "",
          body: { text },
          sentAt: config.clock.now(),
        })
        .onConflictDoNothing(),
    );
  });
}
