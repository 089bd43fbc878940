import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "#db/client";
import { arrayText } from "#db/types";
import { UNDO_REASONS } from "~/domain/intake/undo-reasons";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { verb } from "./command.server";
import { decideNew } from "./deciding.server";
import { changeRun, importJob, lockRun, recount } from "./run-state.server";

type Trace = { readonly id: string; readonly isTouched: boolean; readonly isTold: boolean };

/** Of each case: did a person do anything to it since it was registered, and did its receipt go out? */
async function tracesOf(tx: Tx, courtId: string, ids: string): Promise<Map<string, Trace>> {
  const rows = await tx.execute<Trace>(sql`
    select i.id::text as id,
      exists (select 1 from records r where r.court_id = ${courtId} and r.chain = 'case:' || i.id::text and r.seq > 1
        and r.actor_kind <> 'job') as "isTouched",
      exists (select 1 from notices n where n.court_id = ${courtId} and n.case_id = i.id) as "isTold"
    from unnest(${ids}::uuid[]) as i(id)`);
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Takes a whole import back while none of its cases has moved: they are closed as entered in error and keep their numbers,
 * receipts that did not go out yet stay, who had one is told, and the sheet may come again.
 */
export const undoImport = verb({
  name: "undo-import",
  ability: "import-cases",
  input: z.object({ runId: idText, reason: z.enum(UNDO_REASONS, "notChosen") }),
  cases: async ({ runId }, tx, courtId) => {
    const rows = await tx.execute<{ id: string }>(sql`
      select case_id as id from import_rows
      where court_id = ${courtId} and run_id = ${runId}::uuid and status = 'done' and case_id is not null`);
    return rows.map((row) => row.id);
  },
  run: async (command) => {
    const { tx, courtId, cases, now } = command;
    const { runId, reason } = command.input;
    const run = await lockRun(command, runId);
    if (run.status !== "done") return refuse("alreadyAnswered");
    const ids = arrayText(cases.map((row) => row.id));
    const traces = await tracesOf(tx, courtId, ids);
    const moved = cases
      .filter((row) => row.stage !== "submitted" || row.version > 1 || traces.get(row.id)?.isTouched)
      .map((row) => row.registrationNo);
    if (moved.length)
      return refuse("caseMoved", { params: { moved: moved.length, cases: moved.slice(0, 5) } });
    // The table knows it as a job's: at the counter there is no such act on one case.
    const asJob = { ...command, actor: importJob(courtId) };
    for (const row of cases) {
      const decision = decideNew(asJob, row, "undoImport", {});
      if (!decision.ok) return decision;
    }
    const at = now.toUTC().toISO();
    await tx.execute(sql`
      update cases set stage = 'closed', close_reason = 'importUndone', closed_at = ${at}::timestamptz,
        version = version + 1, due_on = null, due_rule = null
      where court_id = ${courtId} and id = any(${ids}::uuid[])`);
    await tx.execute(sql`
      update clocks set ended_at = ${at}::timestamptz
      where court_id = ${courtId} and case_id = any(${ids}::uuid[]) and ended_at is null`);
    await tx.execute(sql`
      update outbox set done_at = ${at}::timestamptz
      where court_id = ${courtId} and done_at is null and dead_at is null and leased_until is null
        and effect = 'sendReceipt' and payload->>'caseId' = any(${ids}::text[])`);
    await tx.execute(sql`
      update import_rows set status = 'undone' where court_id = ${courtId} and run_id = ${runId}::uuid and status = 'done'`);
    await tx.execute(sql`
      update import_rows set status = 'dropped', sealed = null
      where court_id = ${courtId} and run_id = ${runId}::uuid and status = 'bad'`);
    await changeRun(command, runId, { status: "undone", undoReason: reason, endedAt: now });
    await recount(command, runId);
    for (const row of cases)
      await command.record({ caseId: row.id, data: { runId, reason, stage: "closed" } });
    await command.record({ data: { runId, reason, cases: cases.length } });
    return ok({ runId, cases: cases.length });
  },
});
