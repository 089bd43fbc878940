import { and, asc, eq, inArray } from "drizzle-orm";
import { DateTime } from "luxon";
import { z } from "zod";
import { schema, type Tx } from "#db/client";
import { offerShown } from "./case-offer.server";
import { type CaseRow, Forbidden } from "./command.server";
import { iso } from "./iso.server";
import { currentOffer } from "./offers.server";
import { query } from "./query.server";

const aboutCase = z.object({ caseId: z.string().uuid("idMalformed") });

/** The times put to the sides and who answered, for those who will book; what each chose is `offerShown`'s to withhold. */
export const offerQuery = query({
  name: "offer",
  ability: "book-session",
  input: aboutCase,
  run: async (question) => ({ offer: await offerShown(question) }),
});

async function roomsOf(tx: Tx, courtId: string, ids: readonly (string | null)[]) {
  const r = schema.rooms;
  const wanted = ids.filter((id) => id !== null);
  const rooms = wanted.length
    ? await tx
        .select({ id: r.id, name: r.name, nameEn: r.nameEn, place: r.place, placeEn: r.placeEn })
        .from(r)
        .where(and(eq(r.courtId, courtId), inArray(r.id, wanted)))
    : [];
  return (id: string | null) => {
    const room = rooms.find((one) => one.id === id);
    if (!room) return null;
    return { name: room.name, nameEn: room.nameEn, place: room.place, placeEn: room.placeEn };
  };
}

async function timeBooked(tx: Tx, row: CaseRow, sessionId: string) {
  const s = schema.sessions;
  const b = schema.bookings;
  const [found] = await tx
    .select({ mode: s.mode, roomId: s.roomId, during: b.during })
    .from(s)
    .innerJoin(b, and(eq(b.courtId, s.courtId), eq(b.sessionId, s.id), eq(b.status, "booked")))
    .where(and(eq(s.courtId, row.courtId), eq(s.id, sessionId)))
    .orderBy(asc(b.createdAt))
    .limit(1);
  return found ?? null;
}

/**
 * The times put to a side and its own answer, behind the bare link: only time and place, and not a word of whether or
 * what the other side answered.
 */
export const partyOfferQuery = query({
  name: "party-offer",
  ability: "view-case",
  input: aboutCase,
  run: async (question) => {
    const { tx, now, courtId, actor } = question;
    if (actor.kind !== "party") throw new Forbidden("party-offer");
    const row = question.theCase();
    const [court] = await tx.select().from(schema.courts).where(eq(schema.courts.id, courtId));
    const offer = await currentOffer(tx, row, now);
    const booked = offer?.sessionId ? await timeBooked(tx, row, offer.sessionId) : null;
    const roomOf = await roomsOf(tx, courtId, [
      ...(offer?.slots.map((slot) => slot.roomId) ?? []),
      booked?.roomId ?? null,
    ]);
    return {
      court: { address: court?.address ?? "", phone: court?.phone ?? "" },
      offer: offer && {
        status: offer.status,
        until: offer.until,
        slots: offer.slots.map(({ key, startAt, endAt, mode, roomId }) => ({
          key,
          startAt,
          endAt,
          mode,
          room: roomOf(roomId),
          isOver: DateTime.fromISO(startAt) <= now,
        })),
        chosen: offer.answers[actor.partyId]?.choices ?? null,
        booked: booked && {
          startAt: iso(booked.during.start),
          endAt: iso(booked.during.end),
          mode: booked.mode,
          room: roomOf(booked.roomId),
        },
      },
    };
  },
});
