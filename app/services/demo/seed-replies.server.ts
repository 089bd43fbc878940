import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import type { Chance } from "#db/seed/chance";
import { query } from "../query.server";
import type { Walker } from "./seed-walk.server";

const invitedQuery = query({
  name: "invited-parties",
  ability: "view-calendar",
  input: z.object({ sessionId: z.string().uuid() }),
  run: async ({ tx, courtId, input }) => {
    const i = schema.invitations;
    return {
      invitations: await tx
        .select({ id: i.id, kind: i.recipientKind })
        .from(i)
        .where(and(eq(i.courtId, courtId), eq(i.sessionId, input.sessionId))),
    };
  },
});

/** Records by telephone what some of the invited said. */
export async function recordReplies(walker: Walker, sessionId: string, chance: Chance): Promise<void> {
  const coordinator = walker.as("coordinator");
  const { invitations } = await walker.ask<{ invitations: { id: string; kind: string }[] }>(
    coordinator,
    invitedQuery,
    { sessionId },
  );
  for (const invitation of invitations.filter((one) => one.kind === "party" || one.kind === "agent")) {
    if (chance.chance(0.35)) continue;
    await walker.tryRun(coordinator, "answer-invitation", {
      invitationId: invitation.id,
      reply: chance.chance(0.88) ? "accepted" : "declined",
      ...(chance.chance(0.1) ? { reason: "当天上班，希望改到下午" } : {}),
    });
  }
}
