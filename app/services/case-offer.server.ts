import { DateTime } from "luxon";
import { can } from "~/domain/policy/can";
import { commonSlots } from "~/domain/scheduling/offer";
import { wordsKept } from "./case-act.server";
import { partiesOfCase } from "./case-head.server";
import { iso } from "./iso.server";
import { currentOffer } from "./offers.server";
import type { Question } from "./query.server";

/**
 * The times put to the sides, as staff see them while they wait for answers or have run out of time: who has answered
 * and, for those who book, what suits everybody. Which times one side chose, and so which it refused, is for
 * `view-chosen-times` alone; what it said with them likewise.
 */
export async function offerShown(question: Question<unknown>) {
  const { tx, actor, relations, now, courtId } = question;
  const row = question.theCase();
  const offer = await currentOffer(tx, row, now);
  if (!offer || (offer.status !== "open" && offer.status !== "expired")) return null;
  const parties = await partiesOfCase(tx, courtId, row.id);
  const seesChoices = can(actor, "view-chosen-times", relations).ok;
  const seesCommon = seesChoices || can(actor, "book-session", relations).ok;
  const chosen = Object.fromEntries(
    Object.entries(offer.answers).map(([partyId, answer]) => [partyId, answer.choices]),
  );
  const common = commonSlots(
    offer.slots.map((slot) => slot.key),
    parties.map((party) => party.id),
    chosen,
  );
  const named = ({ id, side, name }: (typeof parties)[number]) => ({ partyId: id, side, name });
  return {
    offerId: offer.offerId,
    until: offer.until,
    isOpen: offer.status === "open",
    slots: offer.slots.map((slot) => ({
      ...slot,
      isOver: DateTime.fromISO(slot.startAt) <= now,
      suitsAll: seesCommon && common.includes(slot.key),
      suits: seesChoices
        ? parties.filter((party) => chosen[party.id]?.includes(slot.key)).map(named)
        : ([] as ReturnType<typeof named>[]),
    })),
    seesChoices,
    sides: await Promise.all(
      parties.map(async (party) => {
        const answer = offer.answers[party.id];
        return {
          ...named(party),
          answeredAt: answer ? iso(answer.at) : null,
          how: answer?.how ?? null,
          words: seesChoices ? await wordsKept(question, row.id, answer?.wordsId ?? null) : null,
        };
      }),
    ),
    waitingFor: parties.filter((party) => !offer.answers[party.id]).map(named),
  };
}
