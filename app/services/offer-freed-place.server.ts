import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { schema, type Tx } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { verb } from "./command.server";
import { iso } from "./iso.server";
import { keepTimes } from "./offer-times.server";
import { caseIdsOfSession } from "./session-cases.server";
import { advance, effectsOf } from "./transition.server";

/** How many waiting cases are tried for one place, the nearest to its last day first. */
const TRIED_AT_MOST = 20;

/**
 * Cases that wait for a time and could take one of this mediator: in mediation, nothing planned, nothing offered, nothing
 * halted; the nearest to its last day first, the longest waiting among equals.
 */
async function waitingCases(
  tx: Tx,
  courtId: string,
  mediatorId: string,
  exceptIds: readonly string[],
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select c.id from cases c
    where c.court_id = ${courtId} and c.mediator_id = ${mediatorId}::uuid and c.stage = 'mediation'
      and c.next_session_at is null and c.suspended_at is null and c.recusal_pending_at is null
      and not exists (select 1 from offers o where o.court_id = c.court_id and o.case_id = c.id and o.status = 'open')
    order by c.due_on nulls last, c.created_at, c.id limit ${TRIED_AT_MOST + exceptIds.length}`);
  return rows
    .map((row) => row.id)
    .filter((id) => !exceptIds.includes(id))
    .slice(0, TRIED_AT_MOST);
}

/**
 * The place that a session gave up last, and whom it could be offered to; null once it was offered, or when the session
 * still has it.
 */
export async function freedPlace(
  tx: Tx,
  courtId: string,
  sessionId: string,
): Promise<{ bookingId: string; waiting: readonly string[] } | null> {
  const b = schema.bookings;
  const s = schema.sessions;
  const [freed] = await tx
    .select({ id: b.id, mediatorId: s.mediatorId })
    .from(b)
    .innerJoin(s, and(eq(s.courtId, b.courtId), eq(s.id, b.sessionId)))
    .where(and(eq(b.courtId, courtId), eq(b.sessionId, sessionId), eq(b.status, "released")))
    .orderBy(desc(b.releasedAt), desc(b.createdAt))
    .limit(1);
  if (!freed) return null;
  const o = schema.offers;
  const offered = await tx
    .select({ id: o.id })
    .from(o)
    .where(and(eq(o.courtId, courtId), eq(o.freedFromId, freed.id)));
  if (offered.length) return null;
  const own = await caseIdsOfSession(tx, courtId, sessionId);
  return { bookingId: freed.id, waiting: await waitingCases(tx, courtId, freed.mediatorId, own) };
}

/**
 * Offers the time of a booking that was given back to one waiting case, for as long as the court's setting says. Judged
 * like any booking, so that a case whose people are busy then is refused and the next can be tried.
 */
export const offerFreedPlace = verb({
  name: "offer-freed-place",
  ability: "offer-times",
  input: z.object({ caseId: idText, bookingId: idText }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, now, settings } = command;
    const b = schema.bookings;
    const s = schema.sessions;
    const [freed] = await tx
      .select({ during: b.during, status: b.status, mode: s.mode, roomId: s.roomId })
      .from(b)
      .innerJoin(s, and(eq(s.courtId, b.courtId), eq(s.id, b.sessionId)))
      .where(and(eq(b.courtId, courtId), eq(b.id, input.bookingId)));
    if (freed?.status !== "released") return refuse("slotUnknown");
    const until = now.plus({ hours: settings.freedPlaceHours });
    if (freed.during.start < until.plus({ minutes: settings.minimumNoticeMinutes })) return refuse("tooSoon");
    const { start, end } = freed.during;
    const slot = {
      startAt: iso(start),
      minutes: end.diff(start, "minutes").minutes,
      mode: freed.mode,
      roomId: freed.roomId,
    };
    const kept = await keepTimes(command, [slot], until, input.bookingId);
    if (!kept.ok) return kept;
    const step = await advance(command, command.theCase(), { event: "offerTimes" });
    if (!step.ok) return step;
    await command.record({
      caseId: input.caseId,
      data: { offerId: kept.offerId, freedFrom: input.bookingId, until: kept.until },
      effects: effectsOf(step, { offerId: kept.offerId }),
    });
    return ok({ offerId: kept.offerId, until: kept.until });
  },
});
