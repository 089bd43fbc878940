import { v7 as uuidv7 } from "uuid";
import { schema } from "#db/client";
import { insertAll, type Rows, rowsFor } from "#db/insert-rows";
import type { SessionMode } from "~/domain/mediation/sessions";
import type { CaseRow, Command } from "./command.server";

type Where = { readonly mode: SessionMode; readonly roomId: string | null; readonly place?: string | null };

/** The rows of a session to come of these cases, in their order. Its mediator is the one they share; its time is a booking's. */
export const sessionRows = (
  { courtId, now }: Pick<Command<unknown>, "courtId" | "now">,
  cases: readonly CaseRow[],
  mediatorId: string,
  where: Where,
  arriveAfterMinutes: readonly number[],
  sessionId: string,
): Rows[] => [
  rowsFor(schema.sessions, [
    {
      courtId,
      id: sessionId,
      mode: where.mode,
      place: where.place ?? null,
      status: "planned",
      mediatorId,
      lawyerId: cases.find((row) => row.lawyerId)?.lawyerId ?? null,
      roomId: where.roomId,
      createdAt: now,
    },
  ]),
  rowsFor(
    schema.sessionCases,
    cases.map((row, ordinal) => ({
      courtId,
      sessionId,
      caseId: row.id,
      ordinal,
      arriveAfterMinutes: arriveAfterMinutes[ordinal] ?? 0,
    })),
  ),
];

/** Writes a session to come; see sessionRows. Returns its id. */
export async function planSession(
  command: Pick<Command<unknown>, "tx" | "courtId" | "now">,
  cases: readonly CaseRow[],
  mediatorId: string,
  where: Where,
): Promise<string> {
  const sessionId = uuidv7();
  const inserted = insertAll(sessionRows(command, cases, mediatorId, where, [], sessionId));
  if (inserted) await command.tx.execute(inserted);
  return sessionId;
}
