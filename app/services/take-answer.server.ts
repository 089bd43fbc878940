import { and, desc, eq } from "drizzle-orm";
import { DateTime } from "luxon";
import { schema, type Tx } from "#db/client";
import type { CalendarAnswer } from "~/adapters/inbound/calendar-answer";
import type { InboundMail } from "~/adapters/inbound/read-mail.server";
import { asCourtId, asId, type CaseId, type LinkId, type PartyId } from "~/domain/ids";
import type { PartyActor } from "~/domain/policy/actor";
import type { Result } from "~/domain/result";
import { answerInvitation } from "./answer-invitation.server";
import { execute, Forbidden, NotFound } from "./command.server";
import type { Deps } from "./deps.server";
import { type Addressee, addressee, caseMailboxNames } from "./effects/addressees.server";
import { inboundActor } from "./inbound-actor.server";
import type { Received } from "./inbound-log.server";
import { noteCounter } from "./note-counter.server";
import { noteStaffReply } from "./note-staff-reply.server";

type Invitation = typeof schema.invitations.$inferSelect;
const REPLIES = { ACCEPTED: "accepted", DECLINED: "declined", TENTATIVE: "tentative" } as const;
type Partstat = keyof typeof REPLIES;
const isReply = (partstat: string): partstat is Partstat => Object.hasOwn(REPLIES, partstat);

/**
 * An answer is taken for what it says where it names an invitation of ours, came to that case's own mailbox, is from the
 * invited address itself or from who may act for it, and its domain vouches for it; else a person looks. One that is older
 * than what is known changes nothing (calendar programs answer twice, and in any order).
 */
export async function takeAnswer(
  deps: Deps,
  courtId: string,
  mail: InboundMail,
  answer: CalendarAnswer,
  inboundId: string,
): Promise<Received> {
  const found = await deps.db.withCourt(courtId, (tx) => known(tx, deps, courtId, answer.uid));
  if (!found) return { outcome: "unmatched", detail: "unknownUid" };
  const { invitation, to, lastStamp } = found;
  const about = { caseId: invitation.caseId, invitationId: invitation.id };
  const doubt = doubtOf(deps, mail, answer, invitation, to);
  if (doubt) return { ...about, outcome: "unmatched", detail: doubt };
  const stale = staleness(answer, invitation, lastStamp);
  if (stale) return { ...about, outcome: "stale", detail: stale };
  if (answer.method === "COUNTER") return counter(deps, courtId, answer, invitation, inboundId);
  const partstat = ownPart(answer, to)?.partstat ?? "";
  if (!isReply(partstat))
    return partstat === "NEEDS-ACTION"
      ? { ...about, outcome: "noAnswer" }
      : {
          ...about,
          outcome: "unmatched",
          detail: partstat === "DELEGATED" ? "delegated" : "partstatUnknown",
        };
  const reply = REPLIES[partstat];
  const said = await answerFor(deps, courtId, { invitation, to, reply, answer, inboundId });
  return said.ok
    ? { ...about, outcome: "replied", detail: reply }
    : { ...about, outcome: "refused", detail: said.refusal };
}

async function known(
  tx: Tx,
  deps: Deps,
  courtId: string,
  uid: string,
): Promise<{ invitation: Invitation; to: Addressee; lastStamp: DateTime | null } | null> {
  const i = schema.invitations;
  const [invitation] = await tx
    .select()
    .from(i)
    .where(and(eq(i.courtId, courtId), eq(i.uid, uid)));
  if (!invitation) return null;
  const r = schema.invitationReplies;
  const [last] = await tx
    .select({ stampedAt: r.stampedAt, sequence: r.sequence })
    .from(r)
    .where(
      and(eq(r.courtId, courtId), eq(r.invitationId, invitation.id), eq(r.sequence, invitation.sequence)),
    )
    .orderBy(desc(r.stampedAt))
    .limit(1);
  return { invitation, to: await addressee(tx, deps, invitation), lastStamp: last?.stampedAt ?? null };
}

