import { z } from "zod";
import { partiesOfCase } from "./case-head.server";
import { currentOffer } from "./offers.server";
import { query } from "./query.server";

/** The times put to the sides and what each answered, for those who will book. */
export const offerQuery = query({
  name: "offer",
  ability: "book-session",
  input: z.object({ caseId: z.string().uuid("idMalformed") }),
  run: async (question) => {
    const { tx, now, courtId } = question;
    const row = question.theCase();
    const offer = await currentOffer(tx, row, now);
    const parties = await partiesOfCase(tx, courtId, row.id);
    if (!offer) return { offer: null };
    return {
      offer: {
        offerId: offer.offerId,
        until: offer.until,
        isOpen: offer.isOpen,
        slots: offer.slots.map((slot) => ({
          ...slot,
          suits: parties
            .filter((party) => offer.choices[party.id]?.includes(slot.key))
            .map((party) => ({ partyId: party.id, side: party.side, name: party.name })),
        })),
        waitingFor: parties
          .filter((party) => !offer.choices[party.id])
          .map((party) => ({ partyId: party.id, side: party.side, name: party.name })),
      },
    };
  },
});
