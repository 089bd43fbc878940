import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing, words } from "./case-act.server";
import { verb } from "./command.server";
import { courtDay } from "./deps.server";
import { haltClocks } from "./mediation-clock.server";

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
    const fromOn = courtDay(acted.at);
    const halted = await haltClocks(command, acted.row.id, { fromOn });
    await recordAct(command, acted, { fromOn, halted }, [], {}, command.input.reason);
    return ok(standing(acted));
  },
});
