import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { schema, type Tx } from "#db/client";
import { insertRows } from "#db/insert-rows";
import type { ResourceKind } from "#db/schema/roster";
import { arrayText } from "#db/types";
import type { Secrets } from "~/adapters/secrets.server";
import { foldName } from "~/domain/intake/bigrams";
import type { IdKind } from "~/domain/intake/party-kinds";

/** `number` is normalised. */
export type Identity = { readonly kind: IdKind; readonly number: string };

const textOf = (of: Identity) => `${of.kind}:${of.number}`;

/** What a stored identity number is compared by; never the number itself. */
export const identityIndex = (secrets: Secrets, of: Identity): Buffer =>
  secrets.blindIndex("identity", textOf(of));

/** Under every key, newest first; for searching while keys are being changed. */
export const identityIndexes = (secrets: Secrets, of: Identity): Buffer[] =>
  secrets.blindIndexes("identity", textOf(of));

export const contactIndex = (secrets: Secrets, address: string): Buffer =>
  secrets.blindIndex("contact", address.toLowerCase());

export const contactIndexes = (secrets: Secrets, address: string): Buffer[] =>
  secrets.blindIndexes("contact", address.toLowerCase());

/** By which a declared relation to somebody named is held against a case's people; hex, as `declared_relations` keeps it. */
export const nameIndexes = (secrets: Secrets, name: string): string[] =>
  secrets.blindIndexes("name", foldName(name)).map((index) => index.toString("hex"));

/** A version 8 UUID (RFC 9562: of our own making) out of keyed bytes: tells nothing without the key. */
function uuidOf(bytes: Buffer): string {
  const hex = bytes.subarray(0, 16).toString("hex").split("");
  hex[12] = "8";
  hex[16] = "89ab"[Number.parseInt(hex[16] as string, 16) & 3] as string;
  const text = hex.join("");
  return [
    text.slice(0, 8),
    text.slice(8, 12),
    text.slice(12, 16),
    text.slice(16, 20),
    text.slice(20, 32),
  ].join("-");
}

/** The resource ids that a person's identity can have, one per key, newest first. */
const resourceIdsOf = (secrets: Secrets, of: Identity): string[] =>
  secrets.blindIndexes("resource", textOf(of)).map(uuidOf);

export type Busy = { readonly identity: Identity | null; readonly kind: ResourceKind };

/**
 * Makes sure that everybody of a list is a resource and answers their ids in the same order. Whoever shows the same
 * identity is the same resource, in every case and every court, also after a change of keys; who shows none is a new
 * one. Inserted in sorted order, so that two registrations of the same people cannot wait for each other.
 */
export async function resourcesFor(tx: Tx, secrets: Secrets, people: readonly Busy[]): Promise<string[]> {
  const options = people.map((one) =>
    one.identity ? resourceIdsOf(secrets, one.identity) : ([uuidv7()] as string[]),
  );
  const r = schema.resources;
  const homes = [...new Set(people.flatMap((one, n) => (one.identity ? (options[n] as string[]) : [])))];
  const known = new Set(
    homes.length
      ? (
          await tx
            .select({ id: r.id })
            .from(r)
            .where(sql`${r.homeId} = any(${arrayText(homes)}::text[])`)
        ).map((row) => row.id)
      : [],
  );
  const ids = options.map((of) => of.find((id) => known.has(id)) ?? (of[0] as string));
  const fresh = [...new Map(ids.map((id, n) => [id, people[n]?.kind as ResourceKind])).entries()]
    .filter(([id]) => !known.has(id))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (fresh.length) {
    const rows = fresh.map(([id, kind]) => ({ homeId: id, id, kind }));
    await tx.execute(sql`${insertRows(r, rows)} on conflict do nothing`);
  }
  return ids;
}
