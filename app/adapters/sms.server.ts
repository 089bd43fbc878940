import { createHash } from "node:crypto";
import { manyLines } from "./calendar-text";

/** One text message to one telephone. The text names neither the other side nor the cause. */
export type OutgoingSms = {
  /** The notice's id: a gateway that sees it twice sends once. */
  readonly key: string;
  /** A mainland mobile number, eleven digits. */
  readonly to: string;
  readonly text: string;
  /** The gateway's registered template and its values; the text says the same. */
  readonly template: string;
  readonly params: Readonly<Record<string, string>>;
};

export type SmsDelivery =
  | { readonly accepted: true; readonly messageId: string }
  | { readonly accepted: false; readonly permanent: boolean; readonly code: string };

export type SmsSender = { send(message: OutgoingSms): Promise<SmsDelivery> };

/** What a gateway counts: 70 characters in one message, 67 in each part of a longer one. */
export const smsParts = (text: string): number => (text.length <= 70 ? 1 : Math.ceil(text.length / 67));

const MOBILE = /^1\d{10}$/;

function checked(message: OutgoingSms): OutgoingSms | undefined {
  return MOBILE.test(message.to) ? { ...message, text: manyLines(message.text) } : undefined;
}
const notMobile: SmsDelivery = { accepted: false, permanent: true, code: "notAMobileNumber" };

/** Gives the message to the caller, who keeps it for the demo's telephone page. */
export function createPhoneStore(store: (message: OutgoingSms) => Promise<void>): SmsSender {
  return {
    async send(message) {
      const sms = checked(message);
      if (!sms) return notMobile;
      await store(sms);
      return { accepted: true, messageId: createHash("sha256").update(sms.key).digest("hex").slice(0, 32) };
    },
  };
}

/**
 * Posts `{ to, text, template, params }` as JSON with an Idempotency-Key to the court's own gateway; the answer is `{ id }`.
 * A user and password in the address are sent as basic authentication.
 */
export function createHttpSms(url: string, timeoutMs = 10_000): SmsSender {
  const address = new URL(url);
  const credentials = `${decodeURIComponent(address.username)}:${decodeURIComponent(address.password)}`;
  const authorization = address.username ? `Basic ${Buffer.from(credentials).toString("base64")}` : undefined;
  address.username = "";
  address.password = "";
  return {
    async send(message) {
      const sms = checked(message);
      if (!sms) return notMobile;
      try {
        const answer = await fetch(address, {
          method: "POST",
          redirect: "error",
          signal: AbortSignal.timeout(timeoutMs),
          headers: {
            "content-type": "application/json; charset=utf-8",
            "idempotency-key": sms.key,
            ...(authorization && { authorization }),
          },
          body: JSON.stringify({
            to: sms.to,
            text: sms.text,
            template: sms.template,
            params: sms.params,
          }),
        });
        if (!answer.ok) {
          await answer.body?.cancel();
          const passing = answer.status >= 500 || answer.status === 408 || answer.status === 429;
          return { accepted: false, permanent: !passing, code: `http${answer.status}` };
        }
        const told: unknown = await answer.json().catch(() => undefined);
        const id = told && typeof told === "object" && "id" in told ? told.id : undefined;
        return {
          accepted: true,
          messageId: typeof id === "string" && id !== "" ? id.slice(0, 100) : sms.key,
        };
      } catch {
        return { accepted: false, permanent: false, code: "unreachable" };
      }
    },
  };
}
