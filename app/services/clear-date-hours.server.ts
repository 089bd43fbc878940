import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { bookableOf, lockHours } from "./bookable.server";
import { idText } from "./case-act.server";
import { verb } from "./command.server";
import { lyingOutside } from "./lying-outside.server";

/** Takes one date's own hours away: the weekly ones hold again. */
export const clearDateHours = verb({
  name: "clear-date-hours",
  ability: "manage-availability",
  input: z.object({ resourceId: idText.optional(), on: z.iso.date("dateInvalid") }),
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, input } = command;
    const one = await bookableOf(command, input.resourceId);
    const { resourceId } = one;
    await lockHours(tx, courtId, resourceId);
    const d = schema.dateHours;
    const gone = await tx
      .delete(d)
      .where(and(eq(d.courtId, courtId), eq(d.resourceId, resourceId), eq(d.on, input.on)))
      .returning({ on: d.on });
    if (!gone.length) return refuse("notFound", { fields: { on: ["notChosen"] } });
    await command.record({ data: { resourceId, on: input.on } });
    return ok({ resourceId, on: input.on, outside: await lyingOutside(command, one) });
  },
});
