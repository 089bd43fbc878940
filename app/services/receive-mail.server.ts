import { createHash } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
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
import { keepInbound, PENDING, type Received, settleInbound } from "./inbound-log.server";
import { bounced } from "./note-delivery.server";
import { takeAnswer } from "./take-answer.server";

export { MOST_MAIL_BYTES };

/** @throws Forbidden for whoever does not hand over the court's mail. */
export function mayReceiveMail(actor: Actor): void {
  if (!can(actor, "receive-mail", ["court"]).ok) throw new Forbidden("receive-mail");
}

export type MailDoor = {
  readonly source: "api" | "imap";
  /** The authserv-id of our own mail server; without it signatures are checked here. */
  readonly trusted?: string | undefined;
  readonly resolver?: Resolver;
};

/**
 * Takes in a raw message for a court: an answer to an invitation counts as if its sender had clicked, another time becomes
 * a proposal, and what cannot be matched becomes a task. The same octets twice are one. Raw message and hash are kept as
 * evidence, sealed. `waiting`: its sender's key could not be asked for, which is tried again (resumeMail).
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
  const kept = await keepInbound(deps, courtId, {
    source: door.source,
    raw,
    hash,
    messageId: mail.messageId,
    from: mail.from,
    fromMasked: mail.from ? maskEmail(mail.from) : "",
  });
  if (kept.outcome !== PENDING) return ok({ outcome: kept.outcome });
  return ok(await finish(deps, courtId, mail, kept.id, false));
}

/** Goes on with a message that was kept and not finished. `isLast`: it has waited long enough for its sender's key. */
export async function resumeMail(
  deps: Deps,
  courtId: string,
  kept: { readonly id: string; readonly raw: Buffer; readonly isLast: boolean },
  door: Omit<MailDoor, "source">,
): Promise<Received> {
  return finish(deps, courtId, await readMail(kept.raw, door), kept.id, kept.isLast);
}

/** Leaves a message that the machine stumbles over to a person. What became of it before stays. */
export async function leaveToPerson(
  deps: Deps,
  courtId: string,
  raw: Buffer,
  source: MailDoor["source"],
): Promise<void> {
  const hash = createHash("sha256").update(raw).digest();
  const unread = { messageId: null, from: null, fromMasked: "" };
  const kept = await keepInbound(deps, courtId, { source, raw, hash, ...unread });
  if (kept.outcome === PENDING) await settleInbound(deps, courtId, kept.id, unmatched("stumbled"));
}

async function finish(
  deps: Deps,
  courtId: string,
  mail: InboundMail,
  id: string,
  isLast: boolean,
): Promise<Received> {
  if (mail.vouched === "later" && mail.answers.length && !isLast) return { outcome: "waiting" };
  const received = await judge(deps, courtId, mail, id);
  await settleInbound(deps, courtId, id, { caseId: await caseReferredTo(deps, courtId, mail), ...received });
  return received;
}

/** The case of the message of ours that this one answers, so that whoever reads it knows what it is about. */
async function caseReferredTo(deps: Deps, courtId: string, mail: InboundMail): Promise<string | undefined> {
  if (!mail.refersTo.length) return undefined;
  const d = schema.deliveries;
  const [row] = await deps.db.withCourt(courtId, (tx) =>
    tx
      .select({ caseId: d.caseId })
      .from(d)
      .where(and(eq(d.courtId, courtId), inArray(d.messageId, mail.refersTo.slice(-20))))
      .limit(1),
  );
  return row?.caseId ?? undefined;
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
