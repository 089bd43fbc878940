import { and, eq, inArray } from "drizzle-orm";
import type { DateTime } from "luxon";
import { schema, type Tx } from "#db/client";
import { isAddressGone } from "~/domain/notices/channels";
import { planDeeds } from "./outbox.server";
import { openTask } from "./tasks.server";

type Row = Pick<
  typeof schema.deliveries.$inferSelect,
  "courtId" | "id" | "caseId" | "channel" | "noticeId" | "invitationId" | "contactPointId"
>;

/** Text messages that failed for good before a number counts as dead: a gateway's word is less sure than a mail server's. */
const DEAD_AFTER = 2;

async function isDead(tx: Tx, row: Row, code: string): Promise<boolean> {
  if (row.channel === "mail") return isAddressGone(code);
  if (row.channel !== "sms" || !row.contactPointId) return false;
  const d = schema.deliveries;
  const failed = await tx
    .select({ id: d.id })
    .from(d)
    .where(
      and(
        eq(d.courtId, row.courtId),
        eq(d.contactPointId, row.contactPointId),
        eq(d.channel, "sms"),
        inArray(d.status, ["failed", "bounced"]),
      ),
    )
    .limit(DEAD_AFTER);
  return failed.length >= DEAD_AFTER;
}

/**
 * What follows when a message did not reach its recipient for good: a wrong address is used no more, a person gets a
 * task, and the next way is tried. After the delivery was marked, in the same transaction.
 */
export async function afterFailure(
  tx: Tx,
  row: Row,
  { code, permanent, now }: { code: string; permanent: boolean; now: DateTime },
): Promise<void> {
  const { courtId, caseId, noticeId } = row;
  const k = schema.contactPoints;
  if (permanent && row.contactPointId && (await isDead(tx, row, code)))
    await tx
      .update(k)
      .set({ status: "dead" })
      .where(and(eq(k.courtId, courtId), eq(k.id, row.contactPointId)));
  const i = schema.invitations;
  const [invited] = row.invitationId
    ? await tx
        .select({ sessionId: i.sessionId })
        .from(i)
        .where(and(eq(i.courtId, courtId), eq(i.id, row.invitationId)))
    : [];
  await openTask(tx, {
    courtId,
    kind: "bounced",
    key: `bounced:${row.id}`,
    caseId,
    sessionId: invited?.sessionId ?? null,
    data: { deliveryId: row.id, noticeId, channel: row.channel, code },
    openedAt: now,
  });
  if (!noticeId || !caseId) return;
  await planDeeds(tx, courtId, [
    {
      effect: "sendAgain",
      key: `again:${row.id}`,
      payload: { caseId, noticeId, round: `after:${row.id}` },
      runAt: now,
    },
  ]);
}
