import { and, eq, inArray, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema, type Tx } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { lockResources } from "./claims.server";
import { type Command, verb } from "./command.server";
import { perform } from "./perform.server";
import { awayShape } from "./queries-replan.server";
import { rescheduleSession } from "./reschedule-session.server";
import type { Wanted } from "./scheduling-snapshot.server";
import { peopleOfSession, roomsOf } from "./session-people.server";

const move = z.object({
  sessionId: idText,
  version: z.coerce.number().int().min(0),
  startAt: z.string().datetime({ offset: true, message: "instantMalformed" }),
  roomId: idText.nullish(),
});
const shape = z.object({
  ...awayShape,
  reason: z.string().trim().min(1, "required").max(200, "tooLong"),
  moves: z.array(move).max(60, "tooMany").default([]),
});

const linksOf = (tx: Tx, courtId: string, ids: readonly string[]) => {
  const sc = schema.sessionCases;
  return ids.length
    ? tx
        .select({ sessionId: sc.sessionId, caseId: sc.caseId })
        .from(sc)
        .where(and(eq(sc.courtId, courtId), inArray(sc.sessionId, [...ids])))
    : [];
};

/** A person of the court's roster or one of its rooms: nobody else's time is the court's to note. */
async function isOfCourt(tx: Tx, courtId: string, resourceId: string): Promise<boolean> {
  const found = await tx.execute(sql`
    select 1 from roster_members where court_id = ${courtId} and person_id = ${resourceId}::uuid
    union all select 1 from rooms where court_id = ${courtId} and id = ${resourceId}::uuid limit 1`);
  return found.length > 0;
}

/** Everybody and every room that the moves may need, locked at once: one by one, two plans could wait for each other. */
async function lockAll(command: Command<z.output<typeof shape>>): Promise<void> {
  const { tx, courtId, input, cases } = command;
  const links = await linksOf(
    tx,
    courtId,
    input.moves.map((one) => one.sessionId),
  );
  const wanted = new Map<string, Wanted>();
  for (const { sessionId } of input.moves) {
    const ids = links.filter((one) => one.sessionId === sessionId).map((one) => one.caseId);
    const own = cases.filter((row) => ids.includes(row.id));
    for (const one of await peopleOfSession(tx, courtId, own, sessionId)) wanted.set(one.resourceId, one);
  }
  for (const one of await roomsOf(tx, courtId)) wanted.set(one.resourceId, one);
  await lockResources(tx, [...wanted.values()]);
}

/**
 * Notes that somebody or a room is away, and moves the sessions that need him then, all of them or none; each person gets
 * one message per session of his. A session that was changed since it was looked at stops the whole.
 */
export const replanSessions = verb({
  name: "replan-sessions",
  ability: "replan-sessions",
  input: shape,
  cases: async (input, tx, courtId) => [
    ...new Set(
      (
        await linksOf(
          tx,
          courtId,
          input.moves.map((one) => one.sessionId),
        )
      ).map((one) => one.caseId),
    ),
  ],
  run: async (command) => {
    const { tx, courtId, input, now, actor } = command;
    const away = { start: DateTime.fromISO(input.startAt), end: DateTime.fromISO(input.endAt) };
    const resourceId = input.mediatorId ?? input.roomId;
    if (!resourceId || !(await isOfCourt(tx, courtId, resourceId)))
      return refuse("notFoundInRoster", { fields: { mediatorId: ["notChosen"] } });
    if (away.end <= away.start) return refuse("invalidInput", { fields: { endAt: ["endBeforeStart"] } });
    if (away.end <= now) return refuse("invalidInput", { fields: { endAt: ["inPast"] } });
    const absenceId = uuidv7();
    await tx.insert(schema.absences).values({
      courtId,
      id: absenceId,
      resourceId,
      during: away,
      reason: input.reason,
      toldBy: actor.kind,
      toldAt: now,
    });
    if (input.moves.length) await lockAll(command);
    const s = schema.sessions;
    const b = schema.bookings;
    for (const one of input.moves) {
      const [standing] = await tx
        .select({ mode: s.mode, during: b.during })
        .from(s)
        .innerJoin(b, and(eq(b.courtId, s.courtId), eq(b.sessionId, s.id), eq(b.status, "booked")))
        .where(and(eq(s.courtId, courtId), eq(s.id, one.sessionId)));
      if (!standing) return refuse("slotUnknown", { params: { sessionId: one.sessionId } });
      const moved = await perform(command, rescheduleSession, {
        sessionId: one.sessionId,
        version: one.version,
        startAt: one.startAt,
        minutes: standing.during.end.diff(standing.during.start, "minutes").minutes,
        mode: standing.mode,
        roomId: one.roomId ?? null,
        reason: input.reason,
      });
      if (!moved.ok) return { ...moved, params: { ...moved.params, sessionId: one.sessionId } };
    }
    await command.record({
      data: { absenceId, resourceId, startAt: input.startAt, endAt: input.endAt },
    });
    return ok({ absenceId, moved: input.moves.length });
  },
});
