import { z } from "zod";
import { schema } from "#db/client";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing, words, yesOrNo } from "./case-act.server";
import { dropPlanned, endAssignment, NOBODY } from "./case-ending.server";
import { verb } from "./command.server";

/** Decides on a recusal. Upheld: the mediator is barred from the case and no longer sees it, his sessions are cancelled. */
export const decideRecusal = verb({
  name: "decide-recusal",
  ability: "decide-recusal",
  input: z.object({ ...caseShape, upheld: yesOrNo, reason: words }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, now, input } = command;
    const { upheld, reason } = input;
    const row = command.theCase();
    const told = upheld ? await dropPlanned(command, row.id, "recused") : [];
    const acted = await act(command, "decide-recusal", {
      event: "decideRecusal",
      input: { upheld, reason },
      change: { recusalPendingAt: null, ...(upheld ? NOBODY : {}) },
    });
    if (!acted.ok) return acted;
    if (upheld) {
      await endAssignment(command, row.id, "recused", reason);
      if (row.mediatorId)
        await tx
          .insert(schema.bars)
          .values({ courtId, caseId: row.id, personId: row.mediatorId, why: "recused", since: now })
          .onConflictDoNothing();
    }
    const to = row.mediatorId ? { personId: row.mediatorId } : {};
    await recordAct(command, acted, { upheld, mediatorId: row.mediatorId }, told, to, command.input.reason);
    return ok(standing(acted));
  },
});
