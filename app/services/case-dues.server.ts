import { and, asc, eq } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import { standing } from "~/domain/settlement/performance";
import type { CaseRow } from "./command.server";

/** What the parties owe each other by the agreement, a line per payment or act, and how each stands on a day. */
export async function duesShown(tx: Tx, row: CaseRow, today: string) {
  const o = schema.obligations;
  const rows = await tx
    .select()
    .from(o)
    .where(and(eq(o.courtId, row.courtId), eq(o.caseId, row.id)))
    .orderBy(asc(o.dueOn), asc(o.ordinal), asc(o.instalment));
  return rows.map((one) => ({
    obligationId: one.id,
    ordinal: one.ordinal,
    instalment: one.instalment,
    kind: one.kind,
    amountFen: one.amountFen,
    obligorId: one.obligorId,
    dueOn: one.dueOn,
    performedOn: one.performedOn,
    // What has no amount is owed whole, as if it were one.
    status: one.performedOn
      ? ("performed" as const)
      : standing([{ dueOn: one.dueOn, amountFen: one.amountFen || 1 }], [], today).status,
  }));
}
