import { z } from "zod";
import type { CloseReason } from "~/domain/cases/routes";
import type { Stage } from "~/domain/cases/stages";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing, words } from "./case-act.server";
import { verb } from "./command.server";

const CLOSES: Partial<Record<Stage, CloseReason>> = {
  notReceived: "notReceived",
  confirmed: "confirmed",
  statementEffective: "statement",
  enforcement: "enforced",
};

/**
 * Closes a case whose result stands and needs nothing more. A confirmed one is refused (`guardFailed`, rulingServed)
 * until service of the ruling on every party is entered: the time for objecting counts from receipt (INT 372).
 */
export const closeCase = verb({
  name: "close-case",
  ability: "close-case",
  input: z.object({ ...caseShape, reason: words }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const closeReason = CLOSES[command.theCase().stage];
    const acted = await act(command, "close-case", {
      event: "closeCase",
      input: { reason: command.input.reason },
      ...(closeReason ? { change: { closeReason } } : {}),
    });
    if (!acted.ok) return acted;
    await recordAct(command, acted, { closeReason: closeReason ?? null }, [], {}, command.input.reason);
    return ok(standing(acted));
  },
});
