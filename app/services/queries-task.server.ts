import { sql } from "drizzle-orm";
import { z } from "zod";
import { idText } from "./case-act.server";
import { NotFound } from "./command.server";
import { query } from "./query.server";
import { messageShown } from "./task-message.server";
import { conflictOf, deedOf, noticeShown, proposalOf } from "./task-parts.server";
import { seenBy, taskRows, tasksShown } from "./task-rows.server";

/**
 * One task with all that is needed to see to it, by its kind; done ones say how they ended. Instants ISO in UTC.
 * @throws NotFound (404) where it is about a case that the reader may not see
 */
export const taskQuery = query({
  name: "task",
  ability: "work-tasks",
  input: z.object({ taskId: idText }),
  run: async (question) => {
    const { tx, courtId, actor, input, today } = question;
    const rows = await taskRows(tx, {
      where: sql`${seenBy(actor, courtId)} and t.id = ${input.taskId}::uuid`,
      order: sql`t.id`,
      limit: 1,
    });
    const [task] = await tasksShown(tx, courtId, today, rows);
    if (!task) throw new NotFound("task");
    const isNotice = task.kind === "bounced" || task.kind === "silent";
    return {
      task,
      notice: isNotice ? await noticeShown(question, task) : null,
      message: task.inbound_id ? await messageShown(question, task.inbound_id, task.case_id) : null,
      proposal: task.kind === "counterProposal" ? await proposalOf(question, task) : null,
      conflict: task.kind === "calendarConflict" ? await conflictOf(question, task) : null,
      deed: task.kind === "deadLetter" ? await deedOf(question, task) : null,
    };
  },
});
