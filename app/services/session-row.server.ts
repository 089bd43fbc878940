import { and, asc, eq } from "drizzle-orm";
import type { DateTime } from "luxon";
import type { z } from "zod";
import { schema, type Tx } from "#db/client";
import type { EventInput } from "~/domain/cases/event-input";
import type { EventName } from "~/domain/cases/events";
import { ok, type Result } from "~/domain/result";
import { type CaseRow, type Command, NotFound } from "./command.server";
import { type Happened, happened, type happenedShape } from "./happened.server";
import { type Advanced, advance } from "./transition.server";

export type SessionRow = typeof schema.sessions.$inferSelect;
type HappenedInput = z.output<z.ZodObject<typeof happenedShape>>;

export async function sessionOf(command: Command<unknown>, sessionId: string): Promise<SessionRow> {
  const s = schema.sessions;
  const [session] = await command.tx
    .select()
    .from(s)
    .where(and(eq(s.courtId, command.courtId), eq(s.id, sessionId)))
    .for("update");
  if (!session) throw new NotFound("session");
  return session;
}

/**
 * A session with its room and its booking: the one that stands, else the last that was released.
 * @throws NotFound (404) for one of another court
 */
export async function sessionPlaced(tx: Tx, courtId: string, sessionId: string) {
  const s = schema.sessions;
  const [session] = await tx
    .select()
    .from(s)
    .where(and(eq(s.courtId, courtId), eq(s.id, sessionId)));
  if (!session) throw new NotFound("session");
  const b = schema.bookings;
  const bookings = await tx
    .select()
    .from(b)
    .where(and(eq(b.courtId, courtId), eq(b.sessionId, session.id)))
    .orderBy(asc(b.createdAt));
  const booking = bookings.find((one) => one.status !== "released") ?? bookings.at(-1);
  const r = schema.rooms;
  const [room] = session.roomId
    ? await tx
        .select()
        .from(r)
        .where(and(eq(r.courtId, courtId), eq(r.id, session.roomId)))
    : [];
  return { session, booking, room };
}

export async function setSession(
  command: Command<unknown>,
  sessionId: string,
  change: Partial<typeof schema.sessions.$inferInsert>,
): Promise<void> {
  const s = schema.sessions;
  await command.tx
    .update(s)
    .set(change)
    .where(and(eq(s.courtId, command.courtId), eq(s.id, sessionId)));
}

/** One event for every case that the session serves, at the instant `at` when it happened; the first refusal is the answer. */
export async function advanceEach(
  command: Command<HappenedInput>,
  verbName: string,
  event: EventName,
  input: EventInput | ((row: CaseRow, at: DateTime) => EventInput),
): Promise<Result<{ steps: readonly Advanced[]; at: DateTime; late: boolean }>> {
  const steps: Advanced[] = [];
  let at = command.now;
  let late = false;
  for (const row of command.cases) {
    const when: Result<Happened> = await happened(command, row.id, verbName);
    if (!when.ok) return when;
    at = when.at;
    late = when.late;
    const given = typeof input === "function" ? input(row, when.at) : input;
    const step = await advance(command, row, {
      event,
      happenedAt: when.at,
      input: { ...given, late: when.late, ...(when.lateReason ? { lateReason: when.lateReason } : {}) },
    });
    if (!step.ok) return step;
    steps.push(step);
  }
  return ok({ steps, at, late });
}
