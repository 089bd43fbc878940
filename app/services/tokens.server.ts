import { v7 as uuidv7 } from "uuid";
import { schema } from "#db/client";
import { courtOfToken } from "~/adapters/secrets.server";
import { asCourtId } from "~/domain/ids";
import type { Actor } from "~/domain/policy/actor";
import type { Role } from "~/domain/policy/roles";
import type { Deps } from "./deps.server";
import { userActor } from "./grants.server";
import { liveToken, partyBehind } from "./live-token.server";
import { record } from "./record.server";

export type TokenFor =
  | { personId: string; role: Role }
  | { caseId: string; partyId: string; side: "claimant" | "respondent" };

/**
 * Makes a bearer token for one user in one role, or for one side of a case; shown once, kept as a hash. Who holds the
 * server's command line is not known by name, so that the record names a job; one for a side is on its case's chain.
 */
export async function issueToken(
  deps: Deps,
  courtId: string,
  subject: TokenFor,
  days: number,
): Promise<string> {
  const token = deps.secrets.newToken(courtId);
  const now = deps.clock.now();
  const tokenId = uuidv7();
  const actor = { kind: "job", courtId: asCourtId(courtId), name: "command-line" } as const;
  await deps.db.withCourt(courtId, async (tx) => {
    await tx.insert(schema.tokens).values({
      hash: deps.secrets.hashToken(token),
      id: tokenId,
      courtId,
      purpose: "api",
      subject,
      createdAt: now,
      expiresAt: now.plus({ days }),
    });
    const { caseId, ...whom } = { caseId: null, ...subject };
    await record(tx, actor, now, { verb: "issue-token", caseId, data: { tokenId, days, ...whom } });
  });
  return token;
}

/** The actor behind a bearer token, with today's grants; null for one that is unknown, expired, revoked, empty of grants or whose person's account is closed. */
export async function actorOfToken(deps: Deps, token: string): Promise<Actor | null> {
  const courtId = courtOfToken(token);
  if (!courtId) return null;
  return deps.db.withDirectory(async (tx) => {
    const row = await liveToken(tx, deps, courtId, "api", token);
    if (!row) return null;
    const { personId, role } = row.subject;
    if (personId && role) return userActor(tx, personId, courtId, role, deps.clock.now());
    return partyBehind(row);
  });
}
