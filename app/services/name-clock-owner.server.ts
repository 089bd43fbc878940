import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { answerable } from "./clock-owner.server";
import { runningClocks } from "./clocks.server";
import { verb } from "./command.server";

/** Somebody else answers for this clock from now on: he is the one who is warned, and who ends what has run out. */
export const nameClockOwner = verb({
  name: "name-clock-owner",
  ability: "name-clock-owner",
  input: z.object({ caseId: idText, clockId: idText, ownerId: idText }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, now } = command;
    const row = command.theCase();
    const clock = (await runningClocks(tx, courtId, row.id)).find((one) => one.id === input.clockId);
    if (!clock) return refuse("notFound");
    if (!(await answerable(tx, row, now)).includes(input.ownerId))
      return refuse("invalidInput", { fields: { ownerId: ["notChosen"] } });
    const k = schema.clocks;
    await tx
      .update(k)
      .set({ ownerId: input.ownerId })
      .where(and(eq(k.courtId, courtId), eq(k.id, clock.id)));
    await command.record({
      caseId: row.id,
      data: { clockId: clock.id, rule: clock.rule, ownerId: input.ownerId, before: clock.ownerId },
    });
    return ok({ caseId: row.id });
  },
});
