import { and, eq, isNull, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { ok } from "~/domain/result";
import { Forbidden, verb } from "./command.server";

const LIFE_YEARS = 2;

/**
 * Gives a person the address of his own calendar; an earlier one stops working at once. Shown once, kept as a hash.
 * Tokens come before a court is known and stand behind no court's wall, so that they change in the same transaction as
 * the record.
 */
export const renewFeed = verb({
  name: "renew-feed",
  ability: "manage-feed",
  answersSecret: true,
  input: z.object({}),
  cases: () => [],
  run: async ({ tx, deps, actor, courtId, now, record }) => {
    if (actor.kind !== "user") throw new Forbidden("renew-feed");
    const t = schema.tokens;
    const revoked = await tx
      .update(t)
      .set({ revokedAt: now })
      .where(
        and(
          eq(t.courtId, courtId),
          eq(t.purpose, "feed"),
          sql`${t.subject}->>'personId' = ${actor.userId}`,
          isNull(t.revokedAt),
        ),
      )
      .returning({ id: t.id });
    const secret = deps.secrets.newToken(courtId);
    const tokenId = uuidv7();
    await tx.insert(t).values({
      hash: deps.secrets.hashToken(secret),
      id: tokenId,
      courtId,
      purpose: "feed",
      subject: { personId: actor.userId },
      createdAt: now,
      expiresAt: now.plus({ years: LIFE_YEARS }),
    });
    await record({ data: { tokenId, revoked: revoked.map((one) => one.id) } });
    return ok({ address: `${deps.publicUrl}/feeds/${secret}.ics` });
  },
});
