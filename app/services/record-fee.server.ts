import { z } from "zod";
import { ok } from "~/domain/result";
import { act, caseShape, recordAct, standing } from "./case-act.server";
import { verb } from "./command.server";

/** The fee is paid, or the court has waived it. */
export const recordFee = verb({
  name: "record-fee",
  ability: "record-fee",
  input: z.object({ ...caseShape, as: z.enum(["paid", "waived"]).default("paid") }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const fee = command.input.as;
    const acted = await act(command, "record-fee", { event: "recordFee", change: { fee } });
    if (!acted.ok) return acted;
    await recordAct(command, acted, { fee });
    return ok(standing(acted));
  },
});
