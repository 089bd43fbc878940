import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { schema, type Tx } from "#db/client";
import { writtenCode } from "~/domain/notices/notice-code";
import { idText } from "./case-act.server";
import { iso, isoOrNull } from "./iso.server";
import { query } from "./query.server";

/** Every notice of a case, each with its ways and what became of them, step by step. Nobody's name or address in full. */
export async function noticesOfCase(tx: Tx, courtId: string, caseId: string) {
  const [n, d, e, i] = [schema.notices, schema.deliveries, schema.deliveryEvents, schema.invitations];
  const notices = await tx
    .select({ notice: n, reply: i.reply, repliedAt: i.repliedAt, sequence: i.sequence })
    .from(n)
    .leftJoin(i, and(eq(i.courtId, n.courtId), eq(i.id, n.invitationId)))
    .where(and(eq(n.courtId, courtId), eq(n.caseId, caseId)))
    .orderBy(asc(n.createdAt), asc(n.id));
  const deliveries = await tx
    .select()
    .from(d)
    .where(and(eq(d.courtId, courtId), eq(d.caseId, caseId)))
    .orderBy(asc(d.queuedAt), asc(d.id));
  const events = await tx
    .select({ event: e })
    .from(e)
    .innerJoin(d, and(eq(d.courtId, e.courtId), eq(d.id, e.deliveryId)))
    .where(and(eq(e.courtId, courtId), eq(d.caseId, caseId)))
    .orderBy(asc(e.at), asc(e.id));
  return notices.map(({ notice, reply, repliedAt, sequence }) => ({
    id: notice.id,
    code: writtenCode(notice.code),
    kind: notice.kind,
    recipientKind: notice.recipientKind,
    recipientMasked: notice.recipientMasked,
    createdAt: iso(notice.createdAt),
    startAt: notice.facts.startAt ?? null,
    endAt: notice.facts.endAt ?? null,
    reply: reply && reply !== "needsAction" && sequence === notice.sequence ? reply : null,
    repliedAt: sequence === notice.sequence ? isoOrNull(repliedAt) : null,
    ways: deliveries
      .filter((one) => one.noticeId === notice.id)
      .map((one) => ({
        id: one.id,
        channel: one.channel,
        addressMasked: one.addressMasked,
        status: one.status,
        tracking: one.channel === "paper" ? one.messageId : null,
        events: events
          .filter(({ event }) => event.deliveryId === one.id)
          .map(({ event }) => ({
            id: event.id,
            status: event.status,
            detail: event.detail,
            at: iso(event.at),
          })),
      })),
  }));
}

/** Evidence of notice for one case. */
export const caseNoticesQuery = query({
  name: "case-notices",
  ability: "view-evidence",
  input: z.object({ caseId: idText }),
  run: async ({ tx, courtId, theCase }) => ({
    notices: await noticesOfCase(tx, courtId, theCase().id),
  }),
});
