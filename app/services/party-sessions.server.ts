import { and, asc, eq, inArray } from "drizzle-orm";
import { schema } from "#db/client";
import { isByVideo } from "~/domain/mediation/sessions";
import type { CaseRow } from "./command.server";
import { iso, isoOrNull } from "./iso.server";
import type { Question } from "./query.server";
import { arrivalsAt } from "./session-arrivals.server";

/** The next sessions of the case, each with this side's own answer; what the other side said is not read. */
export async function ownSessions(
  { tx, courtId, now }: Pick<Question<unknown>, "tx" | "courtId" | "now">,
  row: CaseRow,
  partyId: string,
  recipients: readonly string[],
) {
  const sc = schema.sessionCases;
  const s = schema.sessions;
  const b = schema.bookings;
  const r = schema.rooms;
  const m = schema.rosterMembers;
  const planned = await tx
    .select({ session: s, during: b.during, room: r, mediator: m.name, mediatorEn: m.nameEn })
    .from(sc)
    .innerJoin(s, and(eq(s.courtId, sc.courtId), eq(s.id, sc.sessionId)))
    .innerJoin(b, and(eq(b.courtId, s.courtId), eq(b.sessionId, s.id), eq(b.status, "booked")))
    .leftJoin(r, and(eq(r.courtId, s.courtId), eq(r.id, s.roomId)))
    .leftJoin(m, and(eq(m.courtId, s.courtId), eq(m.personId, s.mediatorId), eq(m.kind, "mediator")))
    .where(and(eq(sc.courtId, courtId), eq(sc.caseId, row.id), inArray(s.status, ["planned", "open"])))
    .orderBy(asc(s.createdAt));
  const i = schema.invitations;
  const own = recipients.length
    ? await tx
        .select()
        .from(i)
        .where(and(eq(i.courtId, courtId), eq(i.caseId, row.id), inArray(i.recipientId, [...recipients])))
    : [];
  const shown = await Promise.all(
    planned.map(async ({ session, during, room, mediator, mediatorEn }) => {
      const arrivals = await arrivalsAt(tx, { courtId, sessionId: session.id, caseId: row.id, during });
      const arrival = arrivals(partyId);
      const mine = own.filter((one) => one.sessionId === session.id);
      const answered = mine.find((one) => one.reply !== "needsAction");
      return {
        sessionId: session.id,
        status: session.status,
        startAt: iso(arrival.startAt),
        endAt: iso(during.end),
        /** Only where this side is asked to come earlier than its part begins. */
        arriveAt: arrival.arriveAt < arrival.startAt ? iso(arrival.arriveAt) : null,
        waitingRoom: arrival.waitingRoom
          ? {
              name: arrival.waitingRoom.name,
              nameEn: arrival.waitingRoom.nameEn,
              place: arrival.waitingRoom.place,
              placeEn: arrival.waitingRoom.placeEn,
            }
          : null,
        mode: session.mode,
        otherPlace: session.place,
        /** The way into a session by video; for whoever has shown the second secret. */
        video: isByVideo(session.mode) ? { joinUrl: session.joinUrl, joinCode: session.joinCode } : null,
        room: room
          ? { name: room.name, nameEn: room.nameEn, place: room.place, placeEn: room.placeEn }
          : null,
        mediatorName: mediator,
        mediatorNameEn: mediatorEn,
        invited: mine.length > 0,
        reply: answered?.reply ?? "needsAction",
        replyReason: answered?.replyReason ?? null,
        repliedAt: isoOrNull(answered?.repliedAt),
        isOver: during.end <= now,
      };
    }),
  );
  return shown.sort((a, b) => (a.startAt < b.startAt ? -1 : 1));
}

/**
 * Whether a party's part in a session has begun: from then on its answers change nothing. Null while the session has no
 * time that is booked.
 */
export async function hasBegun(
  { tx, courtId, now }: Pick<Question<unknown>, "tx" | "courtId" | "now">,
  of: { readonly sessionId: string; readonly caseId: string; readonly partyId: string },
): Promise<boolean | null> {
  const b = schema.bookings;
  const { sessionId, caseId } = of;
  const [booking] = await tx
    .select({ during: b.during })
    .from(b)
    .where(and(eq(b.courtId, courtId), eq(b.sessionId, sessionId), eq(b.status, "booked")));
  if (!booking) return null;
  const arrivals = await arrivalsAt(tx, { courtId, sessionId, caseId, during: booking.during });
  return arrivals(of.partyId).startAt <= now;
}