const ownPart = (answer: CalendarAnswer, to: Addressee) => {
  const own = to.mail?.address.toLowerCase();
  return answer.attendees.find((one) => one.address === own);
};

/** Why a machine must not take this answer; null where it may. */
function doubtOf(
  deps: Deps,
  mail: InboundMail,
  answer: CalendarAnswer,
  invitation: Invitation,
  to: Addressee,
): string | null {
  if (answer.method !== "REPLY" && answer.method !== "COUNTER") return "otherMethod";
  const boxes = caseMailboxNames(deps, invitation.courtId, invitation.caseId);
  if (!mail.to.some((address) => boxes.includes(address.split("@")[0] ?? ""))) return "wrongMailbox";
  const part = ownPart(answer, to);
  if (!part) return "notInvited";
  if (mail.from !== part.address && mail.from !== part.sentBy) return "otherSender";
  return mail.isAuthentic ? null : "notAuthentic";
}

function staleness(
  answer: CalendarAnswer,
  invitation: Invitation,
  lastStamp: DateTime | null,
): string | null {
  if (invitation.method === "CANCEL") return "cancelled";
  if (answer.sequence !== null && answer.sequence < invitation.sequence) return "olderRevision";
  if (lastStamp && answer.dtstamp && DateTime.fromISO(answer.dtstamp) <= lastStamp) return "olderAnswer";
  return null;
}

async function counter(
  deps: Deps,
  courtId: string,
  answer: CalendarAnswer,
  invitation: Invitation,
  inboundId: string,
): Promise<Received> {
  const { id: invitationId, caseId } = invitation;
  const about = { caseId, invitationId };
  if (!answer.startAt || !answer.endAt || answer.startAt >= answer.endAt)
    return { ...about, outcome: "unmatched", detail: "counterWithoutTime" };
  const input = {
    caseId,
    invitationId,
    inboundId,
    startAt: answer.startAt,
    endAt: answer.endAt,
    ...(answer.comment ? { words: answer.comment } : {}),
  };
  const noted = await execute(deps, inboundActor(courtId), noteCounter, input, { idempotencyKey: inboundId });
  return noted.ok
    ? { ...about, outcome: "counter" }
    : { ...about, outcome: "refused", detail: noted.refusal };
}

/** The answer as its sender's own act: a side answers for itself, a mediator or lawyer is noted. */
async function answerFor(
  deps: Deps,
  courtId: string,
  of: {
    readonly invitation: Invitation;
    readonly to: Addressee;
    readonly reply: (typeof REPLIES)[Partstat];
    readonly answer: CalendarAnswer;
    readonly inboundId: string;
  },
): Promise<Result<object>> {
  const { invitation, to, reply, answer, inboundId } = of;
  const { caseId, sessionId, recipientId } = invitation;
  const options = { idempotencyKey: inboundId };
  const stampedAt = answer.dtstamp ? { stampedAt: answer.dtstamp } : {};
  if (!to.party)
    return execute(
      deps,
      inboundActor(courtId),
      noteStaffReply,
      { caseId, invitationId: invitation.id, reply, inboundId, ...stampedAt },
      options,
    );
  const actor: PartyActor = {
    kind: "party",
    courtId: asCourtId(courtId),
    caseId: asId<CaseId>(caseId),
    side: to.party.side,
    partyId: asId<PartyId>(to.party.id),
    linkId: asId<LinkId>(inboundId),
  };
  const input = {
    caseId,
    sessionId,
    recipientId,
    reply,
    how: "mail",
    inboundId,
    ...stampedAt,
    ...(answer.comment ? { reason: answer.comment } : {}),
  };
  return execute(deps, actor, answerInvitation, input, options).catch((error: unknown) => {
    // The case has gone where its side cannot answer any more.
    if (error instanceof NotFound || error instanceof Forbidden)
      return { ok: false, refusal: "forbidden" } as const;
    throw error;
  });
}
