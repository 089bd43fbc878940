import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok } from "~/domain/result";
import { TIME_WAYS } from "~/domain/scheduling/time-way";
import { idText } from "./case-act.server";
import { verb } from "./command.server";

/** How this case's times are found, where not as the court does; null follows the court again. */
export const setTimeWay = verb({
  name: "set-time-way",
  ability: "book-session",
  input: z.object({ caseId: idText, way: z.enum(TIME_WAYS).nullable() }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input } = command;
    const c = schema.cases;
    await tx
      .update(c)
      .set({ timeWay: input.way })
      .where(and(eq(c.courtId, courtId), eq(c.id, input.caseId)));
    await command.record({ caseId: input.caseId, data: { way: input.way } });
    return ok({ caseId: input.caseId, way: input.way });
  },
});
