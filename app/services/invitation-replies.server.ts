import { and, desc, eq, inArray } from "drizzle-orm";
import type { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { schema } from "#db/client";
import { insertRows } from "#db/insert-rows";
import type { Command } from "./command.server";
import { iso } from "./iso.server";
import { place } from "./personal.server";
import { actorIdOf } from "./record.server";
import { endSilence } from "./tasks.server";

type Reply = (typeof schema.invitationReplies.$inferSelect)["reply"];

/**
 * Keeps an answer beside those that came before it: the newest counts, and how it came about can be seen. What waited for
 * an answer waits no more.
 */
export async function keepReplies(
  { tx, courtId, deps, now, actor }: Pick<Command<unknown>, "tx" | "courtId" | "deps" | "now" | "actor">,
  invitations: readonly { readonly id: string; readonly sequence: number }[],
  of: {
    readonly reply: Reply;
    readonly how: string;
    readonly at: DateTime;
    readonly words?: string | undefined;
    readonly inboundId?: string | undefined;
    readonly stampedAt?: DateTime | null | undefined;
  },
): Promise<void> {
  const rows = invitations.map((one) => {
    const id = uuidv7();
    return {
      courtId,
      id,
      invitationId: one.id,
      sequence: one.sequence,
      reply: of.reply,
      how: of.how,
      words: of.words ? deps.secrets.seal(of.words, place("invitation_replies", "words", id)) : null,
      inboundId: of.inboundId ?? null,
      stampedAt: of.stampedAt ?? null,
      at: of.at,
    };
  });
  if (!rows.length) return;
  await tx.execute(insertRows(schema.invitationReplies, rows));
  const invitationIds = invitations.map((one) => one.id);
  await endSilence(tx, { courtId, invitationIds, now, byId: actorIdOf(actor) });
}

/** Every answer to these invitations, the newest first. Instants ISO in UTC. */
export async function repliesOf(
  { tx, courtId }: Pick<Command<unknown>, "tx" | "courtId">,
  invitations: readonly { readonly id: string }[],
): Promise<{ invitationId: string; sequence: number | null; reply: Reply; how: string; at: string }[]> {
  if (!invitations.length) return [];
  const r = schema.invitationReplies;
  const ids = invitations.map((one) => one.id);
  const rows = await tx
    .select()
    .from(r)
    .where(and(eq(r.courtId, courtId), inArray(r.invitationId, ids)))
    .orderBy(desc(r.at), desc(r.id));
  return rows.map(({ invitationId, sequence, reply, how, at }) => ({
    invitationId,
    sequence,
    reply,
    how,
    at: iso(at),
  }));
}
