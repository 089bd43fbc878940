import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { type Command, verb } from "./command.server";
import { actorIdOf } from "./record.server";
import { barredFrom } from "./relations.server";

export type TaskRow = typeof schema.tasks.$inferSelect;

/** The open task of that id, or why there is none to work on. */
export async function openTaskOf({ tx, courtId, actor }: Command<unknown>, taskId: string) {
  const t = schema.tasks;
  const [task] = await tx
    .select()
    .from(t)
    .where(and(eq(t.courtId, courtId), eq(t.id, taskId)))
    .for("update");
  // Whoever is shut out from the case does not see its tasks either.
  if (!task || (task.caseId && (await barredFrom(tx, actor, [task.caseId])).size > 0))
    return refuse("notFound");
  return task.doneAt ? refuse("alreadyAnswered") : ok({ task });
}

/** Marks it done; the words stay with the task and go into no record. */
export async function markDone(command: Command<unknown>, task: TaskRow, outcome: string): Promise<void> {
  const { tx, courtId, now, actor } = command;
  const t = schema.tasks;
  await tx
    .update(t)
    .set({ doneAt: now, doneById: actorIdOf(actor), outcome })
    .where(and(eq(t.courtId, courtId), eq(t.id, task.id)));
}

/** Ends a task with a note of what was done about it. */
export const closeTask = verb({
  name: "close-task",
  ability: "work-tasks",
  input: z.object({ taskId: idText, note: z.string().trim().min(1, "required").max(300, "tooLong") }),
  cases: () => [],
  run: async (command) => {
    const found = await openTaskOf(command, command.input.taskId);
    if (!found.ok) return found;
    await markDone(command, found.task, command.input.note);
    const { id, kind, caseId } = found.task;
    await command.record({ caseId, data: { taskId: id, kind } });
    return ok({ taskId: id });
  },
});
