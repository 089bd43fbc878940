import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { schema } from "#db/client";
import type { CalendarAnswer } from "~/adapters/inbound/calendar-answer";
import { type InboundMail, MOST_MAIL_BYTES, readMail } from "~/adapters/inbound/read-mail.server";
import type { Resolver } from "~/adapters/inbound/sender.server";
import { maskEmail } from "~/domain/intake/mask";
import type { Actor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { ok, type Result, refuse } from "~/domain/result";
import { Forbidden } from "./command.server";
import type { Deps } from "./deps.server";
import { inboundActor } from "./inbound-actor.server";
import { bounced } from "./note-delivery.server";
import { place } from "./personal.server";
import { record } from "./record.server";
import { takeAnswer } from "./take-answer.server";
import { openTask } from "./tasks.server";

export { MOST_MAIL_BYTES };

/** @throws Forbidden for whoever does not hand over the court's mail. */
export function mayReceiveMail(actor: Actor): void {
  if (!can(actor, "receive-mail", ["court"]).ok) throw new Forbidden("receive-mail");
}

/** What became of a message. All but `unmatched` is done; that one waits for a person. */
export type InboundOutcome =
  | "replied"
  | "counter"
  | "stale"
  | "noAnswer"
  | "automatic"
  | "bounce"
  | "refused"
  | "unmatched";
export type Received = {
  readonly outcome: InboundOutcome;
  /** Why a person has to look, or why nothing came of it. */
  readonly detail?: string;
  readonly caseId?: string;
  readonly invitationId?: string;
};

export type MailDoor = {
  readonly source: "api" | "imap";
  /** The authserv-id of our own mail server; without it signatures are checked here. */
  readonly trusted?: string | undefined;
  readonly resolver?: Resolver;
};

/**
 * Takes in a raw message for a court: an answer to an invitation counts as if its sender had clicked, another time becomes
 * a proposal, and what cannot be matched becomes a task. The same octets twice are one. Raw message and hash are kept as
 * evidence, sealed.
 */
export async function receiveMail(
  deps: Deps,
  courtId: string,
  raw: Buffer,
  door: MailDoor,
): Promise<Result<Received>> {
  if (raw.length > MOST_MAIL_BYTES) return refuse("fileTooLarge", { params: { maxBytes: MOST_MAIL_BYTES } });
  const hash = createHash("sha256").update(raw).digest();
  const mail = await readMail(raw, door);
  const kept = await keep(deps, courtId, raw, hash, mail, door.source);
  if (kept.outcome !== PENDING) return ok({ ...kept, outcome: kept.outcome as InboundOutcome });
  const received = await judge(deps, courtId, mail, kept.id);
  await settle(deps, courtId, kept.id, received);
  return ok(received);
}

/** A message that a process took in and did not finish; whoever brings it again goes on. */
const PENDING = "received";

async function keep(
  deps: Deps,
  courtId: string,
  raw: Buffer,
  hash: Buffer,
  mail: InboundMail,
  source: MailDoor["source"],
): Promise<{ id: string; outcome: string }> {
  const t = schema.inboundMessages;
  const id = uuidv7();
  return deps.db.withCourt(courtId, async (tx) => {
    await tx
      .insert(t)
      .values({
        courtId,
        id,
        source,
        hash,
        messageId: mail.messageId,
        fromMasked: mail.from ? maskEmail(mail.from) : "",
        fromIndex: mail.from ? deps.secrets.blindIndex("inbound sender", mail.from) : null,
        outcome: PENDING,
        raw: deps.secrets.seal(raw, place("inbound_messages", "raw", id)),
        receivedAt: deps.clock.now(),
      })
      .onConflictDoNothing();
    const [row] = await tx
      .select({ id: t.id, outcome: t.outcome })
      .from(t)
      .where(and(eq(t.courtId, courtId), eq(t.hash, hash)));
    if (!row) throw new Error("a message was not kept");
    return row;
  });
}

const unmatched = (detail: string): Received => ({ outcome: "unmatched", detail });

async function judge(deps: Deps, courtId: string, mail: InboundMail, inboundId: string): Promise<Received> {
  if (mail.bounce) {
    const { messageId, isPermanent, code } = mail.bounce;
    const isOurs = await bounced(deps, { courtId, messageId, permanent: isPermanent, code });
    return isOurs ? { outcome: "bounce", detail: code } : unmatched("unknownBounce");
  }
  if (mail.isAutomatic) return { outcome: "automatic" };
  if (mail.hasContainer && !mail.answers.length) return unmatched("container");
  const [answer, ...others] = mail.answers;
  if (!answer) return unmatched(mail.hasUnreadable ? "unreadable" : "noCalendar");
  if (others.some((one) => one.uid !== answer.uid)) return unmatched("severalEvents");
  return takeAnswer(deps, courtId, mail, newest(mail.answers), inboundId);
}

/** Two parts of one message that say different things: what was said last. */
const newest = (answers: readonly CalendarAnswer[]): CalendarAnswer =>
  [...answers].sort((a, b) => (b.dtstamp ?? "").localeCompare(a.dtstamp ?? ""))[0] as CalendarAnswer;

async function settle(deps: Deps, courtId: string, id: string, received: Received): Promise<void> {
  const t = schema.inboundMessages;
  const now = deps.clock.now();
  const { outcome, detail = null, caseId = null, invitationId = null } = received;
  await deps.db.withCourt(courtId, async (tx) => {
    await tx
      .update(t)
      .set({ outcome, detail, caseId, invitationId })
      .where(and(eq(t.courtId, courtId), eq(t.id, id)));
    if (outcome === "unmatched")
      await openTask(tx, {
        courtId,
        kind: "unmatchedMail",
        key: `unmatchedMail:${id}`,
        caseId,
        data: { inboundId: id, why: detail },
        openedAt: now,
      });
    await record(tx, inboundActor(courtId), now, {
      verb: "receive-mail",
      data: { inboundId: id, outcome, detail, caseId, invitationId },
    });
  });
}
