/** Why a message did not arrive, as far as a server's or gateway's code tells; `unknown` is shown with its code alone. */
export const FAILURE_REASONS = [
  "noMailbox",
  "noDomain",
  "mailboxFull",
  "mailboxClosed",
  "tooLarge",
  "blocked",
  "busy",
  "refused",
  "unknown",
] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

/** RFC 3463 enhanced codes, the most telling first. */
const ENHANCED: readonly (readonly [RegExp, FailureReason])[] = [
  [/^[45]\.1\.(2|8|10)$/, "noDomain"],
  [/^[45]\.1\.\d+$/, "noMailbox"],
  [/^[45]\.2\.1$/, "mailboxClosed"],
  [/^[45]\.2\.2$/, "mailboxFull"],
  [/^[45]\.[23]\.[34]$/, "tooLarge"],
  [/^[45]\.7\.\d+$/, "blocked"],
  [/^4\.\d+\.\d+$/, "busy"],
  [/^5\.4\.\d+$/, "noDomain"],
  [/^5\.\d+\.\d+$/, "refused"],
];
/** Replies of RFC 5321. */
const REPLIES: Readonly<Record<string, FailureReason>> = {
  "421": "busy",
  "450": "busy",
  "451": "busy",
  "452": "mailboxFull",
  "550": "noMailbox",
  "551": "noMailbox",
  "552": "mailboxFull",
  "553": "noMailbox",
  "554": "refused",
};

export function failureReason(code: string): FailureReason {
  const enhanced = ENHANCED.find(([pattern]) => pattern.test(code));
  return enhanced?.[1] ?? REPLIES[code.replace(/^smtp/, "")] ?? "unknown";
}
