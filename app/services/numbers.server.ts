import { and, eq, sql } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import { renderRegistrationNumber } from "~/domain/cases/number";

/**
 * The next `count` numbers of a series, of which it answers the first. The counter's row stays locked until the
 * transaction ends: a number is neither lost when the act fails nor given twice. Lock order: after cases and resources,
 * before the record.
 */
async function nextSerials(
  tx: Tx,
  courtId: string,
  of: { family: string; year: number; count: number },
): Promise<number> {
  const t = schema.numberCounters;
  const { family, year, count } = of;
  const [row] = await tx
    .insert(t)
    .values({ courtId, family, year, last: count })
    .onConflictDoUpdate({ target: [t.courtId, t.family, t.year], set: { last: sql`${t.last} + ${count}` } })
    .returning({ last: t.last });
  if (!row) throw new Error("the counter gave no number");
  return row.last - count + 1;
}

export const nextSerial = (tx: Tx, courtId: string, family: string, year: number): Promise<number> =>
  nextSerials(tx, courtId, { family, year, count: 1 });

/** The court as numbers know it: its 法院代字 and the prefix of its registration numbers. */
export async function courtMarks(tx: Tx, courtId: string): Promise<{ code: string; prefix: string }> {
  const t = schema.courts;
  const [court] = await tx.select({ code: t.code, prefix: t.numberPrefix }).from(t).where(eq(t.id, courtId));
  if (!court) throw new Error("no such court");
  return court;
}

/** 登记号 of cases that come in on a court-local day: gap-free per court and year, consecutive among themselves. */
export async function nextRegistrationNumbers(
  tx: Tx,
  courtId: string,
  today: string,
  count: number,
): Promise<string[]> {
  const year = Number(today.slice(0, 4));
  const { prefix } = await courtMarks(tx, courtId);
  const first = await nextSerials(tx, courtId, { family: "registration", year, count });
  return Array.from({ length: count }, (_, n) => renderRegistrationNumber(prefix, year, first + n));
}

/** The case that already bears this number, if any. */
export async function bearerOf(tx: Tx, courtId: string, number: string): Promise<string | null> {
  const t = schema.caseNumbers;
  const [row] = await tx
    .select({ caseId: t.caseId })
    .from(t)
    .where(and(eq(t.courtId, courtId), eq(t.number, number)));
  if (row) return row.caseId;
  const c = schema.cases;
  const [old] = await tx
    .select({ id: c.id })
    .from(c)
    .where(and(eq(c.courtId, courtId), eq(c.caseNo, number)));
  return old?.id ?? null;
}
