import { createHash } from "node:crypto";
import { isOutcomeUnknown } from "#db/client";
import { type Mailbox, MailboxFailed } from "~/adapters/inbound/mailbox.server";
import type { Complaint, Deps } from "./deps.server";
import { noteTooLarge } from "./inbound-log.server";
import { courtOfMail } from "./mail-court.server";
import { leaveToPerson, MOST_MAIL_BYTES, receiveMail } from "./receive-mail.server";

/** So often the machine stumbles over a message; then it is a person's. */
const MOST_STUMBLES = 5;

/** What is remembered between rounds, to treat fairly what went wrong; lost with the process without harm. */
export type Memory = {
  /** By the hash of its bytes: how often the machine stumbled over it. */
  readonly stumbles: Map<string, number>;
  /** By its name: how often a connection broke over it; it comes after the others. */
  readonly breaks: Map<number, number>;
};
export const newMemory = (): Memory => ({ stumbles: new Map(), breaks: new Map() });

/**
 * Takes everything out of the mailbox that was not taken yet, each message as if it had come by the HTTP door, and marks it
 * once what became of it is committed. Who dies in between takes it again, and knows it by its bytes. One message that goes
 * wrong costs no other.
 * @throws MailboxFailed where the mailbox fails; what the database says where that is gone
 */
export async function takeMailbox(
  deps: Deps,
  mailbox: Mailbox,
  memory: Memory,
  complain: Complaint = () => {},
): Promise<void> {
  const breaksOf = (uid: number) => memory.breaks.get(uid) ?? 0;
  const waiting = [...(await mailbox.untaken())].sort((a, b) => breaksOf(a) - breaksOf(b) || a - b);
  let failed: MailboxFailed | null = null;
  for (const uid of waiting) {
    try {
      await takeOne(deps, mailbox, uid, memory, complain);
      memory.breaks.delete(uid);
    } catch (error) {
      if (!(error instanceof MailboxFailed)) throw error;
      if (error.fault !== "notMarked") {
        memory.breaks.set(uid, breaksOf(uid) + 1);
        throw error;
      }
      failed = error;
    }
  }
  if (failed) throw failed;
}

async function takeOne(
  deps: Deps,
  mailbox: Mailbox,
  uid: number,
  memory: Memory,
  complain: Complaint,
): Promise<void> {
  const source = await mailbox.source(uid, MOST_MAIL_BYTES);
  if (!source) return;
  if ("head" in source) {
    await noteTooLarge(deps, await courtOfMail(deps, source.head), source.head);
    return mailbox.markTaken(uid, { isForPerson: true });
  }
  if (await isKept(deps, source.raw, memory, complain)) await mailbox.markTaken(uid);
}

/** Whether a message is ours to remember now; one over which the machine stumbles is tried again in the next rounds. */
async function isKept(deps: Deps, raw: Buffer, memory: Memory, complain: Complaint): Promise<boolean> {
  const key = createHash("sha256").update(raw).digest("hex");
  try {
    const courtId = await courtOfMail(deps, raw);
    const answer = await receiveMail(deps, courtId, raw, { source: "imap", trusted: deps.authserv });
    if (!answer.ok) throw new Error(`refused: ${answer.refusal}`);
    memory.stumbles.delete(key);
    return true;
  } catch (error) {
    if (isOutcomeUnknown(error)) throw error;
    complain({ effect: "mailbox", id: key, error });
    const stumbles = (memory.stumbles.get(key) ?? 0) + 1;
    memory.stumbles.set(key, stumbles);
    if (stumbles < MOST_STUMBLES) return false;
    await leaveToPerson(deps, await courtOfMail(deps, raw), raw, "imap");
    memory.stumbles.delete(key);
    return true;
  }
}
