import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { bookableOf } from "./bookable.server";
import { idText } from "./case-act.server";
import { NotFound, verb } from "./command.server";

/** Ends leave or a room's closing now; what has not begun is taken away. What is over stays as it was. */
export const endLeave = verb({
  name: "end-leave",
  ability: "manage-availability",
  input: z.object({ absenceId: idText }),
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, input, now } = command;
    const a = schema.absences;
    const own = and(eq(a.courtId, courtId), eq(a.id, input.absenceId));
    const [leave] = await tx.select().from(a).where(own).for("update");
    if (!leave) throw new NotFound("absence");
    const { resourceId } = await bookableOf(command, leave.resourceId);
    const { start, end } = leave.during;
    if (end <= now) return refuse("notFound");
    if (start >= now) await tx.delete(a).where(own);
    else
      await tx
        .update(a)
        .set({ during: { start, end: now } })
        .where(own);
    await command.record({ data: { absenceId: input.absenceId, resourceId, begun: start < now } });
    return ok({ absenceId: input.absenceId, resourceId });
  },
});
