import { and, asc, eq, gt, sql } from "drizzle-orm";
import { schema } from "#db/client";
import { allCourts } from "./all-courts.server";
import type { Deps } from "./deps.server";
import { GENESIS, linkHash } from "./record.server";

export type Broken = {
  readonly courtId: string;
  readonly chain: string;
  readonly seq: number;
  readonly why: "hash" | "link" | "gap" | "head";
};
export type Verified = { readonly rows: number; readonly chains: number; readonly broken: Broken | null };

const PAGE = 2_000;

/** Recomputes one court's chains row by row and compares every head; stops at the first row that does not fit. */
export async function verifyCourt(deps: Deps, courtId: string): Promise<Verified> {
  const r = schema.records;
  let chain = "";
  let seq = 0;
  let head: Buffer = GENESIS;
  let rows = 0;
  const heads = new Map<string, { seq: number; head: Buffer }>();
  for (let after: { chain: string; seq: number } | null = null; ; ) {
    const page: (typeof r.$inferSelect)[] = await deps.db.withCourt(courtId, (tx) =>
      tx
        .select()
        .from(r)
        .where(
          after
            ? sql`${r.courtId} = ${courtId} and (${r.chain}, ${r.seq}) > (${after.chain}, ${after.seq})`
            : eq(r.courtId, courtId),
        )
        .orderBy(asc(r.chain), asc(r.seq))
        .limit(PAGE),
    );
    for (const row of page) {
      rows++;
      if (row.chain !== chain) [chain, seq, head] = [row.chain, 0, GENESIS];
      const at = { courtId, chain: row.chain, seq: row.seq };
      if (row.seq !== seq + 1) return { rows, chains: heads.size, broken: { ...at, why: "gap" } };
      if (!row.prev.equals(head)) return { rows, chains: heads.size, broken: { ...at, why: "link" } };
      if (!linkHash(row.prev, row).equals(row.hash))
        return { rows, chains: heads.size, broken: { ...at, why: "hash" } };
      [seq, head] = [row.seq, row.hash];
      heads.set(chain, { seq, head });
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    after = { chain: last.chain, seq: last.seq };
  }
  return { rows, chains: heads.size, broken: await brokenHead(deps, courtId, heads) };
}

/** A tail cut off leaves a chain that fits in itself; only the head that stands elsewhere tells. */
async function brokenHead(
  deps: Deps,
  courtId: string,
  heads: ReadonlyMap<string, { seq: number; head: Buffer }>,
): Promise<Broken | null> {
  const stored = await deps.db.withCourt(courtId, async (tx) => {
    const c = schema.cases;
    const a = schema.actorChains;
    const cases = await tx
      .select({ id: c.id, seq: c.recordSeq, head: c.recordHead })
      .from(c)
      .where(eq(c.courtId, courtId));
    const actors = await tx
      .select({ id: a.actorId, seq: a.seq, head: a.head })
      .from(a)
      .where(eq(a.courtId, courtId));
    return [
      ...cases.map((row) => ({ ...row, chain: `case:${row.id}` })),
      ...actors.map((row) => ({ ...row, chain: `actor:${row.id}` })),
    ];
  });
  for (const row of stored) {
    const found = heads.get(row.chain) ?? { seq: 0, head: GENESIS };
    if (found.seq === row.seq && found.head.equals(row.head)) continue;
    if (await growsTo(deps, courtId, row, found)) continue;
    return { courtId, chain: row.chain, seq: found.seq, why: "head" };
  }
  return null;
}

/**
 * Whether a chain has only grown since it was read: courts work while they are looked at. Its head is held still, and
 * what has come since must lead to it.
 */
async function growsTo(
  deps: Deps,
  courtId: string,
  { id, chain }: { readonly id: string; readonly chain: string },
  found: { readonly seq: number; readonly head: Buffer },
): Promise<boolean> {
  return deps.db.withCourt(courtId, async (tx) => {
    const [c, a, r] = [schema.cases, schema.actorChains, schema.records];
    const [stored] = chain.startsWith("case:")
      ? await tx
          .select({ seq: c.recordSeq, head: c.recordHead })
          .from(c)
          .where(and(eq(c.courtId, courtId), eq(c.id, id)))
          .for("share")
      : await tx
          .select({ seq: a.seq, head: a.head })
          .from(a)
          .where(and(eq(a.courtId, courtId), eq(a.actorId, id)))
          .for("share");
    const since = await tx
      .select()
      .from(r)
      .where(and(eq(r.courtId, courtId), eq(r.chain, chain), gt(r.seq, found.seq)))
      .orderBy(asc(r.seq));
    let { seq, head } = found;
    for (const row of since) {
      if (row.seq !== seq + 1 || !row.prev.equals(head) || !linkHash(head, row).equals(row.hash))
        return false;
      [seq, head] = [row.seq, row.hash];
    }
    return stored?.seq === seq && stored.head.equals(head);
  });
}

/** Every court in turn; the first broken row of any ends the search. */
export async function verifyRecords(deps: Deps): Promise<Verified> {
  let rows = 0;
  let chains = 0;
  for (const courtId of await allCourts(deps)) {
    const one = await verifyCourt(deps, courtId);
    rows += one.rows;
    chains += one.chains;
    if (one.broken) return { rows, chains, broken: one.broken };
  }
  return { rows, chains, broken: null };
}
