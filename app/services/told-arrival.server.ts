import { and, eq, inArray, sql } from "drizzle-orm";
import { schema } from "#db/client";
import { partiesOfCase } from "./case-head.server";
import type { Command } from "./command.server";
import { nextRevision } from "./invitations.server";
import type { RecordEntry } from "./record.server";

/**
 * Whose arrival at sessions to come has changed is told of it, and nobody else: a revision of his own invitation, which
 * keeps his answer. Answers the messages to send.
 */
export async function tellArrival(
  command: Command<unknown>,
  caseId: string,
  partyIds: readonly string[],
): Promise<NonNullable<RecordEntry["effects"]>> {
  const { tx, courtId, now } = command;
  const parties = await partiesOfCase(tx, courtId, caseId);
  const recipients = parties
    .filter((party) => partyIds.includes(party.id))
    .flatMap((party) => [party.id, ...party.agents.map((agent) => agent.id)]);
  const i = schema.invitations;
  const s = schema.sessions;
  const owed = await tx
    .select({ id: i.id, sessionId: i.sessionId })
    .from(i)
    .innerJoin(s, and(eq(s.courtId, i.courtId), eq(s.id, i.sessionId), eq(s.status, "planned")))
    .where(
      and(
        eq(i.courtId, courtId),
        eq(i.caseId, caseId),
        eq(i.method, "REQUEST"),
        recipients.length ? inArray(i.recipientId, recipients) : sql`false`,
      ),
    );
  const effects = [];
  for (const sessionId of new Set(owed.map((one) => one.sessionId))) {
    const sequence = await nextRevision(command, sessionId);
    const ids = owed.filter((one) => one.sessionId === sessionId).map((one) => one.id);
    await tx
      .update(i)
      .set({ sequence, updatedAt: now })
      .where(and(eq(i.courtId, courtId), inArray(i.id, ids)));
    effects.push({
      effect: "sendInvitations" as const,
      key: `sendInvitations:${sessionId}:${sequence}:${caseId}`,
      payload: { caseId, sessionId, sequence },
    });
  }
  return effects;
}
