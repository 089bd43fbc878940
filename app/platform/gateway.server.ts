import { createHash, timingSafeEqual } from "node:crypto";

const digest = (text: string) => createHash("sha256").update(text).digest();

/** Whether a request shows the secret that the court keeps with its gateway of text messages; without one nobody does. */
export function isGateway(request: Request, smsSecret: string | undefined): boolean {
  const given = request.headers.get("SMS-Secret") ?? "";
  return Boolean(smsSecret) && timingSafeEqual(digest(given), digest(smsSecret ?? ""));
}
