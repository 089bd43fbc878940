import { v7 as uuidv7 } from "uuid";
import { schema, together } from "#db/client";
import { insertRows } from "#db/insert-rows";
import type { SessionMode } from "~/domain/mediation/sessions";
import type { CaseRow, Command } from "./command.server";

/** Writes a session to come of these cases, in their order. Its mediator is the one they share; its time is a booking's. */
export async function planSession(
  { tx, courtId, now }: Pick<Command<unknown>, "tx" | "courtId" | "now">,
  cases: readonly CaseRow[],
  mediatorId: string,
  where: { readonly mode: SessionMode; readonly roomId: string | null; readonly place?: string | null },
  arriveAfterMinutes: readonly number[] = [],
  sessionId: string = uuidv7(),
): Promise<string> {
  const session = insertRows(schema.sessions, [
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
  ]);
  const ofCases = insertRows(
    schema.sessionCases,
    cases.map((row, ordinal) => ({
      courtId,
      sessionId,
      caseId: row.id,
      ordinal,
      arriveAfterMinutes: arriveAfterMinutes[ordinal] ?? 0,
    })),
  );
  await together([tx.execute(session), tx.execute(ofCases)]);
  return sessionId;
}
