import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { verb } from "./command.server";
import { courtDay } from "./deps.server";

/** The agreement was performed on the spot: no title is needed and the case is closed (CPL 101). */
export const performAtOnce = verb({
  name: "perform-at-once",
  ability: "perform-at-once",
  input: z.object(caseShape),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const acted = await act(command, "perform-at-once", {
      event: "performAtOnce",
      change: { closeReason: "performed", route: "performed" },
    });
    if (!acted.ok) return acted;
    const o = schema.obligations;
    await command.tx
      .update(o)
      .set({ performedOn: courtDay(acted.at) })
      .where(and(eq(o.courtId, command.courtId), eq(o.caseId, acted.row.id)));
    await recordAct(command, acted);
    return ok(standing(acted));
  },
});
