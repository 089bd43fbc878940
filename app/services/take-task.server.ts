import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok } from "~/domain/result";
import { idText } from "./case-act.server";
import { openTaskOf } from "./close-task.server";
import { verb } from "./command.server";
import { actorIdOf } from "./record.server";

/** Takes a task on, so that no two people call the same person; or gives it back. Taken by another, it changes hands. */
export const takeTask = verb({
  name: "take-task",
  ability: "work-tasks",
  input: z.object({ taskId: idText, give: z.boolean().default(false) }),
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, actor, input } = command;
    const found = await openTaskOf(command, input.taskId);
    if (!found.ok) return found;
    const { id, kind, caseId } = found.task;
    const t = schema.tasks;
    const ownerId = input.give ? null : actorIdOf(actor);
    await tx
      .update(t)
      .set({ ownerId })
      .where(and(eq(t.courtId, courtId), eq(t.id, id)));
    await command.record({ caseId, data: { taskId: id, kind, isTaken: !input.give } });
    return ok({ taskId: id });
  },
});
