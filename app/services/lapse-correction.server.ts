import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { verb } from "./command.server";

/** Ends a correction that nobody made in time; the file is not taken in. */
export const lapseCorrection = verb({
  name: "lapse-correction",
  ability: "lapse-correction",
  input: z.object(caseShape),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const acted = await act(command, "lapse-correction", { event: "lapseCorrection" });
    if (!acted.ok) return acted;
    await recordAct(command, acted);
    return ok(standing(acted));
  },
});
