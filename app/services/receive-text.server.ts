import { createHash } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import { asCourtId, asId, type CaseId, type LinkId, type PartyId } from "~/domain/ids";
import { maskPhone } from "~/domain/intake/mask";
import { textReply } from "~/domain/notices/text-reply";
import type { PartyActor } from "~/domain/policy/actor";
import { allCourts } from "./all-courts.server";
import { answerInvitation } from "./answer-invitation.server";
import { execute, Forbidden, NotFound } from "./command.server";
import type { Deps } from "./deps.server";
import { contactIndexes } from "./identities.server";
import {
  type InboundOutcome,
  keepInbound,
  PENDING,
  type Received,
  settleInbound,
} from "./inbound-log.server";

/** A text message as the gateway hands it over; `id` is the gateway's own. */
export type InboundText = { readonly id: string; readonly from: string; readonly text: string };

type Waiting = {
  readonly caseId: string;
  readonly sessionId: string;
  readonly invitationId: string;
  readonly recipientId: string;
  readonly partyId: string;
  readonly side: "claimant" | "respondent";
};

/**
 * Takes in a text message: yes or no from the number of somebody who is invited to one coming session is his answer, as
 * if he had clicked; anything else, or from somebody of several sessions, is read by a person. A number that no court
 * knows answers null: there is nobody who could look. The same message twice is one.
 */
export async function receiveText(deps: Deps, message: InboundText): Promise<Received | null> {
  for (const courtId of await allCourts(deps)) {
    const known = await deps.db.withCourt(courtId, (tx) => peopleBehind(tx, deps, courtId, message.from));
    if (!known.isKnown) continue;
    const raw = Buffer.from(JSON.stringify(message));
    const kept = await keepInbound(deps, courtId, {
      source: "sms",
      raw,
      hash: createHash("sha256").update(raw).digest(),
      messageId: message.id,
      from: message.from,
      fromMasked: maskPhone(message.from),
    });
    if (kept.outcome !== PENDING) return { outcome: kept.outcome as InboundOutcome };
    const received = await judge(deps, courtId, message, known.awaited, kept.id);
    await settleInbound(deps, courtId, kept.id, received);
    return received;
  }
  return null;
}

/** Whose number it is in this court, and which invitations to sessions still to come wait for him. */
async function peopleBehind(
  tx: Tx,
  deps: Deps,
  courtId: string,
  from: string,
): Promise<{ isKnown: boolean; awaited: Waiting[] }> {
  const c = schema.contactPoints;
  const points = await tx
    .select({ partyId: c.partyId, agentId: c.agentId })
    .from(c)
    .where(and(eq(c.courtId, courtId), inArray(c.index, contactIndexes(deps.secrets, from))));
  if (!points.length) return { isKnown: false, awaited: [] };
  const i = schema.invitations;
  const b = schema.bookings;
  const p = schema.parties;
  const rows = await tx
    .selectDistinct({
      caseId: i.caseId,
      sessionId: i.sessionId,
      invitationId: i.id,
      recipientId: i.recipientId,
      partyId: p.id,
      side: p.side,
    })
    .from(i)
    .innerJoin(b, and(eq(b.courtId, i.courtId), eq(b.sessionId, i.sessionId), eq(b.status, "booked")))
    .innerJoin(p, and(eq(p.courtId, i.courtId), eq(p.caseId, i.caseId)))
    .where(
      and(
        eq(i.courtId, courtId),
        eq(i.method, "REQUEST"),
        sql`upper(${b.during}) > ${deps.clock.now().toUTC().toISO()}::timestamptz`,
        inArray(
          i.recipientId,
          points.map((one) => one.agentId ?? one.partyId),
        ),
        inArray(
          p.id,
          points.map((one) => one.partyId),
        ),
      ),
    );
  return { isKnown: true, awaited: rows };
}

async function judge(
  deps: Deps,
  courtId: string,
  message: InboundText,
  awaited: readonly Waiting[],
  inboundId: string,
): Promise<Received> {
  const [one] = awaited;
  const about = one && awaited.length === 1 ? { caseId: one.caseId, invitationId: one.invitationId } : {};
  const reply = textReply(message.text);
  if (!reply) return { ...about, outcome: "unmatched", detail: "otherWords" };
  if (!one) return { outcome: "unmatched", detail: "noSession" };
  if (awaited.length > 1) return { outcome: "unmatched", detail: "severalSessions" };
  const actor: PartyActor = {
    kind: "party",
    courtId: asCourtId(courtId),
    caseId: asId<CaseId>(one.caseId),
    side: one.side,
    partyId: asId<PartyId>(one.partyId),
    linkId: asId<LinkId>(inboundId),
  };
  const { caseId, sessionId, recipientId } = one;
  const input = { caseId, sessionId, recipientId, reply, how: "sms", inboundId };
  const said = await execute(deps, actor, answerInvitation, input, { idempotencyKey: inboundId }).catch(
    (error: unknown) => {
      if (error instanceof NotFound || error instanceof Forbidden)
        return { ok: false, refusal: "forbidden" } as const;
      throw error;
    },
  );
  return said.ok
    ? { ...about, outcome: "replied", detail: reply }
    : { ...about, outcome: "refused", detail: said.refusal };
}
