import { and, eq, sql } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import { asCourtId } from "~/domain/ids";
import type { JobActor } from "~/domain/policy/actor";
import { type Command, NotFound } from "./command.server";
import type { Counts } from "./import-rows.server";

/** Whoever carries imports out. */
export const importJob = (courtId: string): JobActor => ({
  kind: "job",
  courtId: asCourtId(courtId),
  name: "import",
});

/** Has a run carried out, or on; `again` tells one time from the next. */
export const carryOut = (runId: string, again = "") => ({
  effect: "carryOutImport" as const,
  key: `carryOutImport:${runId}${again}`,
  payload: { runId },
});

export type RunRow = typeof schema.importRuns.$inferSelect;

export async function runOf(tx: Tx, courtId: string, runId: string): Promise<RunRow | null> {
  const t = schema.importRuns;
  const [run] = await tx
    .select()
    .from(t)
    .where(and(eq(t.courtId, courtId), eq(t.id, runId)));
  return run ?? null;
}

/** The run, locked: two who work on it wait for each other. @throws NotFound (404) */
export async function lockRun(
  { tx, courtId }: Pick<Command<unknown>, "tx" | "courtId">,
  runId: string,
): Promise<RunRow> {
  const t = schema.importRuns;
  const [run] = await tx
    .select()
    .from(t)
    .where(and(eq(t.courtId, courtId), eq(t.id, runId)))
    .for("update");
  if (!run) throw new NotFound("import-run");
  return run;
}

/** Counts a run's rows anew after one of them, or all, became something else. */
export async function recount(
  { tx, courtId }: Pick<Command<unknown>, "tx" | "courtId">,
  runId: string,
): Promise<Counts> {
  const [counts] = await tx.execute<Counts>(sql`
    select (count(*) filter (where status = 'done'))::int as good, (count(*) filter (where status = 'bad'))::int as bad,
      (count(*) filter (where status = 'known'))::int as known
    from import_rows where court_id = ${courtId} and run_id = ${runId}::uuid`);
  const { good = 0, bad = 0, known = 0 } = counts ?? {};
  await changeRun({ tx, courtId }, runId, { good, bad, known });
  return { good, bad, known };
}

export async function changeRun(
  { tx, courtId }: Pick<Command<unknown>, "tx" | "courtId">,
  runId: string,
  change: Partial<typeof schema.importRuns.$inferInsert>,
): Promise<void> {
  const t = schema.importRuns;
  await tx
    .update(t)
    .set(change)
    .where(and(eq(t.courtId, courtId), eq(t.id, runId)));
}
