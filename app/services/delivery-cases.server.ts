import { and, eq, inArray } from "drizzle-orm";
import { schema, type Tx } from "#db/client";

/** The cases to which deliveries belong. */
export async function casesOfDeliveries(tx: Tx, courtId: string, ids: readonly string[]): Promise<string[]> {
  if (!ids.length) return [];
  const d = schema.deliveries;
  const rows = await tx
    .selectDistinct({ caseId: d.caseId })
    .from(d)
    .where(and(eq(d.courtId, courtId), inArray(d.id, [...ids])));
  return rows.flatMap((row) => row.caseId ?? []);
}

export const caseOfDelivery = (tx: Tx, courtId: string, id: string): Promise<string[]> =>
  casesOfDeliveries(tx, courtId, [id]);

/** The cases of which notices tell. */
export async function casesOfNotices(tx: Tx, courtId: string, ids: readonly string[]): Promise<string[]> {
  if (!ids.length) return [];
  const n = schema.notices;
  const rows = await tx
    .selectDistinct({ caseId: n.caseId })
    .from(n)
    .where(and(eq(n.courtId, courtId), inArray(n.id, [...ids])));
  return rows.flatMap((row) => row.caseId ?? []);
}
