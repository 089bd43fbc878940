import { and, eq } from "drizzle-orm";
import type { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { schema, type Tx } from "#db/client";

type DeliveryRow = typeof schema.deliveries.$inferSelect;
type Change = Pick<DeliveryRow, "courtId" | "id" | "status"> & {
  readonly at: DateTime;
  /** A person who entered it, or the job. */
  readonly byId: string;
  readonly detail?: string | null;
};
type Beside = Partial<Pick<DeliveryRow, "attempts" | "messageId" | "sentAt">>;

/** Keeps as evidence how far a delivery has come; `delivery_events` is never changed afterwards. */
export async function keepStep(tx: Tx, change: Change): Promise<void> {
  const { courtId, id: deliveryId, status, at, byId, detail = null } = change;
  await tx
    .insert(schema.deliveryEvents)
    .values({ courtId, id: uuidv7(), deliveryId, status, detail, byId, at });
}

/** The one way by which a delivery changes: the row says how it stands, the events how it came there. */
export async function markDelivery(tx: Tx, change: Change, beside: Beside = {}): Promise<void> {
  const { courtId, id, status, at, detail = null } = change;
  const d = schema.deliveries;
  await tx
    .update(d)
    .set({ ...beside, status, detail, changedAt: at })
    .where(and(eq(d.courtId, courtId), eq(d.id, id)));
  await keepStep(tx, change);
}
