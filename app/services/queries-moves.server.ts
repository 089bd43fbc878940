import { z } from "zod";
import { needsRoom } from "~/domain/mediation/sessions";
import { findSlots } from "~/domain/scheduling/slots";
import { isoOf } from "./iso.server";
import { query } from "./query.server";
import { sessionPlaced } from "./session-row.server";
import { searchOf } from "./slot-search.server";

const idText = z.string().uuid("idMalformed");

/**
 * Every place in the next days that a booked session could be moved to as it is: same length, way and people. One row a
 * room (`roomId`), or one without where no room of the court is taken. What the search would offer, and nothing else;
 * instants ISO in UTC.
 * None where it is not booked or not still to come.
 * @throws NotFound (404) where the session is not of the case
 */
export const sessionMovesQuery = query({
  name: "session-moves",
  ability: "book-session",
  input: z.object({
    caseId: idText,
    sessionId: idText,
    from: z.iso.date("dateInvalid").optional(),
    days: z.coerce.number().int().min(1).max(28).default(7),
  }),
  run: async (question) => {
    const { tx, courtId, input } = question;
    const { session, booking } = await sessionPlaced(tx, courtId, input.sessionId);
    const minutes = booking ? booking.during.end.diff(booking.during.start, "minutes").minutes : 0;
    const { id: sessionId, version, mode } = session;
    const standing = { sessionId, version, minutes, mode };
    if (session.status !== "planned" || booking?.status !== "booked") return { ...standing, places: [] };
    const asked = { ...input, with: [], mode: session.mode, minutes, roomId: null };
    const { snapshot, wish } = await searchOf({ ...question, input: asked });
    const roomIds = needsRoom(session.mode) || wish.roomCandidateIds.length ? wish.roomCandidateIds : [null];
    return {
      ...standing,
      places: roomIds.map((roomId) => ({
        roomId,
        startsAt: findSlots(snapshot, { ...wish, roomCandidateIds: roomId ? [roomId] : [] })
          .slots.map((slot) => slot.from)
          .sort((a, b) => a - b)
          .map(isoOf),
      })),
    };
  },
});
