import { z } from "zod";
import { endExclusion } from "~/domain/cases/clocks";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { verb } from "./command.server";
import { courtDay } from "./deps.server";
import { changeClock, mediationClockOf } from "./mediation-clock.server";

/** The expert's opinion is there, or given up: the mediation's days count again. */
export const endAppraisal = verb({
  name: "end-appraisal",
  ability: "end-appraisal",
  input: z.object(caseShape),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const row = command.theCase();
    const acted = await act(command, "end-appraisal", {
      event: "endAppraisal",
      change: { appraisalSince: null },
    });
    if (!acted.ok) return acted;
    const running = await mediationClockOf(command, row.id);
    const toOn = courtDay(acted.at);
    const dueOn = running ? await changeClock(command, running, endExclusion(running.clock, toOn)) : null;
    await recordAct(command, acted, { toOn, dueOn });
    return ok({ ...standing(acted), dueOn });
  },
});
