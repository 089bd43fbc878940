import { createHash } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { schema, type Tx } from "#db/client";
import { maskPhone } from "~/domain/intake/mask";
import { textReply } from "~/domain/notices/text-reply";
import { allCourts } from "./all-courts.server";
import type { Deps } from "./deps.server";
import { contactIndexes } from "./identities.server";
import { keepInbound, PENDING, type Received, settleInbound } from "./inbound-log.server";
import { answerAsSide, outcomeOf } from "./take-answer.server";

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

type At = { readonly courtId: string; readonly isKnown: boolean; readonly awaited: readonly Waiting[] };

/**
 * Takes in a text message: yes or no from the number of somebody who is invited to one coming session is his answer, as
 * if he had clicked; anything else, or from somebody of several sessions in whatever court, is read by a person, and so is
 * a number that nobody knows. The same message twice is one.
 */
export async function receiveText(deps: Deps, message: InboundText): Promise<Received> {
  const all = await everywhere(deps, message.from);
  const known = all.filter((one) => one.isKnown);
  // Of a number that no court knows the first looks: it is nobody else's, and in no court's void.
  const at = known.find((one) => one.awaited.length) ?? known[0] ?? all[0];
  if (!at) throw new Error("no court is there to be written to");
  const { courtId } = at;
  const raw = Buffer.from(JSON.stringify(message));
  const kept = await keepInbound(deps, courtId, {
    source: "sms",
    raw,
    hash: createHash("sha256").update(raw).digest(),
    messageId: message.id,
    from: message.from,
    fromMasked: maskPhone(message.from),
  });
  if (kept.outcome !== PENDING) return { outcome: kept.outcome };
  return finish(deps, courtId, message, all, kept.id);
}

const shape = z.object({ id: z.string(), from: z.string(), text: z.string() });

/** Goes on with a message that was kept and not finished. */
export async function resumeText(
  deps: Deps,
  courtId: string,
  kept: { readonly id: string; readonly raw: Buffer },
): Promise<Received> {
  const message = shape.parse(JSON.parse(kept.raw.toString("utf8")));
  return finish(deps, courtId, message, await everywhere(deps, message.from), kept.id);
}

async function everywhere(deps: Deps, from: string): Promise<At[]> {
  const found: At[] = [];
  for (const courtId of await allCourts(deps))
    found.push({
      courtId,
      ...(await deps.db.withCourt(courtId, (tx) => peopleBehind(tx, deps, courtId, from))),
    });
  return found;
}

async function finish(
  deps: Deps,
  courtId: string,
  message: InboundText,
  all: readonly At[],
  inboundId: string,
): Promise<Received> {
  const received = all.some((one) => one.isKnown)
    ? await judge(
        deps,
        courtId,
        message,
        all.flatMap((one) => one.awaited),
        inboundId,
      )
    : { outcome: "unmatched" as const, detail: "unknownNumber" };
  await settleInbound(deps, courtId, inboundId, received);
  return received;
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
  const said = await answerAsSide(
    deps,
    { courtId, ...one },
    { sessionId: one.sessionId, recipientId: one.recipientId, reply },
    { how: "sms", inboundId, sequence: null, writtenAt: null },
  );
  return outcomeOf(said, about, { outcome: "replied", detail: reply });
}
