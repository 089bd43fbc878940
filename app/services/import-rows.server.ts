import { and, eq, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { schema, type Tx } from "#db/client";
import { insertRows } from "#db/insert-rows";
import { arrayText } from "#db/types";
import { ok, type Result } from "~/domain/result";
import { claimResources } from "./case-parties.server";
import {
  type CaseColumn,
  type CellError,
  caseOfRow,
  cellErrors,
  cellFaults,
  columnOfMissing,
} from "./case-sheet.server";
import { type Command, shapeOf } from "./command.server";
import { enterCaseNumber } from "./enter-case-number.server";
import { fieldErrors } from "./field-errors.server";
import { perform } from "./perform.server";
import { place } from "./personal.server";
import { registerCase } from "./register-case.server";
import { type RegisterInput, registerAll } from "./registrations.server";
import type { Row } from "./sheet.server";

export type SheetLine = Row<CaseColumn>;
/** What became of a row: a case, one that was a case before, or what is wrong with it. */
type Outcome = { readonly caseId: string } | "known" | readonly CellError[];
export type Counts = { readonly good: number; readonly bad: number; readonly known: number };

/** An import's receipts go out at ten a second, so that no other letter of the court waits behind thousands of them. */
const RECEIPT_EVERY_MS = 100;

const textOf = (row: SheetLine) =>
  JSON.stringify(Object.entries(row.cells).sort(([a], [b]) => (a < b ? -1 : 1)));

type Judged = {
  readonly row: SheetLine;
  readonly hash: string;
  readonly raw: Record<string, unknown>;
  readonly errors: readonly CellError[];
  readonly input: RegisterInput | null;
};

/** Which of these rows are cases already, from whatever sheet; by all keys, so that a change of keys doubles nobody. */
async function knownAmong(command: Command<unknown>, hashes: readonly string[]): Promise<Set<string>> {
  const { tx, courtId } = command;
  const t = schema.importRows;
  const done = await tx
    .select({ hash: t.rowHash })
    .from(t)
    .where(
      and(
        eq(t.courtId, courtId),
        eq(t.status, "done"),
        sql`${t.rowHash} = any(${arrayText(hashes)}::text[])`,
      ),
    );
  return new Set(done.map((one) => one.hash));
}

function judge(command: Command<unknown>, rows: readonly SheetLine[], hashes: readonly string[]): Judged[] {
  const shape = shapeOf(registerCase, command.now);
  return rows.map((row, n) => {
    const raw = caseOfRow(row);
    const parsed = shape.safeParse(raw);
    const found = [
      ...cellFaults(row, command.today),
      ...(parsed.success ? [] : cellErrors(fieldErrors(parsed.error))),
    ];
    const errors = [...new Map(found.map((one) => [`${one.column} ${one.code}`, one])).values()];
    const input = parsed.success && !errors.length ? parsed.data : null;
    return { row, raw, hash: hashes[n] ?? "", errors, input };
  });
}

/** A row that brings an official number, in a savepoint: a refused one leaves no number and no half of a case behind. */
async function registerNumbered(command: Command<unknown>, one: Judged): Promise<Outcome> {
  await command.tx.execute(sql`savepoint import_row`);
  const answer = await registerWithNumber(command, one);
  await command.tx.execute(
    answer.ok ? sql`release savepoint import_row` : sql`rollback to savepoint import_row`,
  );
  return answer.ok ? answer : errorsOf(answer);
}

async function registerWithNumber(
  command: Command<unknown>,
  { row, raw }: Judged,
): Promise<Result<{ caseId: string }>> {
  const registered = await perform(command, registerCase, raw);
  if (!registered.ok) return registered;
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
    ? missing.map((code) => ({ column: columnOfMissing(String(code)), code: String(code) }))
    : [{ column: "", code: refusal.refusal }];
}

/** Registers rows that have no number yet, all at once. */
async function registerTogether(
  command: Command<unknown>,
  lot: readonly Judged[],
  before: number,
): Promise<Outcome[]> {
  const { now } = command;
  const incoming = lot.flatMap(({ input }, n) => {
    const runAt = DateTime.fromMillis(now.toMillis() + (before + n) * RECEIPT_EVERY_MS);
    return input ? [{ id: uuidv7(), input, at: now, runAt }] : [];
  });
  const taken = await registerAll(command, incoming);
  return taken.map((one) => (one.ok ? { caseId: one.caseId } : errorsOf(one)));
}

/**
 * Makes cases of the good rows by the rules of register-case, and says of each row what became of it. `before`: how many
 * rows of its sheet went before, for the pace of the receipts.
 */
async function registerRows(
  command: Command<unknown>,
  judged: readonly Judged[],
  before: number,
): Promise<Map<Judged, Outcome>> {
  const outcomes = new Map<Judged, Outcome>();
  for (const one of judged) if (one.errors.length) outcomes.set(one, one.errors);
  const good = judged.filter((one) => one.input !== null);
  const hasNumbers = good.some(({ row }) => row.cells.caseNo);
  // Everybody's time is claimed before the first number is taken: two sheets cannot wait for each other.
  if (hasNumbers)
    await claimResources(
      command,
      good.flatMap(({ input }) => input?.parties ?? []),
    );
  let lot: Judged[] = [];
  const registerLot = async () => {
    const answers = lot.length ? await registerTogether(command, lot, before) : [];
    for (const [n, one] of lot.entries()) outcomes.set(one, answers[n] ?? []);
    lot = [];
  };
  for (const one of good) {
    if (!one.row.cells.caseNo) {
      lot.push(one);
      continue;
    }
    await registerLot();
    outcomes.set(one, await registerNumbered(command, one));
  }
  await registerLot();
  return outcomes;
}

/** Takes rows of a run in and keeps with each what became of it; rows that are wrong keep their cells, sealed. */
export async function takeRows(
  command: Command<unknown>,
  runId: string,
  rows: readonly SheetLine[],
  before: number,
): Promise<Counts> {
  const { secrets } = command.deps;
  const hashes = rows.map((row) =>
    secrets.blindIndexes("import row", textOf(row)).map((hash) => hash.toString("hex")),
  );
  const known = await knownAmong(command, hashes.flat());
  const first = new Map<string, SheetLine>();
  const fresh = rows.filter((row, n) => {
    const [hash = "", ...older] = hashes[n] ?? [];
    if ([hash, ...older].some((one) => known.has(one)) || first.has(hash)) return false;
    first.set(hash, row);
    return true;
  });
  const hashOf = new Map(rows.map((row, n) => [row, hashes[n]?.[0] ?? ""]));
  const judged = judge(
    command,
    fresh,
    fresh.map((row) => hashOf.get(row) ?? ""),
  );
  const outcomes = await registerRows(command, judged, before);
  const byHash = new Map([...outcomes].map(([{ hash }, outcome]) => [hash, outcome]));
  const told = rows.map((row) => {
    const hash = hashOf.get(row) ?? "";
    const outcome = byHash.get(hash) ?? "known";
    // The same line twice in one sheet is one case; two wrong lines are two to mend.
    const isFirst = first.get(hash) === row;
    return { row, hash, outcome: isFirst || Array.isArray(outcome) ? outcome : ("known" as const) };
  });
  await keepRows(command, runId, told);
  const of = (status: string) => told.filter((one) => statusOf(one.outcome) === status).length;
  return { good: of("done"), bad: of("bad"), known: of("known") };
}

const statusOf = (outcome: Outcome) => (outcome === "known" ? "known" : "caseId" in outcome ? "done" : "bad");

async function keepRows(
  command: Command<unknown>,
  runId: string,
  told: readonly { row: SheetLine; hash: string; outcome: Outcome }[],
): Promise<void> {
  const { tx, courtId, deps } = command;
  const insert = insertRows(
    schema.importRows,
    told.map(({ row, hash, outcome }) => ({
      courtId,
      runId,
      row: row.number,
      rowHash: hash,
      caseId: outcome !== "known" && "caseId" in outcome ? outcome.caseId : null,
      errors: outcome !== "known" && !("caseId" in outcome) ? [...outcome] : [],
      repaired: [...row.repaired],
      sealed:
        statusOf(outcome) === "bad"
          ? deps.secrets.seal(
              JSON.stringify(row.cells),
              place("import_rows", "sealed", `${runId}:${row.number}`),
            )
          : null,
      status: statusOf(outcome),
    })),
  );
  // A row that was mended stands in its own place.
  await tx.execute(sql`${insert} on conflict (court_id, run_id, row) do update set row_hash = excluded.row_hash,
    case_id = excluded.case_id, errors = excluded.errors, repaired = excluded.repaired, sealed = excluded.sealed,
    status = excluded.status`);
}

/** Row numbers of a run that are judged already. */
export async function judgedRows(tx: Tx, courtId: string, runId: string): Promise<Set<number>> {
  const t = schema.importRows;
  const found = await tx
    .select({ row: t.row })
    .from(t)
    .where(and(eq(t.courtId, courtId), eq(t.runId, runId)));
  return new Set(found.map((one) => one.row));
}

/** The same of those asked about. */
export async function judgedAmong(
  tx: Tx,
  courtId: string,
  runId: string,
  numbers: readonly number[],
): Promise<Set<number>> {
  const found = await tx.execute<{ row: number }>(sql`
    select row from import_rows where court_id = ${courtId} and run_id = ${runId}::uuid
      and row = any(${`{${numbers.join()}}`}::integer[])`);
  return new Set(found.map((one) => one.row));
}
