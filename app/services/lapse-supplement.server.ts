import { z } from "zod";
import { ok } from "~/domain/result";
import { allowWithdrawal } from "./allow-withdrawal.server";
import { caseShape, standing } from "./case-act.server";
import { verb } from "./command.server";

/** What was asked for did not come in time: the judge treats the application as withdrawn (INT 357). */
export const lapseSupplement = verb({
  name: "lapse-supplement",
  ability: "lapse-supplement",
  input: z.object(caseShape),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const done = await allowWithdrawal(command, "lapse-supplement", "lapseSupplement", "lapsed");
    return done.ok ? ok({ ...standing(done.acted), documentId: done.documentId }) : done;
  },
});
