import { and, eq } from "drizzle-orm";
import { schema } from "#db/client";
import { ok, type Result, refuse } from "~/domain/result";
import type { CaseColumn } from "./case-sheet.server";
import type { Command } from "./command.server";
import { place } from "./personal.server";
import type { RunRow } from "./run-state.server";

export type RowCells = Partial<Record<CaseColumn, string>>;
type Kept = Pick<typeof schema.importRows.$inferSelect, "runId" | "row" | "sealed">;

/** What the cells of a row that waits to be mended say; nothing for one that waits no more. */
export function cellsKept({ deps }: Pick<Command<unknown>, "deps">, { runId, row, sealed }: Kept): RowCells {
  if (!sealed) return {};
  return JSON.parse(deps.secrets.openText(sealed, place("import_rows", "sealed", `${runId}:${row}`)));
}

/** A row of a finished run that did not come in, to be mended or let go; the run is locked. */
export async function badRow(
  command: Pick<Command<unknown>, "tx" | "courtId" | "deps">,
  run: RunRow,
  row: number,
): Promise<Result<{ cells: RowCells }>> {
  if (run.status !== "done") return refuse("alreadyAnswered");
  const { tx, courtId } = command;
  const t = schema.importRows;
  const [kept] = await tx
    .select()
    .from(t)
    .where(and(eq(t.courtId, courtId), eq(t.runId, run.id), eq(t.row, row), eq(t.status, "bad")));
  return kept ? ok({ cells: cellsKept(command, kept) }) : refuse("alreadyAnswered");
}
