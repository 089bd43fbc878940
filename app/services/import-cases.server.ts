import { and, eq, inArray, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, type Result, refuse } from "~/domain/result";
import { claimResources } from "./case-parties.server";
import {
  CASE_COLUMNS,
  type CaseColumn,
  type CellError,
  caseOfRow,
  cellErrors,
  cellFaults,
  NEEDED,
} from "./case-sheet.server";
import { type Command, perform, shapeOf, verb } from "./command.server";
import { enterCaseNumber } from "./enter-case-number.server";
import { fieldErrors } from "./field-errors.server";
import { place } from "./personal.server";
import { actorIdOf } from "./record.server";
import { registerCase } from "./register-case.server";
import { type Row, type Sheet, sheetOf, sheetShape } from "./sheet.server";

/** New rows of one call: its transaction holds the number counter, and others register meanwhile. Call again while `left`. */
const PER_CALL = 50;

type Sheeted = Command<z.output<z.ZodObject<typeof sheetShape>>>;
type Judged = {
  row: Row<CaseColumn>;
  raw: Record<string, unknown>;
  hash: string;
  errors: readonly CellError[];
};

const textOf = (row: Row<CaseColumn>) =>
  JSON.stringify(Object.entries(row.cells).sort(([a], [b]) => (a < b ? -1 : 1)));
const hashesOf = (command: Sheeted, row: Row<CaseColumn>) =>
  command.deps.secrets.blindIndexes("import row", textOf(row)).map((hash) => hash.toString("hex"));

/** The run of this very sheet, begun earlier or now. */
async function runOf(command: Sheeted, sheet: Sheet<CaseColumn>): Promise<string> {
  const { tx, courtId, now, actor } = command;
  const t = schema.importRuns;
  const [earlier] = await tx
    .select({ id: t.id })
    .from(t)
    .where(and(eq(t.courtId, courtId), eq(t.sha256, sheet.sha256)));
  if (earlier) return earlier.id;
  const id = uuidv7();
  await tx.insert(t).values({
    courtId,
    id,
    fileId: sheet.fileId,
    name: sheet.name,
    sha256: sheet.sha256,
    byId: actor.kind === "job" ? uuidv7() : actorIdOf(actor),
    startedAt: now,
    total: sheet.rows.length,
    good: 0,
    bad: 0,
  });
  return id;
}

/** Rows still to do: not judged in this run, and not registered from any sheet before. */
async function undone(command: Sheeted, runId: string, sheet: Sheet<CaseColumn>) {
  const { tx, courtId } = command;
  const t = schema.importRows;
  const judged = new Set(
    (
      await tx
        .select({ row: t.row })
        .from(t)
        .where(and(eq(t.courtId, courtId), eq(t.runId, runId)))
    ).map((one) => one.row),
  );
  const fresh = sheet.rows.filter((row) => !judged.has(row.number));
  const hashes = fresh.flatMap((row) => hashesOf(command, row));
  const done = hashes.length
    ? await tx
        .select({ hash: t.rowHash })
        .from(t)
        .where(and(eq(t.courtId, courtId), eq(t.status, "done"), inArray(t.rowHash, hashes)))
    : [];
  const known = new Set(done.map((one) => one.hash));
  const seen = new Set<string>();
  const left: { row: Row<CaseColumn>; hash: string }[] = [];
  for (const row of fresh) {
    const all = hashesOf(command, row);
    const hash = all[0] as string;
    // The same line twice in one sheet is one case.
    if (all.some((one) => known.has(one)) || seen.has(hash)) continue;
    seen.add(hash);
    left.push({ row, hash });
  }
  return left;
}

/** One row in a savepoint of its own: a refused one leaves no number and no half of a case behind. */
async function registerRow(command: Sheeted, one: Judged): Promise<Result<{ caseId: string }>> {
  await command.tx.execute(sql`savepoint import_row`);
  const answer = await registerWithNumber(command, one);
  await command.tx.execute(
    answer.ok ? sql`release savepoint import_row` : sql`rollback to savepoint import_row`,
  );
  return answer;
}

