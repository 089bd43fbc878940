import { and, eq } from "drizzle-orm";
import { schema } from "#db/client";
import { pressing } from "./clocks.server";
import type { Command } from "./command.server";

/** Puts the most pressing clock beside the case again, after clocks were changed outside an event's own turn. */
export async function refreshDue(
  command: Pick<Command<unknown>, "tx" | "courtId">,
  caseId: string,
): Promise<void> {
  const { tx, courtId } = command;
  const c = schema.cases;
  await tx
    .update(c)
    .set(await pressing(tx, courtId, caseId))
    .where(and(eq(c.courtId, courtId), eq(c.id, caseId)));
}
