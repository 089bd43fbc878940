import { and, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { schema } from "#db/client";
import { courtOfToken } from "~/adapters/secrets.server";
import type { FeedDetail } from "~/domain/notices/feeds";
import { ABILITY_TABLE } from "~/domain/policy/abilities";
import type { Deps } from "./deps.server";
import { grantsOf } from "./grants.server";

/** A client keeps what it had when an address vanishes, so a revoked one is empty for a month before it is gone. */
const EMPTY_DAYS = 30;

/** What a feed's secret opens: a person's or a room's calendar, or (revoked) an empty one. */
export type OpenFeed = {
  readonly courtId: string;
  readonly tokenId: string;
  readonly personId: string;
  /** His sign-in name, for CalDAV. */
  readonly login: string;
  readonly roomId: string | null;
  readonly detail: FeedDetail;
  readonly isRevoked: boolean;
  readonly madeAt: (typeof schema.tokens.$inferSelect)["createdAt"];
};

/**
 * The feed behind a secret; null for one that is unknown, too old, revoked a month ago, or whose person serves the court
 * no longer, or for a room's, looks after its rooms no longer.
 */
export async function openFeed(deps: Deps, secret: string): Promise<OpenFeed | null> {
  const courtId = courtOfToken(secret);
  if (!courtId) return null;
  const now = deps.clock.now();
  const [p, t] = [schema.people, schema.tokens];
  return deps.db.withDirectory(async (tx) => {
    const [row] = await tx
      .select()
      .from(t)
      .where(
        and(
          inArray(t.hash, deps.secrets.tokenHashes(secret)),
          eq(t.courtId, courtId),
          eq(t.purpose, "feed"),
          gt(t.expiresAt, now),
          or(isNull(t.revokedAt), gt(t.revokedAt, now.minus({ days: EMPTY_DAYS }))),
        ),
      );
    const personId = row?.subject.personId;
    if (!row || !personId) return null;
    const [person] = await tx
      .select({ login: p.login })
      .from(p)
      .where(and(eq(p.id, personId), isNull(p.disabledAt)));
    const roles = person ? await grantsOf(tx, personId, now) : [];
    const { roomId = null, detail = "number" } = row.subject;
    const mayHave = ABILITY_TABLE[roomId ? "manage-rooms" : "manage-feed"].who;
    if (!person || !roles.some((one) => one.courtId === courtId && mayHave[one.role])) return null;
    return {
      courtId,
      tokenId: row.id,
      personId,
      login: person.login,
      roomId,
      detail,
      isRevoked: row.revokedAt !== null,
      madeAt: row.createdAt,
    };
  });
}
