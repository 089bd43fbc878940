import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing, words } from "./case-act.server";
import { verb } from "./command.server";

/** The case halts on a suspicion of sham mediation 虚假调解, until somebody decides (INV 18). */
export const reportSham = verb({
  name: "report-sham",
  ability: "report-sham",
  input: z.object({ ...caseShape, reason: words }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const acted = await act(command, "report-sham", {
      event: "reportSham",
      input: { reason: command.input.reason },
      change: (at) => ({ suspendedAt: at, suspendedFor: "sham" }),
    });
    if (!acted.ok) return acted;
    await recordAct(command, acted, {}, [], {}, command.input.reason);
    return ok(standing(acted));
  },
});
