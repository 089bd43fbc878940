import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { verb } from "./command.server";
import { safetyOf } from "./session-arrivals.server";
import { tellArrival } from "./told-arrival.server";

/** The sides may meet again; whoever was asked to come apart is told anew. */
export const endSafety = verb({
  name: "end-safety",
  ability: "set-safety",
  input: z.object({ caseId: idText }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, now } = command;
    const standing = await safetyOf(tx, courtId, input.caseId);
    if (!standing) return refuse("alreadyAnswered");
    const f = schema.safetyFlags;
    await tx
      .update(f)
      .set({ endedAt: now })
      .where(and(eq(f.courtId, courtId), eq(f.id, standing.id)));
    const effects = await tellArrival(command, input.caseId, [standing.protectedPartyId]);
    await command.record({ caseId: input.caseId, data: { safetyId: standing.id }, effects });
    return ok({ safetyId: standing.id });
  },
});
