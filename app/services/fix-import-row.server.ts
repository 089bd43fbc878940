import { z } from "zod";
import { cleanText } from "~/adapters/spreadsheets/read.server";
import { ok } from "~/domain/result";
import { idText } from "./case-act.server";
import { CASE_KEYS, type CaseColumn } from "./case-sheet.server";
import { verb } from "./command.server";
import { takeRows } from "./import-rows.server";
import { badRow } from "./run-rows.server";
import { lockRun, recount } from "./run-state.server";

/** Mends cells of a row that did not come in, and takes it in if nothing else is wrong; a blank cell is none. */
export const fixImportRow = verb({
  name: "fix-import-row",
  ability: "import-cases",
  input: z.object({
    runId: idText,
    /** As a person sees it in the sheet. */
    row: z.coerce.number().int().min(1),
    cells: z.partialRecord(z.enum(CASE_KEYS), z.string().max(32_767, "tooLong")),
  }),
  cases: () => [],
  run: async (command) => {
    const { runId, row, cells } = command.input;
    const run = await lockRun(command, runId);
    const kept = await badRow(command, run, row);
    if (!kept.ok) return kept;
    const mended = Object.entries({ ...kept.cells, ...cells }).flatMap(([key, text]) => {
      const cell = cleanText(text);
      return cell ? [[key, cell] as const] : [];
    });
    const line = {
      number: row,
      cells: Object.fromEntries(mended) as Partial<Record<CaseColumn, string>>,
      lost: [],
      repaired: [],
    };
    const counts = await takeRows(command, runId, [line], 0);
    const left = await recount(command, runId);
    await command.record({ data: { runId, row, columns: Object.keys(cells), good: counts.good } });
    return ok({ runId, row, isIn: counts.good === 1, isKnown: counts.known === 1, bad: left.bad });
  },
});
