import { and, eq, ne } from "drizzle-orm";
import { schema } from "#db/client";
import { revokeAnswerLinks } from "./answer-links.server";
import { dropSession } from "./cancel-session.server";
import type { CaseRow, Command } from "./command.server";
import { nextRevision } from "./invitations.server";
import { withdrawOpenOffer } from "./offers.server";
import type { RecordEntry } from "./record.server";
import { caseIdsOfSession, nextSession } from "./session-cases.server";

type Effects = NonNullable<RecordEntry["effects"]>;

/** The assignment that stands now, if any. */
export async function currentAssignment(command: Pick<Command<unknown>, "tx" | "courtId">, caseId: string) {
  const a = schema.assignments;
  const [row] = await command.tx
    .select()
    .from(a)
    .where(and(eq(a.courtId, command.courtId), eq(a.caseId, caseId), ne(a.status, "ended")));
  return row ?? null;
}

/** Ends the assignment that stands; the mediator's access ends with it. */
export async function endAssignment(
  command: Command<unknown>,
  caseId: string,
  code: "declined" | "lapsed" | "recused" | "replaced" | "refused" | "withdrawn",
  reason: string | null = null,
): Promise<void> {
  const a = schema.assignments;
  await command.tx
    .update(a)
    .set({ status: "ended", endedAt: command.now, endCode: code, endReason: reason })
    .where(and(eq(a.courtId, command.courtId), eq(a.caseId, caseId), ne(a.status, "ended")));
}

/** The columns of a case that is with nobody again. */
export const NOBODY = { mediatorId: null, lawyerId: null, orgId: null } as const;

/** A session that serves other cases goes on for them; only this case's invitations in it end. */
async function leaveSession(command: Command<unknown>, caseId: string, sessionId: string): Promise<number> {
  const { tx, courtId, now } = command;
  const sequence = await nextRevision(command, sessionId);
  const i = schema.invitations;
  const ended = await tx
    .update(i)
    .set({ method: "CANCEL", sequence, updatedAt: now })
    .where(and(eq(i.courtId, courtId), eq(i.sessionId, sessionId), eq(i.caseId, caseId)))
    .returning({ id: i.id });
  await revokeAnswerLinks(command, ended);
  return sequence;
}

/** Cancels the planned sessions and the offered times of a case that stops here and answers the cancellations to send. */
export async function dropPlanned(
  command: Command<unknown>,
  caseId: string,
  reason: string,
): Promise<Effects> {
  const { tx, courtId } = command;
  await withdrawOpenOffer(command, caseId);
  const sc = schema.sessionCases;
  const s = schema.sessions;
  const planned = await tx
    .select({ id: s.id })
    .from(sc)
    .innerJoin(s, and(eq(s.courtId, sc.courtId), eq(s.id, sc.sessionId)))
    .where(and(eq(sc.courtId, courtId), eq(sc.caseId, caseId), eq(s.status, "planned")));
  const effects: Effects[number][] = [];
  for (const { id } of planned) {
    const alone = (await caseIdsOfSession(tx, courtId, id)).length === 1;
    const sequence = alone ? await dropSession(command, id, reason) : await leaveSession(command, caseId, id);
    if (sequence === null) continue;
    effects.push({
      effect: "sendCancellations",
      key: `sendCancellations:${id}:${sequence}:${caseId}`,
      payload: { caseId, sessionId: id, sequence },
    });
  }
  if (planned.length) await nextSession(command, caseId);
  return effects;
}

/** A registered suit whose mediation failed owes the court fee now (OP25 6). */
export const feeAfterFailure = (row: CaseRow): CaseRow["fee"] =>
  row.caseNo !== null && row.intake === "LAWSUIT" && row.fee === "notDue" ? "unsent" : row.fee;
