import { z } from "zod";
import { ok, type Result, refuse } from "~/domain/result";
import { toMinutes } from "~/domain/scheduling/minutes";
import { keepForGood } from "./booking.server";
import { caseShape, idText } from "./case-act.server";
import { lockHeld } from "./claims.server";
import { type Command, verb } from "./command.server";
import { inviteAll } from "./invitations.server";
import { iso } from "./iso.server";
import { closeOffer, type OfferRow, openOffer, timesOf } from "./offers.server";
import { planSession } from "./planned-session.server";
import { nextSession } from "./session-cases.server";
import { meetingOf } from "./session-people.server";
import { advance, effectsOf } from "./transition.server";

type Booked = { readonly sessionId: string; readonly bookingId: string };

/**
 * Turns one of an offer's kept times into a session and gives the others back. Whoever books
 * leaves the record: staff, or a job when the sides have chosen, for a party books nothing.
 */
export async function takeOffered(
  command: Command<unknown>,
  offer: OfferRow,
  bookingId: string,
): Promise<Result<Booked>> {
  const { tx, courtId, now } = command;
  const row = command.theCase();
  const times = await timesOf(tx, courtId, offer.id);
  const taken = times.find((one) => one.id === bookingId);
  if (taken?.status !== "held") return refuse("slotUnknown");
  if (offer.until <= now) return refuse("holdExpired");
  if (toMinutes(taken.during.start) <= toMinutes(now)) return refuse("tooSoon");
  if (!row.mediatorId) return refuse("slotUnknown");
  const held = times.filter((one) => one.status === "held").map((one) => one.id);
  if (!(await lockHeld(command, held)).has(bookingId)) return refuse("holdExpired");
  const step = await advance(command, row, { event: "bookSession" });
  if (!step.ok) return step;
  const mode = taken.offeredMode ?? "onsite";
  const sessionId = await planSession(command, [row], row.mediatorId, { mode, roomId: taken.offeredRoomId });
  await keepForGood(command, bookingId, sessionId);
  await closeOffer(command, offer, { status: "booked", sessionId, takenId: bookingId });
  const { people, unrepresented } = await meetingOf(tx, courtId, [row], null);
  await inviteAll(command, sessionId, 0, [...people, ...unrepresented]);
  await nextSession(command, row.id);
  await command.record({
    verb: "book-offered",
    caseId: row.id,
    data: { sessionId, bookingId, offerId: offer.id, startAt: iso(taken.during.start), mode },
    effects: effectsOf(step, { sessionId, sequence: 0 }),
  });
  return ok({ sessionId, bookingId });
}

/** Books one of the times that are kept for the sides, as when both have said on the telephone that it suits them. */
export const bookOffered = verb({
  name: "book-offered",
  ability: "book-session",
  input: z.object({ caseId: caseShape.caseId, bookingId: idText }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const offer = await openOffer(command, command.input.caseId);
    if (!offer) return refuse("offerClosed");
    return takeOffered(command, offer, command.input.bookingId);
  },
});
