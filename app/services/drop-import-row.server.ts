import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok } from "~/domain/result";
import { idText } from "./case-act.server";
import { verb } from "./command.server";
import { badRow } from "./run-rows.server";
import { lockRun, recount } from "./run-state.server";

/** Lets a row go that did not come in: what its cells said is forgotten. */
export const dropImportRow = verb({
  name: "drop-import-row",
  ability: "import-cases",
  input: z.object({ runId: idText, row: z.coerce.number().int().min(1) }),
  cases: () => [],
  run: async (command) => {
    const { tx, courtId } = command;
    const { runId, row } = command.input;
    const run = await lockRun(command, runId);
    const kept = await badRow(command, run, row);
    if (!kept.ok) return kept;
    const t = schema.importRows;
    await tx
      .update(t)
      .set({ status: "dropped", sealed: null })
      .where(and(eq(t.courtId, courtId), eq(t.runId, runId), eq(t.row, row)));
    const left = await recount(command, runId);
    await command.record({ data: { runId, row } });
    return ok({ runId, row, bad: left.bad });
  },
});
