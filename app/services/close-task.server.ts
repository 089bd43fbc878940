import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { type Command, lockCases, verb } from "./command.server";
import { actorIdOf } from "./record.server";
import { barredFrom } from "./relations.server";

export type TaskRow = typeof schema.tasks.$inferSelect;

/**
 * The open task of that id, or why there is none to work on. Its case is locked before it, as everywhere, together with
 * `others` that the act is about.
 */
export async function openTaskOf(
  { tx, courtId, actor }: Command<unknown>,
  taskId: string,
  others: readonly string[] = [],
) {
  const t = schema.tasks;
  const same = and(eq(t.courtId, courtId), eq(t.id, taskId));
  const [seen] = await tx.select({ caseId: t.caseId }).from(t).where(same);
  // Whoever is shut out from the case does not see its tasks either.
  if (!seen || (seen.caseId && (await barredFrom(tx, actor, [seen.caseId])).size > 0))
    return refuse("notFound");
  await lockCases(tx, courtId, seen.caseId ? [seen.caseId, ...others] : others);
  const [task] = await tx.select().from(t).where(same).for("update");
  if (!task || task.caseId !== seen.caseId) return refuse("notFound");
  return task.doneAt ? refuse("alreadyAnswered") : ok({ task });
}

/** How a person ended a task: `done` and the like need his words, the others say enough. */
export const TASK_OUTCOMES = ["done", "nothing", "kept", "noObstacle", "noted"] as const;
const NEEDS_WORDS: readonly (typeof TASK_OUTCOMES)[number][] = ["done", "nothing", "kept"];

/** Marks it done; the words stay with the task and go into no record. */
export async function markDone(
  command: Command<unknown>,
  task: TaskRow,
  { how, note = "" }: { readonly how: string; readonly note?: string | undefined },
): Promise<void> {
  const { tx, courtId, now, actor } = command;
  const t = schema.tasks;
  await tx
    .update(t)
    .set({ doneAt: now, doneById: actorIdOf(actor), outcome: note || how, data: { ...task.data, how } })
    .where(and(eq(t.courtId, courtId), eq(t.id, task.id)));
}

/** Ends a task with how it was seen to, and a note of what was done about it where that says too little. */
export const closeTask = verb({
  name: "close-task",
  ability: "work-tasks",
  input: z
    .object({
      taskId: idText,
      how: z.enum(TASK_OUTCOMES).default("done"),
      note: z.string().trim().max(300, "tooLong").default(""),
    })
    .refine(({ how, note }) => note !== "" || !NEEDS_WORDS.includes(how), {
      path: ["note"],
      message: "required",
    }),
  cases: () => [],
  run: async (command) => {
    const found = await openTaskOf(command, command.input.taskId);
    if (!found.ok) return found;
    const { how, note } = command.input;
    await markDone(command, found.task, { how, note });
    const { id, kind, caseId } = found.task;
    await command.record({ caseId, data: { taskId: id, kind, how } });
    return ok({ taskId: id });
  },
});
