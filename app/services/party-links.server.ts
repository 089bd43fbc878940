import { and, eq, inArray, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { schema } from "#db/client";
import { courtOfToken } from "~/adapters/secrets.server";
import { asCourtId } from "~/domain/ids";
import type { PartyActor } from "~/domain/policy/actor";
import { ok, type Result, refuse } from "~/domain/result";
import type { Deps } from "./deps.server";
import { liveToken, partyBehind } from "./live-token.server";
import { record } from "./record.server";

const OPEN_MINUTES = 15;
const MOST_FAILURES = 5;
const DAYS = 60;
/** A link with this much left is given again as it is: the notices of one day, and a job done twice, write once. */
const ENOUGH_DAYS = DAYS - 1;

/**
 * The link of one side of one case. Derived from the keys, so that every notice to the same person carries the same
 * link without the link being stored; only its hash is kept. `purpose` of the row says what it opens, until when.
 * One that wrong answers have closed is revoked here, and the next in turn given. Whoever gets one, or longer, is on
 * the case's record.
 */
export async function partyLink(
  deps: Deps,
  courtId: string,
  of: { caseId: string; partyId: string; side: string },
): Promise<string> {
  const now = deps.clock.now();
  const t = schema.tokens;
  return deps.db.withCourt(courtId, async (tx) => {
    const earlier = await tx
      .select()
      .from(t)
      .where(
        and(eq(t.courtId, courtId), eq(t.purpose, "party"), sql`${t.subject}->>'partyId' = ${of.partyId}`),
      );
    const closed = earlier.filter((row) => !row.revokedAt && row.failures >= MOST_FAILURES);
    const round = earlier.filter((row) => row.revokedAt).length + closed.length;
    const token = `${courtId}-${deps.secrets.blindIndex("party link", `${of.caseId}:${of.partyId}:${round}`).toString("base64url")}`;
    const address = `${deps.publicUrl}/p/${token}`;
    const hash = deps.secrets.hashToken(token);
    const enough = now.plus({ days: ENOUGH_DAYS });
    if (earlier.some((row) => row.hash.equals(hash) && row.expiresAt >= enough)) return address;
    const revoked = closed.map((row) => row.id);
    if (revoked.length) await tx.update(t).set({ revokedAt: now }).where(inArray(t.id, revoked));
    const expiresAt = now.plus({ days: DAYS });
    const [given] = await tx
      .insert(t)
      .values({ hash, id: uuidv7(), courtId, purpose: "party", subject: of, createdAt: now, expiresAt })
      .onConflictDoUpdate({ target: t.hash, set: { expiresAt } })
      .returning({ id: t.id });
    const actor = { kind: "job", courtId: asCourtId(courtId), name: "notices" } as const;
    await record(tx, actor, now, {
      verb: "send-party-link",
      caseId: of.caseId,
      data: { partyId: of.partyId, tokenId: given?.id ?? null, revoked },
    });
    return address;
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
 * link for 15 minutes; five wrong answers close it until a new one is sent. Both are on the party's own chain, as a
 * sign-in is on a person's; at a closed link nothing is written any more.
 */
export async function openLink(deps: Deps, link: LinkState, secret: string): Promise<Result> {
  const now = deps.clock.now();
  const { courtId, caseId, partyId } = link.actor;
  const p = schema.parties;
  const t = schema.tokens;
  return deps.db.withCourt(courtId, async (tx) => {
    const [party] = await tx
      .select({ masked: p.idMasked })
      .from(p)
      .where(and(eq(p.courtId, courtId), eq(p.id, partyId)));
    const right = party?.masked
      ? party.masked.slice(-4).toUpperCase() === secret.trim().toUpperCase()
      : false;
    const [row] = await tx
      .select({ failures: t.failures })
      .from(t)
      .where(eq(t.id, link.tokenId))
      .for("update");
    if (!row || row.failures >= MOST_FAILURES) return refuse("tooManyTries");
    const failures = right ? row.failures : row.failures + 1;
    await tx
      .update(t)
      .set(right ? { openedUntil: now.plus({ minutes: OPEN_MINUTES }), failures: 0 } : { failures })
      .where(eq(t.id, link.tokenId));
    await record(tx, link.actor, now, {
      verb: right ? "open-party-link" : "open-party-link-failed",
      data: { tokenId: link.tokenId, caseId, failures },
    });
    return right ? ok() : refuse("secretWrong", { fields: { secret: ["secretWrong"] } });
  });
}

/** A court as everybody may know it. */
export type CourtShown = {
  readonly name: string;
  readonly nameEn: string;
  readonly phone: string;
  readonly address: string;
};

/** The court's public particulars, for the frame of a party's page and for its "how to check" sentence. */
export async function courtShown(deps: Deps, courtId: string): Promise<CourtShown | null> {
  const c = schema.courts;
  const [court] = await deps.db.withDirectory((tx) =>
    tx
      .select({ name: c.name, nameEn: c.nameEn, phone: c.phone, address: c.address })
      .from(c)
      .where(eq(c.id, courtId)),
  );
  return court ?? null;
}

/** The same of a link's court, which is there. */
export async function linkCourt(deps: Deps, link: Pick<LinkState, "actor">): Promise<CourtShown> {
  const court = await courtShown(deps, link.actor.courtId);
  if (!court) throw new Error("the link's court is gone");
  return court;
}
