import { and, eq, inArray, isNull, like } from "drizzle-orm";
import type { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { schema, type Tx } from "#db/client";

type TaskRow = typeof schema.tasks.$inferInsert;

/**
 * Opens a task for whoever looks after the court's notices; one about the same thing (`key`) that stands already is left
 * as it is, whether open or done. In the transaction of whatever found it, which leaves the record.
 */
export async function openTask(
  tx: Tx,
  task: Omit<TaskRow, "id" | "doneAt" | "doneById" | "outcome">,
): Promise<void> {
  await tx
    .insert(schema.tasks)
    .values({ ...task, id: uuidv7() })
    .onConflictDoNothing();
}

/** Ends a task because what it was about is settled; one that is done already stays as it is. */
export async function closeTask(
  tx: Tx,
  of: {
    readonly courtId: string;
    readonly key: string;
    readonly now: DateTime;
    readonly byId: string;
    readonly outcome: string;
  },
): Promise<void> {
  const t = schema.tasks;
  await tx
    .update(t)
    .set({ doneAt: of.now, doneById: of.byId, outcome: of.outcome })
    .where(and(eq(t.courtId, of.courtId), eq(t.key, of.key), isNull(t.doneAt)));
}

/** Ends whatever tasks of these kinds stand about a session that is not what it was: moved, or cancelled. */
export async function overtakeTasks(
  tx: Tx,
  of: {
    readonly courtId: string;
    readonly sessionId: string;
    readonly kinds: readonly TaskRow["kind"][];
    readonly now: DateTime;
    readonly byId: string;
  },
): Promise<void> {
  const t = schema.tasks;
  await tx
    .update(t)
    .set({ doneAt: of.now, doneById: of.byId, outcome: "overtaken" })
    .where(
      and(
        eq(t.courtId, of.courtId),
        eq(t.sessionId, of.sessionId),
        inArray(t.kind, [...of.kinds]),
        isNull(t.doneAt),
      ),
    );
}

/** Whoever has answered is silent no more, whichever revision he was asked about. */
export async function endSilence(
  tx: Tx,
  of: {
    readonly courtId: string;
    readonly invitationIds: readonly string[];
    readonly now: DateTime;
    readonly byId: string;
  },
): Promise<void> {
  const t = schema.tasks;
  for (const id of of.invitationIds)
    await tx
      .update(t)
      .set({ doneAt: of.now, doneById: of.byId, outcome: "answered" })
      .where(and(eq(t.courtId, of.courtId), like(t.key, `silent:${id}:%`), isNull(t.doneAt)));
}
