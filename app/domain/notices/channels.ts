/** Ways by which the system sends something. */
export const SENDING = ["mail", "sms", "paper"] as const;
export type SendingChannel = (typeof SENDING)[number];
/** Every way by which somebody is told; a call is made by a person, who notes it. */
export const CHANNELS = [...SENDING, "phone"] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * The way by which somebody is tried who did not get a notice, or did not answer it: a text message where there is a
 * mobile, else a letter; null where everything was tried.
 */
export function nextChannel(of: {
  readonly tried: readonly Channel[];
  readonly canText: boolean;
}): SendingChannel | null {
  if (of.canText && !of.tried.includes("sms")) return "sms";
  return of.tried.includes("paper") ? null : "paper";
}

/** Whether the answer of a server means that the address itself is wrong, not the day. */
export const isAddressGone = (code: string): boolean => /^(smtp)?(550|551|553)$|^5\.1\.\d+$/.test(code);
