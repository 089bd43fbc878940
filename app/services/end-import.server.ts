import { z } from "zod";
import { ok, REFUSALS, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { verb } from "./command.server";
import { changeRun, lockRun } from "./run-state.server";

/** Says how an import's run ended: carried out, a file that is not taken, or columns that nobody knows yet. */
export const endImport = verb({
  name: "end-import",
  ability: "carry-out-import",
  input: z.object({
    runId: idText,
    status: z.enum(["done", "refused", "unmapped"]),
    refusal: z.enum(REFUSALS).optional(),
    headers: z.array(z.string().max(4000)).max(100).default([]),
  }),
  cases: () => [],
  run: async (command) => {
    const { runId, status, refusal, headers } = command.input;
    const run = await lockRun(command, runId);
    if (run.status !== "waiting" && run.status !== "running") return refuse("alreadyAnswered");
    const endedAt = status === "unmapped" ? null : command.now;
    await changeRun(command, runId, { status, refusal: refusal ?? null, headers, endedAt });
    await command.record({ data: { runId, status, refusal: refusal ?? null } });
    return ok({ runId, status });
  },
});
