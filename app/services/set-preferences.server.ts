import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { HALVES, preferredHalves } from "~/domain/scheduling/preferred";
import { idText } from "./case-act.server";
import { verb } from "./command.server";

/** When a party would rather meet, told by itself or entered for it: it ranks the times that are found and forbids none. */
export const setPreferences = verb({
  name: "set-preferences",
  ability: "edit-contacts",
  input: z.object({
    caseId: idText,
    partyId: idText,
    /** 1 is Monday; none means any day. */
    weekdays: z.array(z.coerce.number().int().min(1).max(7)).max(7).default([]),
    /** Before or after noon in court time; none means both. */
    halves: z.array(z.enum(HALVES)).max(HALVES.length).default([]),
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, actor } = command;
    if (actor.kind === "party" && actor.partyId !== input.partyId) return refuse("partyUnknown");
    const preferences = preferredHalves(input);
    const p = schema.parties;
    const changed = await tx
      .update(p)
      .set({ preferences })
      .where(and(eq(p.courtId, courtId), eq(p.caseId, input.caseId), eq(p.id, input.partyId)))
      .returning({ id: p.id });
    if (!changed.length) return refuse("partyUnknown", { fields: { partyId: ["notChosen"] } });
    await command.record({
      caseId: input.caseId,
      data: { partyId: input.partyId, preferences: preferences.length },
    });
    return ok({ partyId: input.partyId, preferences });
  },
});
