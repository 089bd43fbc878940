import { z } from "zod";
import { asId, type PartyId } from "~/domain/ids";
import { ok, refuse } from "~/domain/result";
import { act, caseShape, idText, recordAct } from "./case-act.server";
import { partiesOfCase } from "./case-head.server";
import { verb } from "./command.server";
import { currentOffer } from "./offers.server";

/** A side says which of the offered times suit it; none is an answer too. Answering again changes the answer. */
export const chooseTimes = verb({
  name: "choose-times",
  ability: "answer-time",
  input: z.object({
    ...caseShape,
    partyId: idText.optional(),
    /** Keys of offered slots. */
    choices: z.array(z.string().max(120)).max(5).default([]),
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
    if (!offer?.isOpen) return refuse("offerClosed");
    if (input.choices.some((key) => !offer.slots.some((slot) => slot.key === key)))
      return refuse("slotUnknown", { fields: { choices: ["invalid"] } });
    const acted = await act(command, "choose-times", {
      event: "answerTime",
      input: { partyId: asId<PartyId>(partyId) },
    });
    if (!acted.ok) return acted;
    await recordAct(command, acted, {
      offerId: offer.offerId,
      partyId,
      choices: [...new Set(input.choices)],
    });
    return ok({ offerId: offer.offerId, choices: input.choices });
  },
});
