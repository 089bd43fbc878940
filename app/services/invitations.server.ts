import { and, eq, inArray, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { schema } from "#db/client";
import { insertAll, type Rows, rowsFor } from "#db/insert-rows";
import { revokeAnswerLinks } from "./answer-links.server";
import type { Command } from "./command.server";
import { overtakeProposals } from "./counter-proposals.server";
import { actorIdOf } from "./record.server";
import { type Invited, recipientIn } from "./session-people.server";
import { overtakeTasks } from "./tasks.server";

type InvitationRow = typeof schema.invitations.$inferInsert;

/** What one recipient is owed for a session of one case: with a UID for life, which tells nothing. */
export function invitationRow(
  { courtId, now }: Pick<Command<unknown>, "courtId" | "now">,
  of: Pick<InvitationRow, "sessionId" | "caseId" | "recipientKind" | "recipientId" | "sequence">,
): InvitationRow {
  const id = uuidv7();
  const { sessionId, caseId, recipientKind, recipientId, sequence } = of;
  return {
    courtId,
    id,
    sessionId,
    caseId,
    recipientKind,
    recipientId,
    uid: `${id}@tiaosu`,
    sequence,
    method: "REQUEST",
    createdAt: now,
    updatedAt: now,
  };
}

/**
 * What each recipient is owed for a session at this revision: one invitation per person and case, with a UID for life.
 * The mediator and the lawyer get one for the session (its first case), the sides one for their own case.
 */
export function invitationRows(
  at: Pick<Command<unknown>, "courtId" | "now">,
  sessionId: string,
  sequence: number,
  people: readonly Invited[],
): Rows {
  const rows = people.flatMap((person) => {
    const caseIds =
      person.recipientKind === "mediator" || person.recipientKind === "lawyer"
        ? person.caseIds.slice(0, 1)
        : person.caseIds;
    return caseIds.map((caseId) =>
      invitationRow(at, { sessionId, caseId, ...recipientIn(person, caseId), sequence }),
    );
  });
  return rowsFor(schema.invitations, rows);
}

/** Writes what each recipient is owed; see invitationRows. */
export async function inviteAll(
  command: Command<unknown>,
  sessionId: string,
  sequence: number,
  people: readonly Invited[],
): Promise<void> {
  const inserted = insertAll([invitationRows(command, sessionId, sequence, people)]);
  if (inserted) await command.tx.execute(inserted);
}

/** Raises the revision that a session's invitations carry. */
export async function nextRevision(
  { tx, courtId }: Pick<Command<unknown>, "tx" | "courtId">,
  sessionId: string,
): Promise<number> {
  const s = schema.sessions;
  const [session] = await tx
    .update(s)
    .set({ sequence: sql`${s.sequence} + 1` })
    .where(and(eq(s.courtId, courtId), eq(s.id, sessionId)))
    .returning({ sequence: s.sequence });
  return session?.sequence ?? 0;
}

/** A new revision for everybody invited: a moved time asks anew, a cancellation asks nothing. Returns the new sequence. */
export async function reviseInvitations(
  command: Command<unknown>,
  sessionId: string,
  method: "REQUEST" | "CANCEL",
): Promise<number> {
  const { tx, courtId, now } = command;
  const sequence = await nextRevision(command, sessionId);
  await overtakeProposals(command, sessionId);
  const kinds = ["silent", "calendarConflict"] as const;
  await overtakeTasks(tx, { courtId, sessionId, kinds, now, byId: actorIdOf(command.actor) });
  const i = schema.invitations;
  const revised = await tx
    .update(i)
    .set({
      sequence,
      method,
      updatedAt: now,
      ...(method === "REQUEST"
        ? { reply: "needsAction", repliedAt: null, replyHow: null, replyReason: null }
        : {}),
    })
    .where(and(eq(i.courtId, courtId), eq(i.sessionId, sessionId), inArray(i.method, ["REQUEST"])))
    .returning({ id: i.id });
  if (method === "CANCEL") await revokeAnswerLinks(command, revised);
  return sequence;
}
