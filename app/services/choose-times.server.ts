import { DateTime } from "luxon";
import { z } from "zod";
import { asId, type PartyId } from "~/domain/ids";
import { ok, refuse } from "~/domain/result";
import { act, caseShape, idText, keepWords, recordAct, wordsKept } from "./case-act.server";
import { partiesOfCase } from "./case-head.server";
import { verb } from "./command.server";
import { currentOffer } from "./offers.server";

/**
 * A side says which of the offered times suit it; none is an answer too. Answering again changes the answer; the same
 * answer again is refused and changes nothing, so a second press is harmless. What is said with it is the mediator's to
 * read, never the other side's.
 */
export const chooseTimes = verb({
  name: "choose-times",
  ability: "answer-time",
  input: z.object({
    ...caseShape,
    partyId: idText.optional(),
    /** Keys of offered slots. */
    choices: z.array(z.string().max(120)).max(5).default([]),
    reason: z.string().trim().max(300, "textTooLong").optional(),
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { actor, input, tx, courtId, now } = command;
    const row = command.theCase();
    const partyId = actor.kind === "party" ? actor.partyId : input.partyId;
    const parties = await partiesOfCase(tx, courtId, row.id);
    if (!partyId || !parties.some((party) => party.id === partyId))
      return refuse("partyUnknown", { fields: { partyId: ["partyUnknown"] } });
    const offer = await currentOffer(tx, row, now);
    if (offer?.status !== "open") return refuse("offerClosed");
    const choices = [...new Set(input.choices)].sort();
    const chosen = offer.slots.filter((slot) => choices.includes(slot.key));
    if (chosen.length < choices.length) return refuse("slotUnknown", { fields: { choices: ["invalid"] } });
    if (chosen.some((slot) => DateTime.fromISO(slot.startAt) <= now))
      return refuse("tooSoon", { fields: { choices: ["inPast"] } });
    const before = offer.answers[partyId];
    if (before && [...before.choices].sort().join() === choices.join()) {
      const said = await wordsKept(command, row.id, before.wordsId);
      if (!input.reason || input.reason === said) return refuse("alreadyAnswered");
    }
    const acted = await act(command, "choose-times", {
      event: "answerTime",
      input: { partyId: asId<PartyId>(partyId) },
    });
    if (!acted.ok) return acted;
    const wordsId = await keepWords(command, row.id, input.reason ?? "");
    await recordAct(command, acted, { offerId: offer.offerId, partyId, choices, wordsId });
    return ok({ offerId: offer.offerId, choices });
  },
});
