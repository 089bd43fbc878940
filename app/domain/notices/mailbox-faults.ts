/** Why the court's mailbox cannot be read; shown to whoever has to see to it, and said in the log. */
export const MAILBOX_FAULTS = [
  "unreachable",
  "certificate",
  "noTls",
  "signIn",
  "noFolder",
  "readOnly",
  "noDoneFolder",
  "notMarked",
  "cut",
  "slow",
] as const;
export type MailboxFault = (typeof MAILBOX_FAULTS)[number];

export const isMailboxFault = (code: string | null): code is MailboxFault =>
  MAILBOX_FAULTS.some((one) => one === code);
