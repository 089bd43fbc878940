import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { NEED_CODES, writeNeeds } from "~/domain/scheduling/needs";
import { unmetSessions } from "./access-needs.server";
import { idText } from "./case-act.server";
import { verb } from "./command.server";

/**
 * What a party cannot take part without, told by itself or entered for it; times and rooms are then sought and taken
 * only where it is met. Answers which planned sessions do not meet it; nothing is moved.
 */
export const setNeeds = verb({
  name: "set-needs",
  ability: "edit-contacts",
  input: z
    .object({
      caseId: idText,
      partyId: idText,
      needs: z.array(z.enum(NEED_CODES)).max(NEED_CODES.length),
      /** The dialect or language, where `dialect` is among the needs. */
      language: z.string().trim().max(20, "tooLong").optional(),
      /** Further words, such as large print; they are read by people and bind no room. */
      words: z.array(z.string().trim().min(1).max(60, "tooLong")).max(5, "tooLong").default([]),
    })
    .superRefine((input, context) => {
      if (input.needs.includes("dialect") && !input.language)
        context.addIssue({ code: "custom", path: ["language"], message: "required" });
    }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, actor } = command;
    if (actor.kind === "party" && actor.partyId !== input.partyId) return refuse("partyUnknown");
    const needs = NEED_CODES.filter((code) => input.needs.includes(code)).map((code) =>
      code === "dialect" && input.language ? { code, language: input.language } : { code },
    );
    const p = schema.parties;
    const changed = await tx
      .update(p)
      .set({ needs: writeNeeds({ needs, words: input.words }) })
      .where(and(eq(p.courtId, courtId), eq(p.caseId, input.caseId), eq(p.id, input.partyId)))
      .returning({ id: p.id });
    if (!changed.length) return refuse("partyUnknown", { fields: { partyId: ["notChosen"] } });
    // Which needs they are is nobody's to read from the trail.
    await command.record({ caseId: input.caseId, data: { partyId: input.partyId, needs: needs.length } });
    return ok({ partyId: input.partyId, outside: await unmetSessions(command, { caseId: input.caseId }) });
  },
});
