import { z } from "zod";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { CASE_KEYS } from "./case-sheet.server";
import { verb } from "./command.server";
import { judgedAmong, takeRows } from "./import-rows.server";
import { changeRun, lockRun } from "./run-state.server";

const key = z.enum(CASE_KEYS);

/** Takes one chunk of an import's rows in: its cases, records and outcomes stand together or not at all. */
export const takeImportRows = verb({
  name: "take-import-rows",
  ability: "carry-out-import",
  input: z.object({
    runId: idText,
    /** Rows of the whole sheet. */
    total: z.number().int().min(0),
    rows: z
      .array(
        z.object({
          number: z.number().int().min(1),
          cells: z.partialRecord(key, z.string()),
          lost: z.array(key),
          repaired: z.array(key),
        }),
      )
      .max(1000, "tooLong"),
  }),
  cases: () => [],
  run: async (command) => {
    const { runId, total, rows } = command.input;
    const run = await lockRun(command, runId);
    if (run.status !== "waiting" && run.status !== "running") return refuse("alreadyAnswered");
    const judged = await judgedAmong(
      command.tx,
      command.courtId,
      runId,
      rows.map((row) => row.number),
    );
    const fresh = rows.filter((row) => !judged.has(row.number));
    if (!fresh.length) return refuse("alreadyAnswered");
    const before = run.good + run.bad + run.known;
    const counts = await takeRows(command, runId, fresh, before);
    await changeRun(command, runId, {
      status: "running",
      total,
      good: run.good + counts.good,
      bad: run.bad + counts.bad,
      known: run.known + counts.known,
    });
    await command.record({ data: { runId, ...counts } });
    return ok(counts);
  },
});
