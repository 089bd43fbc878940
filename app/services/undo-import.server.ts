import { sql } from "drizzle-orm";
import { z } from "zod";
import { arrayText } from "#db/types";
import { UNDO_REASONS } from "~/domain/intake/undo-reasons";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { type CaseRow, verb } from "./command.server";
import { decideNew } from "./deciding.server";
import { importJob, lockRun, recount, changeRun } from "./run-state.server";

/** Nobody did anything to it since it was registered: looks and receipts leave no record of the case's own. */
const isUntouched = (row: CaseRow) => row.stage === "submitted" && row.recordSeq === 1;

/**
 * Takes a whole import back while none of its cases has moved: they are closed as entered in error and keep their numbers,
 * receipts that did not go out yet stay, and the sheet may come again.
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
    const moved = cases.filter((row) => !isUntouched(row)).map((row) => row.registrationNo);
    if (moved.length) return refuse("caseMoved", { params: { moved: moved.length, cases: moved.slice(0, 5) } });
    // The table knows it as a job's: at the counter there is no such act on one case.
    const asJob = { ...command, actor: importJob(courtId) };
    for (const row of cases) {
      const decision = decideNew(asJob, row, "undoImport", {});
      if (!decision.ok) return decision;
    }
    const ids = arrayText(cases.map((row) => row.id));
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
    for (const row of cases) await command.record({ caseId: row.id, data: { runId, reason, stage: "closed" } });
    await command.record({ data: { runId, reason, cases: cases.length } });
    return ok({ runId, cases: cases.length });
  },
});
