import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import { schema, type Tx } from "#db/client";
import { insertRows } from "#db/insert-rows";
import { refuse } from "~/domain/result";

type Key = {
  readonly courtId: string;
  readonly actorId: string;
  readonly verb: string;
  readonly key: string;
};
type Claim = Key & { readonly requestHash: string; readonly createdAt: DateTime };

const t = schema.idempotencyKeys;
const isKey = (one: Key) =>
  and(eq(t.courtId, one.courtId), eq(t.actorId, one.actorId), eq(t.verb, one.verb), eq(t.key, one.key));

export const requestHash = (input: unknown) =>
  createHash("sha256").update(JSON.stringify(input)).digest("hex");

/** Takes an idempotency key for an act. Null where it was free; else the answer first given to it, or why there is none. */
export async function claimKey(tx: Tx, claim: Claim): Promise<object | null> {
  const row: typeof t.$inferInsert = claim;
  const claimed = await tx.execute(sql`${insertRows(t, [row])} on conflict do nothing returning 1`);
  if (claimed.length) return null;
  const [earlier] = await tx
    .select({ hash: t.requestHash, response: t.response })
    .from(t)
    .where(isKey(claim));
  if (!earlier?.response) return refuse("inProgress");
  return earlier.hash === claim.requestHash ? earlier.response : refuse("idempotencyMismatch");
}

/** Keeps the answer that was given to a key. */
export async function answerKey(tx: Tx, key: Key, answer: object): Promise<void> {
  await tx.execute(sql`update idempotency_keys set response = ${JSON.stringify(answer)}::jsonb
    where court_id = ${key.courtId} and actor_id = ${key.actorId} and verb = ${key.verb} and key = ${key.key}`);
}
