import { z } from "zod";
import { RELATION_KINDS } from "~/domain/assignment/conflict-of-interest";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing, words } from "./case-act.server";
import { verb } from "./command.server";

/** Asks that the mediator stand aside 申请回避, on one of the grounds (INV 15); nothing goes on until it is decided. */
export const requestRecusal = verb({
  name: "request-recusal",
  ability: "request-recusal",
  input: z.object({ ...caseShape, ground: z.enum(RELATION_KINDS).default("other"), reason: words }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { ground, reason } = command.input;
    const row = command.theCase();
    const acted = await act(command, "request-recusal", {
      event: "requestRecusal",
      input: { reason },
      change: (at) => ({ recusalPendingAt: at }),
    });
    if (!acted.ok) return acted;
    await recordAct(command, acted, { ground, mediatorId: row.mediatorId }, [], {}, command.input.reason);
    return ok(standing(acted));
  },
});
