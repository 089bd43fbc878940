import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing, words, yesOrNo } from "./case-act.server";
import { dropPlanned, feeAfterFailure } from "./case-ending.server";
import { verb } from "./command.server";
import { courtDay } from "./deps.server";
import { haltClocks } from "./mediation-clock.server";

/** Decides on the suspicion: founded ends the mediation, unfounded lets it go on where it stood. */
export const decideSham = verb({
  name: "decide-sham",
  ability: "decide-sham",
  input: z.object({ ...caseShape, founded: yesOrNo, reason: words }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { founded, reason } = command.input;
    const row = command.theCase();
    const acted = await act(command, "decide-sham", {
      event: "decideSham",
      input: { founded, reason },
      change: {
        suspendedAt: null,
        suspendedFor: null,
        ...(founded ? ({ mediationEnd: "other", fee: feeAfterFailure(row) } as const) : {}),
      },
    });
    if (!acted.ok) return acted;
    const toOn = courtDay(acted.at);
    const resumed = await haltClocks(command, row.id, { toOn });
    const told = founded ? await dropPlanned(command, row.id, "ended") : [];
    await recordAct(command, acted, { founded, toOn, resumed }, told, {}, command.input.reason);
    return ok(standing(acted));
  },
});
