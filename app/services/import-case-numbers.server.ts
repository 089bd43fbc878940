import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { normaliseCaseNumber } from "~/domain/cases/number";
import { ok } from "~/domain/result";
import { type Command, verb } from "./command.server";
import { enterCaseNumber } from "./enter-case-number.server";
import { bearerOf } from "./numbers.server";
import { perform } from "./perform.server";
import { type Columns, type Row, sheetOf, sheetShape } from "./sheet.server";

const COLUMNS = {
  registrationNo: ["登记号"],
  caseNo: ["案号"],
} as const satisfies Columns<string>;
type Key = keyof typeof COLUMNS;

type Bad = { readonly row: number; readonly column: string; readonly code: string };

async function casesOf(command: Command<unknown>, rows: readonly Row<Key>[]): Promise<Map<string, string>> {
  const numbers = rows.flatMap((row) => row.cells.registrationNo?.toUpperCase() ?? []);
  if (!numbers.length) return new Map();
  const c = schema.cases;
  const found = await command.tx
    .select({ id: c.id, no: c.registrationNo })
    .from(c)
    .where(and(eq(c.courtId, command.courtId), inArray(c.registrationNo, numbers)));
  return new Map(found.map((one) => [one.no, one.id]));
}

/** Fills official numbers back by sheet (登记号, 案号), each checked as if entered; those already there change nothing. */
export const importCaseNumbers = verb({
  name: "import-case-numbers",
  ability: "import-cases",
  input: z.object(sheetShape),
  cases: () => [],
  run: async (command) => {
    const read = await sheetOf(command, COLUMNS, ["registrationNo", "caseNo"]);
    if (!read.ok) return read;
    const { rows } = read.sheet;
    const cases = await casesOf(command, rows);
    const bad: Bad[] = [];
    let done = 0;
    let known = 0;
    const named = rows.flatMap((row) => {
      const caseId = cases.get(row.cells.registrationNo?.toUpperCase() ?? "");
      if (caseId && row.cells.caseNo) return [{ row, caseId, number: row.cells.caseNo }];
      const column = COLUMNS[caseId ? "caseNo" : "registrationNo"][0];
      bad.push({
        row: row.number,
        column,
        code: caseId || !row.cells.registrationNo ? "required" : "notFound",
      });
      return [];
    });
    // Each is locked in its turn, in the order in which everybody locks cases.
    for (const { row, caseId, number } of named.sort((a, b) => (a.caseId < b.caseId ? -1 : 1))) {
      if ((await bearerOf(command.tx, command.courtId, normaliseCaseNumber(number))) === caseId) {
        known++;
        continue;
      }
      const answer = await perform(command, enterCaseNumber, { caseId, number, source: "imported" });
      if (answer.ok) done++;
      else bad.push({ row: row.number, column: COLUMNS.caseNo[0], code: answer.refusal });
    }
    await command.record({ data: { total: rows.length, done, known, bad: bad.length } });
    return ok({ total: rows.length, done, known, bad: bad.sort((a, b) => a.row - b.row) });
  },
});
