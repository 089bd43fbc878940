import { createHash } from "node:crypto";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { schema, type Tx } from "#db/client";
import { insertRows, type Rows, rowsFor } from "#db/insert-rows";
import type { EffectName } from "~/domain/cases/effects";
import { type Actor, actorName } from "~/domain/policy/actor";

/** Codes, ids, numbers and instants only: personal values never enter the trail. */
export type RecordData = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export type RecordEntry = {
  readonly verb: string;
  readonly caseId?: string | null;
  readonly data?: RecordData;
  /** When it happened, if that was not now (补录). */
  readonly happenedAt?: DateTime;
  readonly effects?: readonly {
    effect: EffectName;
    key: string;
    payload: Record<string, unknown>;
    runAt?: DateTime;
  }[];
};

export const GENESIS = Buffer.alloc(32);

export const actorIdOf = (actor: Actor): string =>
  actor.kind === "user" ? actor.userId : actor.kind === "party" ? actor.partyId : actor.name;

type Link = {
  courtId: string;
  chain: string;
  seq: number;
  at: DateTime;
  happenedAt: DateTime;
  actorKind: string;
  actorId: string;
  role: string;
  verb: string;
  caseId: string | null;
  data: Record<string, unknown>;
};

const canonical = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(canonical)
    : value !== null && typeof value === "object"
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, v]) => [k, canonical(v)]),
        )
      : value;

// The text that luxon writes for UTC; an import hashes tens of thousands of links, and luxon takes ten times as long.
const instantText = (at: DateTime): string => new Date(at.toMillis()).toISOString();

/** The hash of one link over its predecessor's; verify-records recomputes it from the row. */
export function linkHash(prev: Buffer, link: Link): Buffer {
  const text = JSON.stringify([
    link.courtId,
    link.chain,
    link.seq,
    instantText(link.at),
    instantText(link.happenedAt),
    link.actorKind,
    link.actorId,
    link.role,
    link.verb,
    link.caseId,
    canonical(link.data),
  ]);
  return createHash("sha256").update(prev).update(text).digest();
}

const linkOf = (
  actor: Actor,
  now: DateTime,
  at: Pick<Link, "chain" | "seq" | "caseId">,
  entry: RecordEntry,
): Link => ({
  ...at,
  courtId: actor.courtId,
  at: now,
  happenedAt: entry.happenedAt ?? now,
  actorKind: actor.kind,
  actorId: actorIdOf(actor),
  role: actorName(actor),
  verb: entry.verb,
  data: { ...entry.data },
});

type Head = { readonly seq: number; readonly head: Buffer };
/** The heads of chains that a transaction holds locked, by the chain's name: nobody else can move them meanwhile. */
const held = new WeakMap<Tx, Map<string, Head>>();
const heldIn = (tx: Tx): Map<string, Head> => {
  const heads = held.get(tx) ?? new Map<string, Head>();
  held.set(tx, heads);
  return heads;
};
const chainOf = (caseId: string | null, actorId: string) => (caseId ? `case:${caseId}` : `actor:${actorId}`);

/** Tells the trail where a case's chain stands whose row was just locked. */
export function holdHead(
  tx: Tx,
  row: Pick<typeof schema.cases.$inferSelect, "id" | "recordSeq" | "recordHead">,
): void {
  const heads = heldIn(tx);
  const chain = chainOf(row.id, "");
  if (!heads.has(chain)) heads.set(chain, { seq: row.recordSeq, head: row.recordHead });
}

/** Whether an act's chain is known, so that its record is written without asking for the head. */
export const isHeadHeld = (tx: Tx, caseId: string | null, actor: Actor): boolean =>
  heldIn(tx).has(chainOf(caseId, actorIdOf(actor)));

