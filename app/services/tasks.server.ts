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
