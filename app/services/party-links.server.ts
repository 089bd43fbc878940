import { and, eq, isNull, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { schema } from "#db/client";
import { courtOfToken } from "~/adapters/secrets.server";
import type { PartyActor } from "~/domain/policy/actor";
import { ok, type Result, refuse } from "~/domain/result";
import type { Deps } from "./deps.server";
import { liveToken, partyBehind } from "./live-token.server";

const OPEN_MINUTES = 15;
const MOST_FAILURES = 5;
const DAYS = 60;

/**
 * The link of one side of one case. Derived from the keys, so that every notice to the same person carries the same
 * link without the link being stored; only its hash is kept. `purpose` of the row says what it opens, until when.
 */
export async function partyLink(
  deps: Deps,
  courtId: string,
  of: { caseId: string; partyId: string; side: string },
): Promise<string> {
  const now = deps.clock.now();
  const t = schema.tokens;
  return deps.db.withDirectory(async (tx) => {
    const same = and(
      eq(t.courtId, courtId),
      eq(t.purpose, "party"),
      sql`${t.subject}->>'partyId' = ${of.partyId}`,
    );
    const earlier = await tx.select({ revokedAt: t.revokedAt }).from(t).where(same);
    const round = earlier.filter((row) => row.revokedAt !== null).length;
    const token = `${courtId}-${deps.secrets.blindIndex("party link", `${of.caseId}:${of.partyId}:${round}`).toString("base64url")}`;
    await tx
      .insert(t)
      .values({
        hash: deps.secrets.hashToken(token),
        id: uuidv7(),
        courtId,
        purpose: "party",
        subject: of,
        createdAt: now,
        expiresAt: now.plus({ days: DAYS }),
      })
      .onConflictDoUpdate({ target: t.hash, set: { expiresAt: now.plus({ days: DAYS }) } });
    return `${deps.publicUrl}/p/${token}`;
  });
}

export type LinkState = { readonly actor: PartyActor; readonly opened: boolean; readonly tokenId: string };

/** Whom a link lets in; null for one that is unknown, expired or revoked (all three look alike from outside). */
export async function readLink(deps: Deps, token: string): Promise<LinkState | null> {
  const courtId = courtOfToken(token);
  if (!courtId) return null;
  const row = await deps.db.withDirectory((tx) => liveToken(tx, deps, courtId, "party", token));
  const actor = row && partyBehind(row);
  if (!row || !actor) return null;
  return {
    actor,
    opened: row.openedUntil !== null && row.openedUntil > deps.clock.now(),
    tokenId: row.id,
  };
}

/**
 * The second secret before anything personal: the last four characters of the party's identity number. Right opens the
 * link for 15 minutes; five wrong answers close it until a new one is sent.
 */
export async function openLink(deps: Deps, link: LinkState, secret: string): Promise<Result> {
  const now = deps.clock.now();
  const { courtId, partyId } = link.actor;
  const p = schema.parties;
  const [party] = await deps.db.withCourt(courtId, (tx) =>
    tx
      .select({ masked: p.idMasked })
      .from(p)
      .where(and(eq(p.courtId, courtId), eq(p.id, partyId))),
  );
  const t = schema.tokens;
  const right = party?.masked ? party.masked.slice(-4).toUpperCase() === secret.trim().toUpperCase() : false;
  return deps.db.withDirectory(async (tx) => {
    const [row] = await tx
      .select({ failures: t.failures })
      .from(t)
      .where(eq(t.id, link.tokenId))
      .for("update");
    if (!row || row.failures >= MOST_FAILURES) return refuse("tooManyTries");
    await tx
      .update(t)
      .set(
        right
          ? { openedUntil: now.plus({ minutes: OPEN_MINUTES }), failures: 0 }
          : { failures: row.failures + 1 },
      )
      .where(eq(t.id, link.tokenId));
    return right ? ok() : refuse("secretWrong", { fields: { secret: ["secretWrong"] } });
  });
}

export async function revokeLinks(
  deps: Deps,
  courtId: string,
  partyId: string,
  now: DateTime,
): Promise<void> {
  const t = schema.tokens;
  await deps.db.withDirectory((tx) =>
    tx
      .update(t)
      .set({ revokedAt: now })
      .where(
        and(
          eq(t.courtId, courtId),
          eq(t.purpose, "party"),
          sql`${t.subject}->>'partyId' = ${partyId}`,
          isNull(t.revokedAt),
        ),
      ),
  );
}

/** The court's public particulars, for the frame of a party's page and for its "how to check" sentence. */
export async function linkCourt(
  deps: Deps,
  link: LinkState,
): Promise<{ name: string; nameEn: string; phone: string; address: string }> {
  const c = schema.courts;
  const [court] = await deps.db.withDirectory((tx) =>
    tx
      .select({ name: c.name, nameEn: c.nameEn, phone: c.phone, address: c.address })
      .from(c)
      .where(eq(c.id, link.actor.courtId)),
  );
  if (!court) throw new Error("the link's court is gone");
  return court;
}
