import { and, asc, eq } from "drizzle-orm";
import { schema } from "#db/client";
import type { Command } from "./command.server";
import { iso } from "./iso.server";
import { place } from "./personal.server";
import { actorIdOf } from "./record.server";
import { closeTask } from "./tasks.server";

/** Proposals for a time that is no longer the session's own have nothing to be decided about. */
export async function overtakeProposals(
  { tx, courtId, now, actor }: Pick<Command<unknown>, "tx" | "courtId" | "now" | "actor">,
  sessionId: string,
): Promise<void> {
  const t = schema.counterProposals;
  const gone = await tx
    .update(t)
    .set({ status: "overtaken", decidedAt: now })
    .where(and(eq(t.courtId, courtId), eq(t.sessionId, sessionId), eq(t.status, "open")))
    .returning({ id: t.id });
  const byId = actorIdOf(actor);
  for (const { id } of gone)
    await closeTask(tx, { courtId, key: `counterProposal:${id}`, now, byId, outcome: "overtaken" });
}

/** A time that somebody proposed and nobody has decided. Instants ISO in UTC. */
export type OpenProposal = {
  readonly proposalId: string;
  readonly recipientId: string;
  readonly startAt: string;
  readonly endAt: string;
  readonly words: string | null;
  readonly proposedAt: string;
};

type Row = typeof schema.counterProposals.$inferSelect;

/** A proposal as whoever leads the session reads it, with the proposer's own words. */
export const proposalShown = (
  { secrets }: Pick<Command<unknown>["deps"], "secrets">,
  proposal: Row,
  recipientId: string,
): OpenProposal => ({
  proposalId: proposal.id,
  recipientId,
  startAt: iso(proposal.during.start),
  endAt: iso(proposal.during.end),
  words: proposal.words
    ? secrets.openText(proposal.words, place("counter_proposals", "words", proposal.id))
    : null,
  proposedAt: iso(proposal.proposedAt),
});

export async function openProposals(
  { tx, courtId, deps }: Pick<Command<unknown>, "tx" | "courtId" | "deps">,
  sessionId: string,
): Promise<OpenProposal[]> {
  const t = schema.counterProposals;
  const i = schema.invitations;
  const rows = await tx
    .select({ proposal: t, recipientId: i.recipientId })
    .from(t)
    .innerJoin(i, and(eq(i.courtId, t.courtId), eq(i.id, t.invitationId)))
    .where(and(eq(t.courtId, courtId), eq(t.sessionId, sessionId), eq(t.status, "open")))
    .orderBy(asc(t.proposedAt));
  return rows.map(({ proposal, recipientId }) => proposalShown(deps, proposal, recipientId));
}