async function headOf(tx: Tx, courtId: string, caseId: string | null, actorId: string): Promise<Head> {
  if (caseId) {
    const [row] = await tx
      .select({ seq: schema.cases.recordSeq, head: schema.cases.recordHead })
      .from(schema.cases)
      .where(and(eq(schema.cases.courtId, courtId), eq(schema.cases.id, caseId)))
      .for("update");
    if (!row) throw new Error("record: no such case in this court");
    return row;
  }
  await tx
    .insert(schema.actorChains)
    .values({ courtId, actorId, seq: 0, head: GENESIS })
    .onConflictDoNothing();
  const [row] = await tx
    .select({ seq: schema.actorChains.seq, head: schema.actorChains.head })
    .from(schema.actorChains)
    .where(and(eq(schema.actorChains.courtId, courtId), eq(schema.actorChains.actorId, actorId)))
    .for("update");
  if (!row) throw new Error("record: the actor's chain is gone");
  return row;
}

/**
 * Writes the audit record and the outbox rows of one act, in the caller's transaction, and moves the chain's head.
 * Nothing may lock after this.
 */
export async function record(tx: Tx, actor: Actor, now: DateTime, entry: RecordEntry): Promise<void> {
  const courtId = actor.courtId;
  const caseId = entry.caseId ?? null;
  const actorId = actorIdOf(actor);
  const heads = heldIn(tx);
  const chain = chainOf(caseId, actorId);
  const { seq, head } = heads.get(chain) ?? (await headOf(tx, courtId, caseId, actorId));
  const link = linkOf(actor, now, { chain, seq: seq + 1, caseId }, entry);
  const hash = linkHash(head, link);
  heads.set(chain, { seq: link.seq, head: hash });
  const written = sql`written as (${insertRows(schema.records, [{ ...link, prev: head, hash }])})`;
  const told = effectsOut(courtId, now, entry.effects ?? []);
  const moved = caseId
    ? sql`update cases set record_seq = ${link.seq}, record_head = ${hash} where court_id = ${courtId} and id = ${caseId}`
    : sql`update actor_chains set seq = ${link.seq}, head = ${hash} where court_id = ${courtId} and actor_id = ${actorId}`;
  // One statement: most acts do nothing else but this, and each more costs the act as much as a small question.
  await tx.execute(sql`with ${written}${told} ${moved}`);
}

const outboxRows = (courtId: string, now: DateTime, effects: NonNullable<RecordEntry["effects"]>) =>
  effects.map((one) => ({
    courtId,
    id: uuidv7(),
    effect: one.effect,
    key: one.key,
    payload: one.payload,
    runAt: one.runAt ?? now,
  }));

function effectsOut(courtId: string, now: DateTime, effects: NonNullable<RecordEntry["effects"]>): SQL {
  if (!effects.length) return sql``;
  const rows = outboxRows(courtId, now, effects);
  return sql`, told as (${insertRows(schema.outbox, rows)} returning pg_notify('outbox', court_id))`;
}

export type FirstEntry = RecordEntry & { readonly caseId: string };

/**
 * The first record of each case that an act makes, with its outbox rows: for the one statement that writes the cases
 * themselves, `heads` on their own rows. Whoever waits for the outbox is woken when the transaction ends.
 */
export async function firstRecords(
  tx: Tx,
  actor: Actor,
  now: DateTime,
  entries: readonly FirstEntry[],
): Promise<{ rows: Rows[]; heads: { recordSeq: number; recordHead: Buffer }[] }> {
  const heads = heldIn(tx);
  const links = entries.map((entry) => {
    const { caseId } = entry;
    const link = linkOf(actor, now, { chain: chainOf(caseId, ""), seq: 1, caseId }, entry);
    const hash = linkHash(GENESIS, link);
    heads.set(link.chain, { seq: 1, head: hash });
    return { ...link, prev: GENESIS, hash };
  });
  const told = entries.flatMap((entry) => outboxRows(actor.courtId, now, entry.effects ?? []));
  if (told.length) await tx.execute(sql`select pg_notify('outbox', ${actor.courtId})`);
  return {
    rows: [rowsFor(schema.records, links), rowsFor(schema.outbox, told)],
    heads: links.map(({ hash }) => ({ recordSeq: 1, recordHead: hash })),
  };
}
