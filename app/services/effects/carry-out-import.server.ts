import { and, eq } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import { readApart } from "~/adapters/spreadsheets/read-apart.server";
import { type Result, refuse } from "~/domain/result";
import { CASE_COLUMNS, NEEDED } from "../case-sheet.server";
import { execute } from "../command.server";
import type { Deps } from "../deps.server";
import { endImport } from "../end-import.server";
import { judgedRows } from "../import-rows.server";
import { importJob, runOf } from "../run-state.server";
import { laidOut } from "../sheet.server";
import { takeImportRows } from "../take-import-rows.server";
import { type Handler, textOf } from "./job.server";

/** Rows of one transaction. Those that bring an official number take some ten times as long each. */
const ROWS = 500;
const NUMBERED = 50;

/** What is still to do of a run, and what was said of its sender's columns; null when nothing is. */
async function planOf(tx: Tx, courtId: string, runId: string) {
  const run = await runOf(tx, courtId, runId);
  if (!run?.fileId || (run.status !== "waiting" && run.status !== "running")) return null;
  const s = schema.importSenders;
  const [sender] = run.sender
    ? await tx
        .select({ columns: s.columns })
        .from(s)
        .where(and(eq(s.courtId, courtId), eq(s.name, run.sender)))
    : [];
  const columns = { ...sender?.columns, ...run.columns };
  return { fileId: run.fileId, columns, judged: await judgedRows(tx, courtId, runId) };
}

function* chunksOf<Row extends { cells: { caseNo?: string } }>(rows: readonly Row[]) {
  let chunk: Row[] = [];
  let numbered = 0;
  for (const row of rows) {
    if (row.cells.caseNo) numbered++;
    chunk.push(row);
    if (chunk.length < ROWS && numbered < NUMBERED) continue;
    yield chunk;
    chunk = [];
    numbered = 0;
  }
  if (chunk.length) yield chunk;
}

/** Whoever came second has nothing to do; any other refusal is a bug, and the row comes again. */
function settled(answer: Result): void {
  if (!answer.ok && answer.refusal !== "alreadyAnswered") throw new Error(`import: ${answer.refusal}`);
}

/**
 * Carries an import out, in one transaction per chunk of rows. Killed at any moment, the next worker reads the file again
 * and goes on with the rows of which nothing is kept yet. A file that cannot be read through is refused before its first
 * row is taken.
 */
export const carryOutImport: Handler = async (deps, job) => {
  const runId = textOf(job, "runId");
  const { courtId } = job;
  const actor = importJob(courtId);
  const end = async (input: object) => settled(await execute(deps, actor, endImport, { runId, ...input }));
  const plan = await deps.db.withCourt(courtId, (tx) => planOf(tx, courtId, runId));
  if (!plan) return;
  const table = await readOf(deps, plan.fileId);
  if (!table.ok) return end({ status: "refused", refusal: table.refusal });
  const sheet = laidOut(CASE_COLUMNS, NEEDED, table, plan.columns);
  if (!sheet.ok) return end({ status: "unmapped", headers: sheet.headers });
  if (!sheet.rows.length) return end({ status: "refused", refusal: "incomplete" });
  const left = sheet.rows.filter((row) => !plan.judged.has(row.number));
  for (const rows of chunksOf(left))
    settled(await execute(deps, actor, takeImportRows, { runId, total: sheet.rows.length, rows }));
  return end({ status: "done" });
};

async function readOf(deps: Deps, fileId: string) {
  const bytes = await deps.files.get(fileId);
  return bytes ? readApart(bytes) : refuse("fileUnreadable");
}
