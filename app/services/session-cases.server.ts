import { and, asc, eq, sql } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import type { Command } from "./command.server";

export async function caseIdsOfSession(sessionId: string, tx: Tx, courtId: string): Promise<string[]> {
  const sc = schema.sessionCases;
  const rows = await tx
    .select({ caseId: sc.caseId })
    .from(sc)
    .where(and(eq(sc.courtId, courtId), eq(sc.sessionId, sessionId)))
    .orderBy(asc(sc.ordinal));
  return rows.map((row) => row.caseId);
}

/** Keeps the case's next booked session beside it, for the queue. */
export async function nextSession(
  command: Pick<Command<unknown>, "tx" | "courtId">,
  caseId: string,
): Promise<void> {
  const { tx, courtId } = command;
  await tx.execute(sql`
    update cases set next_session_at = (
      select min(lower(b.during)) from session_cases sc
      join sessions s on s.court_id = sc.court_id and s.id = sc.session_id and s.status in ('planned', 'open')
      join bookings b on b.court_id = s.court_id and b.session_id = s.id and b.status = 'booked'
      where sc.court_id = ${courtId} and sc.case_id = ${caseId}::uuid)
    where court_id = ${courtId} and id = ${caseId}::uuid`);
}
