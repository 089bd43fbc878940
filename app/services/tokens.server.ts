import { v7 as uuidv7 } from "uuid";
import { schema } from "#db/client";
import { courtOfToken } from "~/adapters/secrets.server";
import type { Actor } from "~/domain/policy/actor";
import type { Role } from "~/domain/policy/roles";
import type { Deps } from "./deps.server";
import { liveToken, partyBehind } from "./live-token.server";
import { userActor } from "./sign-in.server";

export type TokenFor =
  | { personId: string; role: Role }
  | { caseId: string; partyId: string; side: "claimant" | "respondent" };

/** Makes a bearer token for one user in one role, or for one side of a case; shown once, kept as a hash. */
export async function issueToken(
  deps: Deps,
  courtId: string,
  subject: TokenFor,
  days: number,
): Promise<string> {
  const token = deps.secrets.newToken(courtId);
  const now = deps.clock.now();
  await deps.db.withDirectory((tx) =>
    tx.insert(schema.tokens).values({
      hash: deps.secrets.hashToken(token),
      id: uuidv7(),
      courtId,
      purpose: "api",
      subject,
      createdAt: now,
      expiresAt: now.plus({ days }),
    }),
  );
  return token;
}

/** The actor behind a bearer token, with today's grants; null for one that is unknown, expired, revoked or empty of grants. */
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