async function registerWithNumber(
  command: Sheeted,
  { row, raw }: Judged,
): Promise<Result<{ caseId: string }>> {
  const registered = await perform(command, registerCase, raw);
  if (!registered.ok || !row.cells.caseNo) return registered;
  const { caseId } = registered;
  const numbered = await perform(command, enterCaseNumber, {
    caseId,
    number: row.cells.caseNo,
    source: "imported",
  });
  return numbered.ok ? ok({ caseId }) : numbered;
}

function errorsOf(refusal: Exclude<Result, { ok: true }>): readonly CellError[] {
  if (refusal.fields) return cellErrors(refusal.fields);
  const missing = refusal.params?.missing;
  return Array.isArray(missing) && missing.length
    ? missing.map((code) => ({ column: "", code: String(code) }))
    : [{ column: "", code: refusal.refusal }];
}

async function keepRow(
  command: Sheeted,
  runId: string,
  one: Judged,
  outcome: { caseId: string } | readonly CellError[],
): Promise<void> {
  const { tx, courtId, deps } = command;
  const registered = "caseId" in outcome;
  await tx.insert(schema.importRows).values({
    courtId,
    runId,
    row: one.row.number,
    rowHash: one.hash,
    caseId: registered ? outcome.caseId : null,
    errors: registered ? [] : [...outcome],
    sealed: deps.secrets.seal(
      JSON.stringify(one.row.cells),
      place("import_rows", "sealed", `${runId}:${one.row.number}`),
    ),
    status: registered ? "done" : "bad",
  });
}

async function tally(command: Sheeted, runId: string): Promise<{ good: number; bad: number }> {
  const { tx, courtId } = command;
  const r = schema.importRows;
  const [counted] = await tx
    .select({
      good: sql<number>`(count(*) filter (where ${r.status} = 'done'))::int`,
      bad: sql<number>`(count(*) filter (where ${r.status} = 'bad'))::int`,
    })
    .from(r)
    .where(and(eq(r.courtId, courtId), eq(r.runId, runId)));
  const counts = counted ?? { good: 0, bad: 0 };
  const t = schema.importRuns;
  await tx
    .update(t)
    .set(counts)
    .where(and(eq(t.courtId, courtId), eq(t.id, runId)));
  return counts;
}

/**
 * Registers the cases of a sheet, row by row: good rows once, bad ones kept with column and code. The same sheet again
 * changes nothing; a corrected one brings in only what is new. While `left` is not 0 there is more to do: call again.
 */
export const importCases = verb({
  name: "import-cases",
  ability: "import-cases",
  input: z.object(sheetShape),
  cases: () => [],
  run: async (command) => {
    const read = await sheetOf(command, CASE_COLUMNS, NEEDED);
    if (!read.ok) return read;
    const { sheet } = read;
    if (!sheet.rows.length) return refuse("incomplete", { fields: { fileId: ["required"] } });
    const runId = await runOf(command, sheet);
    const todo = await undone(command, runId, sheet);
    const shape = shapeOf(registerCase, command.now);
    const judged = todo.slice(0, PER_CALL).map(({ row, hash }) => {
      const raw = caseOfRow(row);
      const parsed = shape.safeParse(raw);
      const errors = [...cellFaults(row), ...(parsed.success ? [] : cellErrors(fieldErrors(parsed.error)))];
      return { row, raw, hash, errors, parties: parsed.success ? parsed.data.parties : [] };
    });
    // Everybody's time is claimed before the first number is taken: two sheets cannot wait for each other.
    await claimResources(
      command,
      judged.flatMap((one) => (one.errors.length ? [] : one.parties)),
    );
    for (const one of judged) {
      const answer = one.errors.length ? null : await registerRow(command, one);
      await keepRow(
        command,
        runId,
        one,
        answer === null ? one.errors : answer.ok ? answer : errorsOf(answer),
      );
    }
    const counts = await tally(command, runId);
    const left = todo.length - judged.length;
    const known = sheet.rows.length - counts.good - counts.bad - left;
    await command.record({ data: { runId, total: sheet.rows.length, ...counts, known, left } });
    return ok({ runId, total: sheet.rows.length, ...counts, known, left });
  },
});
