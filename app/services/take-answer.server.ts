import { and, eq } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import type { CalendarAnswer } from "~/adapters/inbound/calendar-answer";
import type { InboundMail } from "~/adapters/inbound/read-mail.server";
import { domainOf } from "~/adapters/inbound/sender.server";
import type { Side } from "~/domain/cases/sides";
import { asCourtId, asId, type CaseId, type LinkId, type PartyId } from "~/domain/ids";
import type { PartyActor } from "~/domain/policy/actor";
import type { Result } from "~/domain/result";
import { type Brought, writtenAt } from "./answer-brought.server";
import { answerBroughtBy } from "./answer-invitation.server";
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
  const { invitation, to } = found;
  const about = { caseId: invitation.caseId, invitationId: invitation.id };
  const doubt = doubtOf(deps, mail, answer, invitation, to);
  if (doubt) return { ...about, outcome: "unmatched", detail: doubt };
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
  return outcomeOf(said, about, { outcome: "replied", detail: reply });
}

/** What came of an act that a message asked for: one that comes too late is no fault of anybody. */
export function outcomeOf(
  said: Result<object>,
  about: Pick<Received, "caseId" | "invitationId">,
  done: Received,
): Received {
  if (said.ok) return { ...about, ...done };
  const why = said.params?.why;
  return said.refusal === "staleVersion" && typeof why === "string"
    ? { ...about, outcome: "stale", detail: why }
    : { ...about, outcome: "refused", detail: said.refusal };
}

async function known(
  tx: Tx,
  deps: Deps,
  courtId: string,
  uid: string,
): Promise<{ invitation: Invitation; to: Addressee } | null> {
  const i = schema.invitations;
  const [invitation] = await tx
    .select()
    .from(i)
    .where(and(eq(i.courtId, courtId), eq(i.uid, uid)));
  return invitation ? { invitation, to: await addressee(tx, deps, invitation) } : null;
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
  // Who acts for another writes from the same house; an address elsewhere could be anybody who was shown the invitation.
  const { from } = mail;
  const isDeputy = from !== null && from === part.sentBy && domainOf(from) === domainOf(part.address);
  if (from !== part.address && !isDeputy) return "otherSender";
  return mail.vouched === "yes" ? null : "notAuthentic";
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
    sequence: answer.sequence,
    writtenAt: answer.dtstamp,
    ...(answer.comment ? { words: answer.comment } : {}),
  };
  const noted = await execute(deps, inboundActor(courtId), noteCounter, input, { idempotencyKey: inboundId });
  return outcomeOf(noted, about, { outcome: "counter" });
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
  const { sequence, dtstamp } = answer;
  if (!to.party)
    return execute(
      deps,
      inboundActor(courtId),
      noteStaffReply,
      { caseId, invitationId: invitation.id, reply, inboundId, sequence, writtenAt: dtstamp },
      { idempotencyKey: inboundId },
    );
  return answerAsSide(
    deps,
    { courtId, caseId, partyId: to.party.id, side: to.party.side },
    { sessionId, recipientId, reply, ...(answer.comment ? { reason: answer.comment } : {}) },
    { how: "mail", inboundId, sequence, writtenAt: writtenAt(dtstamp, deps.clock.now()) },
  );
}

/** A side's own answer, as a message of its own brought it. */
export function answerAsSide(
  deps: Deps,
  of: { courtId: string; caseId: string; partyId: string; side: Side },
  answer: { sessionId: string; recipientId: string; reply: string; reason?: string },
  brought: Brought,
): Promise<Result<object>> {
  const actor: PartyActor = {
    kind: "party",
    courtId: asCourtId(of.courtId),
    caseId: asId<CaseId>(of.caseId),
    side: of.side,
    partyId: asId<PartyId>(of.partyId),
    linkId: asId<LinkId>(brought.inboundId),
  };
  const input = { caseId: of.caseId, ...answer };
  const options = { idempotencyKey: brought.inboundId };
  return execute(deps, actor, answerBroughtBy(brought), input, options).catch((error: unknown) => {
    // The case has gone where its side cannot answer any more.
    if (error instanceof NotFound || error instanceof Forbidden)
      return { ok: false, refusal: "forbidden" } as const;
    throw error;
  });
}
