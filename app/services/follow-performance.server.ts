import { and, eq, max } from "drizzle-orm";
import { DateTime } from "luxon";
import { z } from "zod";
import { schema } from "#db/client";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { verb } from "./command.server";

/** Starts watching the due dates of an effective agreement; the two years for enforcement count from the last of them (CPL 250). */
export const followPerformance = verb({
  name: "follow-performance",
  ability: "follow-performance",
  input: z.object(caseShape),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input } = command;
    const o = schema.obligations;
    const [last] = await tx
      .select({ dueOn: max(o.dueOn) })
      .from(o)
      .where(and(eq(o.courtId, courtId), eq(o.caseId, input.caseId)));
    const acted = await act(command, "follow-performance", {
      event: "followPerformance",
      ...(last?.dueOn ? { countsFrom: DateTime.fromISO(last.dueOn, { zone: "Asia/Shanghai" }) } : {}),
    });
    if (!acted.ok) return acted;
    await recordAct(command, acted);
    return ok(standing(acted));
  },
});
