import { and, asc, eq, inArray } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import { namesOfPeople } from "./case-people.server";
import type { CaseRow } from "./command.server";

/** The sessions of a case with everybody's reply. A reason that a side gave is its own and is not read here. */
export async function sessionsShown(tx: Tx, row: CaseRow) {
  const sc = schema.sessionCases;
  const s = schema.sessions;
  const links = await tx
    .select({ session: s, outcome: sc.outcome, nextStep: sc.nextStep })
    .from(sc)
    .innerJoin(s, and(eq(s.courtId, sc.courtId), eq(s.id, sc.sessionId)))
    .where(and(eq(sc.courtId, row.courtId), eq(sc.caseId, row.id)))
    .orderBy(asc(s.createdAt));
  const ids = links.map((one) => one.session.id);
  if (!ids.length) return [];
  const b = schema.bookings;
  const bookings = await tx
    .select()
    .from(b)
    .where(and(eq(b.courtId, row.courtId), inArray(b.sessionId, ids)))
    .orderBy(asc(b.createdAt));
  const i = schema.invitations;
  const invitations = await tx
    .select({
      invitationId: i.id,
      sessionId: i.sessionId,
      recipientKind: i.recipientKind,
      recipientId: i.recipientId,
      method: i.method,
      reply: i.reply,
      repliedAt: i.repliedAt,
      replyHow: i.replyHow,
      sequence: i.sequence,
    })
    .from(i)
    .where(and(eq(i.courtId, row.courtId), eq(i.caseId, row.id), inArray(i.sessionId, ids)))
    .orderBy(asc(i.id));
  const r = schema.rooms;
  const rooms = await tx.select().from(r).where(eq(r.courtId, row.courtId));
  const names = await namesOfPeople(
    tx,
    row.courtId,
    links.flatMap(({ session }) => [session.mediatorId, ...(session.lawyerId ? [session.lawyerId] : [])]),
  );
  const others = await tx
    .select({ sessionId: sc.sessionId, caseId: sc.caseId })
    .from(sc)
    .where(and(eq(sc.courtId, row.courtId), inArray(sc.sessionId, ids)));
  return links.map(({ session, outcome, nextStep }) => {
    const own = bookings.filter((one) => one.sessionId === session.id);
    const booking = own.find((one) => one.status !== "released") ?? own.at(-1);
    const room = rooms.find((one) => one.id === session.roomId);
    return {
      sessionId: session.id,
      status: session.status,
      mode: session.mode,
      bookingStatus: booking?.status ?? null,
      startAt: booking?.during.start.toUTC().toISO() ?? null,
      endAt: booking?.during.end.toUTC().toISO() ?? null,
      holdUntil: booking?.holdUntil?.toUTC().toISO() ?? null,
      room: room
        ? { id: room.id, name: room.name, nameEn: room.nameEn, place: room.place, placeEn: room.placeEn }
        : null,
      mediator: names.get(session.mediatorId) ?? null,
      lawyer: session.lawyerId ? (names.get(session.lawyerId) ?? null) : null,
      sequence: session.sequence,
      outcome,
      nextStep,
      /** How many cases the session serves, this one included. */
      caseCount: others.filter((one) => one.sessionId === session.id).length,
      invitations: invitations
        .filter((one) => one.sessionId === session.id)
        .map((one) => ({ ...one, repliedAt: one.repliedAt?.toUTC().toISO() ?? null })),
    };
  });
}
