import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing, words } from "./case-act.server";
import { verb } from "./command.server";

/** Moves a case from the fast track to the ordinary one, once and before the limit ends (INT 258); its period counts from registration. */
export const convertTrack = verb({
  name: "convert-track",
  ability: "convert-track",
  input: z.object({ ...caseShape, reason: words }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { registeredAt } = command.theCase();
    const acted = await act(command, "convert-track", {
      event: "convertTrack",
      input: { reason: command.input.reason },
      change: { track: "ordinary", convertedAt: command.now },
      ...(registeredAt ? { countsFrom: registeredAt } : {}),
    });
    if (!acted.ok) return acted;
    await recordAct(command, acted, {}, [], {}, command.input.reason);
    return ok(standing(acted));
  },
});
