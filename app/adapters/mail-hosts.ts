import type { DateTime } from "luxon";
import { type Mailer, messageIdOf } from "./mail.server";

const MINUTE_MS = 60_000;

/**
 * Hands no host of recipients more than so many mails a minute, since large providers turn away whoever floods them.
 * What is too much is answered with the time after which it may be tried, not sent. Each process counts for itself.
 */
export function limitHosts(mailer: Mailer, perMinute: number, now: () => DateTime): Mailer {
  const sent = new Map<string, number[]>();
  return {
    async send(message) {
      const { address } = message.to;
      const host = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
      const at = now().toMillis();
      const recent = (sent.get(host) ?? []).filter((one) => one > at - MINUTE_MS);
      sent.set(host, recent);
      const oldest = recent[0];
      if (oldest !== undefined && recent.length >= perMinute)
        return {
          accepted: false,
          permanent: false,
          messageId: messageIdOf(message, message.from?.address ?? host),
          code: "hostBusy",
          retryAfterSeconds: Math.max(1, Math.ceil((oldest + MINUTE_MS - at) / 1000)),
        };
      recent.push(at);
      return mailer.send(message);
    },
    close: () => mailer.close(),
  };
}
