import { z } from "zod";
import { beginExclusion } from "~/domain/cases/clocks";
import { ok } from "~/domain/result";
import { act, caseShape, flag, recordAct, standing } from "./case-act.server";
import { dropPlanned } from "./case-ending.server";
import { verb } from "./command.server";
import { courtDay } from "./deps.server";
import { changeClock, consentsShape, keepConsents, mediationClockOf } from "./mediation-clock.server";

/** Sends a question to an expert 鉴定: everybody agrees, the court approves, and its days are not counted (ONL 26). */
export const beginAppraisal = verb({
  name: "begin-appraisal",
  ability: "begin-appraisal",
  input: z.object({ ...caseShape, consents: consentsShape, courtApproved: flag }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { input } = command;
    const row = command.theCase();
    const acted = await act(command, "begin-appraisal", {
      event: "beginAppraisal",
      input: { courtApproved: input.courtApproved },
      change: (at) => ({ appraisalSince: at }),
    });
    if (!acted.ok) return acted;
    await keepConsents(command, row.id, input.consents, {
      kind: "appraisal",
      subjectId: null,
      until: null,
      at: acted.at,
    });
    const running = await mediationClockOf(command, row.id);
    const fromOn = courtDay(acted.at);
    if (running) {
      const excluded = beginExclusion(running.clock, fromOn);
      if (!excluded.ok) return excluded;
      await changeClock(command, running, excluded.clock);
    }
    const told = await dropPlanned(command, row.id, "appraisal");
    await recordAct(command, acted, { fromOn }, told);
    return ok(standing(acted));
  },
});
