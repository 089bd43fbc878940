import { and, eq, gt, inArray, isNull } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import { asCourtId, asId, type CaseId, type LinkId, type PartyId } from "~/domain/ids";
import type { PartyActor } from "~/domain/policy/actor";
import type { Deps } from "./deps.server";

type TokenRow = typeof schema.tokens.$inferSelect;

/** The row of a token that works now; null for one that is unknown, expired or revoked: from outside all look alike. */
export async function liveToken(
  tx: Tx,
  deps: Deps,
  courtId: string,
  purpose: "api" | "party" | "answer" | "feed",
  token: string,
): Promise<TokenRow | null> {
  const t = schema.tokens;
  const [row] = await tx
    .select()
    .from(t)
    .where(
      and(
        inArray(t.hash, deps.secrets.tokenHashes(token)),
        eq(t.courtId, courtId),
        eq(t.purpose, purpose),
        isNull(t.revokedAt),
        gt(t.expiresAt, deps.clock.now()),
      ),
    );
  return row ?? null;
}

/** The side of a case that a token lets in; null when it is for no side. */
export function partyBehind({ id, courtId, subject }: TokenRow): PartyActor | null {
  const { caseId, partyId, side } = subject;
  if (!caseId || !partyId || (side !== "claimant" && side !== "respondent")) return null;
  return {
    kind: "party",
    courtId: asCourtId(courtId),
    caseId: asId<CaseId>(caseId),
    side,
    partyId: asId<PartyId>(partyId),
    linkId: asId<LinkId>(id),
  };
}
