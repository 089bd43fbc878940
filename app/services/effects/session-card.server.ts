import { and, desc, eq, ne } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import type { NoticeFacts, NoticeKind } from "#db/schema/correspondence";
import type { WorkCalendar } from "~/domain/cases/calendar";
import { courtCalendar } from "../calendar.server";
import { iso } from "../iso.server";
import { arrivalsAt, type SideArrival } from "../session-arrivals.server";
import { type Court, caseAndCourt } from "./addressees.server";

export type Invitation = typeof schema.invitations.$inferSelect;
type Session = Pick<typeof schema.sessions.$inferSelect, "mode" | "place">;
type Room = Pick<typeof schema.rooms.$inferSelect, "name" | "nameEn" | "place" | "placeEn">;

/** Everything that a message about a session says, read once; nothing of any side is in it. */
export type SessionCard = {
  readonly session: Session;
  readonly startAt: string;
  readonly endAt: string;
  readonly arrivals: (partyId: string | null) => SideArrival;
  readonly court: Pick<
    Court,
    "name" | "nameEn" | "shortName" | "phone" | "address" | "directions" | "directionsEn"
  >;
  readonly number: string;
  readonly room: Room | null;
  readonly mediator: { readonly name: string; readonly nameEn: string };
  readonly calendar: WorkCalendar;
  readonly isOver: boolean;
};

export async function sessionCard(
  tx: Tx,
  courtId: string,
  sessionId: string,
  caseId: string,
): Promise<SessionCard> {
  const s = schema.sessions;
  const b = schema.bookings;
  const [session] = await tx
    .select()
    .from(s)
    .where(and(eq(s.courtId, courtId), eq(s.id, sessionId)));
  const bookings = await tx
    .select()
    .from(b)
    .where(and(eq(b.courtId, courtId), eq(b.sessionId, sessionId)))
    .orderBy(b.createdAt);
  const booking = bookings.find((one) => one.status === "booked") ?? bookings.at(-1);
  if (!session || !booking) throw new Error("the session to be told of is gone");
  const { row, court } = await caseAndCourt(tx, courtId, caseId);
  const r = schema.rooms;
  const [room] = session.roomId
    ? await tx
        .select()
        .from(r)
        .where(and(eq(r.courtId, courtId), eq(r.id, session.roomId)))
    : [];
  const m = schema.rosterMembers;
  const [mediator] = await tx
    .select({ name: m.name, nameEn: m.nameEn })
    .from(m)
    .where(and(eq(m.courtId, courtId), eq(m.personId, session.mediatorId)));
  return {
    session,
    startAt: iso(booking.during.start),
    endAt: iso(booking.during.end),
    arrivals: await arrivalsAt(tx, { courtId, sessionId, caseId, during: booking.during }),
    court,
    number: row.registrationNo,
    room: room ?? null,
    mediator: mediator ?? { name: "", nameEn: "" },
    calendar: await courtCalendar(tx, courtId),
    isOver: session.status === "cancelled",
  };
}

/** What of an invitation its recipient was told last, before this revision; null where he was told nothing yet. */
export async function toldBefore(tx: Tx, invitation: Invitation, key: string): Promise<NoticeFacts | null> {
  const n = schema.notices;
  const [last] = await tx
    .select({ facts: n.facts })
    .from(n)
    .where(
      and(
        eq(n.courtId, invitation.courtId),
        eq(n.invitationId, invitation.id),
        ne(n.key, key),
        ne(n.kind, "reminder"),
      ),
    )
    .orderBy(desc(n.createdAt), desc(n.id))
    .limit(1);
  return last?.facts ?? null;
}

/** What a revision is to whoever gets it. */
export function kindOf(
  invitation: Pick<Invitation, "method">,
  card: Pick<SessionCard, "isOver">,
  before: NoticeFacts | null,
): Exclude<NoticeKind, "other" | "reminder"> {
  if (invitation.method === "CANCEL") return card.isOver ? "cancellation" : "removal";
  return before ? "update" : "invitation";
}
