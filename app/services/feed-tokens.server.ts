import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { schema, type Tx } from "#db/client";
import type { FeedDetail } from "~/domain/notices/feeds";
import type { Command } from "./command.server";
import { iso } from "./iso.server";

const LIFE_YEARS = 2;

/** Whose calendar a feed shows: a room's (whoever looks after it), or a person's own. */
export type FeedOwner = { readonly roomId: string } | { readonly personId: string };

const t = schema.tokens;
const owned = (courtId: string, owner: FeedOwner) =>
  and(
    eq(t.courtId, courtId),
    eq(t.purpose, "feed"),
    "roomId" in owner
      ? sql`${t.subject}->>'roomId' = ${owner.roomId}`
      : sql`${t.subject}->>'personId' = ${owner.personId} and ${t.subject}->>'roomId' is null`,
    isNull(t.revokedAt),
  );

/**
 * Tokens come before a court is known and stand behind no court's wall, so that they change in the same transaction as
 * the record.
 */
export async function revokeFeeds(
  { tx, courtId, now }: Command<unknown>,
  owner: FeedOwner,
): Promise<string[]> {
  const revoked = await tx
    .update(t)
    .set({ revokedAt: now })
    .where(owned(courtId, owner))
    .returning({ id: t.id });
  return revoked.map((one) => one.id);
}

/** Makes an address that shows this much and ends the one before. The secret is answered once and kept as a hash. */
export async function replaceFeed(
  command: Command<unknown>,
  personId: string,
  owner: FeedOwner,
  detail: FeedDetail,
): Promise<{ address: string }> {
  const { tx, deps, courtId, now, record } = command;
  const revoked = await revokeFeeds(command, owner);
  const secret = deps.secrets.newToken(courtId);
  const tokenId = uuidv7();
  await tx.insert(t).values({
    hash: deps.secrets.hashToken(secret),
    id: tokenId,
    courtId,
    purpose: "feed",
    subject: { personId, detail, ...("roomId" in owner && { roomId: owner.roomId }) },
    createdAt: now,
    expiresAt: now.plus({ years: LIFE_YEARS }),
  });
  await record({ data: { tokenId, revoked, detail, ...("roomId" in owner && { roomId: owner.roomId }) } });
  return { address: `${deps.publicUrl}/feeds/${secret}.ics` };
}

/** The feed that works now, and when which program last fetched it; null when there is none. */
export async function feedShown(tx: Tx, courtId: string, owner: FeedOwner, now: DateTime) {
  const [row] = await tx
    .select({ id: t.id, subject: t.subject, createdAt: t.createdAt, expiresAt: t.expiresAt })
    .from(t)
    .where(and(owned(courtId, owner), gt(t.expiresAt, now)));
  if (!row) return null;
  const f = schema.feedFetches;
  const fetches = await tx
    .select({ client: f.client, at: f.at })
    .from(f)
    .where(and(eq(f.courtId, courtId), eq(f.tokenId, row.id)));
  return {
    detail: row.subject.detail ?? ("number" as const),
    madeAt: iso(row.createdAt),
    expiresAt: iso(row.expiresAt),
    fetches: fetches
      .sort((a, b) => b.at.toMillis() - a.at.toMillis())
      .map((one) => ({ client: one.client, at: iso(one.at) })),
  };
}
