import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok } from "~/domain/result";
import { idText } from "./case-act.server";
import { NotFound, verb } from "./command.server";

/** Takes one case out of its series; the case itself stays as it is. */
export const leaveSeries = verb({
  name: "leave-series",
  ability: "leave-series",
  input: z.object({ caseId: idText, seriesId: idText }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input } = command;
    const { seriesId, caseId } = input;
    const t = schema.seriesCases;
    const left = await tx
      .delete(t)
      .where(and(eq(t.courtId, courtId), eq(t.caseId, caseId), eq(t.seriesId, seriesId)))
      .returning({ caseId: t.caseId });
    if (!left.length) throw new NotFound("series");
    await command.record({ caseId, data: { seriesId } });
    return ok({ seriesId });
  },
});
