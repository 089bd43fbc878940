import { DateTime } from "luxon";
import { z } from "zod";
import { schema } from "#db/client";
import { asCourtId, asId, type PartyId } from "~/domain/ids";
import { ok, refuse } from "~/domain/result";
import { commonSlots } from "~/domain/scheduling/offer";
import { takeOffered } from "./book-offered.server";
import { act, caseShape, idText, keepWords, recordAct, wordsKept } from "./case-act.server";
import { partiesOfCase } from "./case-head.server";
import { type Command, verb } from "./command.server";
import { currentOffer, type Offer, openOffer } from "./offers.server";
import { record } from "./record.server";

export const ANSWER_CHANNELS = ["phone", "counter", "wechat"] as const;

/** Books the earliest time that suits every side, once all have answered. Answers the session, or null. */
async function bookCommon(
  command: Command<unknown>,
  offer: Offer,
  sides: readonly string[],
  chosen: Readonly<Record<string, readonly string[]>>,
): Promise<string | null> {
  const ahead = offer.slots.filter((slot) => DateTime.fromISO(slot.startAt) > command.now);
  const [first] = commonSlots(
    ahead.map((slot) => slot.key),
    sides,
    chosen,
  );
  const open = first ? await openOffer(command, command.theCase().id) : null;
  if (!first || !open) return null;
  const actor = { kind: "job", courtId: asCourtId(command.courtId), name: "book-offered" } as const;
  const { tx, now } = command;
  const taken = await takeOffered(
    { ...command, actor, record: (entry) => record(tx, actor, now, { verb: actor.name, ...entry }) },
    open,
    first,
  );
  // A case that may meet no more (its period is over) keeps the answer; the time goes back with the offer's end.
  return taken.ok ? taken.sessionId : null;
}

/**
 * A side says which of the offered times suit it, or staff for it after a call; none is an answer too. The last side to
 * answer books the first time that suits all. Answering again changes the answer; the same answer again is refused and
 * changes nothing. What is said with it is the mediator's to read, never the other side's.
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
    /** How staff heard it; what a party does itself came by its link. */
    how: z.enum(ANSWER_CHANNELS).default("phone"),
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
    const answer = {
      bookingIds: choices,
      wordsId,
      how: actor.kind === "party" ? "link" : input.how,
      answeredAt: acted.at,
    };
    const a = schema.offerAnswers;
    await tx
      .insert(a)
      .values({ courtId, offerId: offer.offerId, partyId, ...answer })
      .onConflictDoUpdate({ target: [a.courtId, a.offerId, a.partyId], set: answer });
    await recordAct(command, acted, { offerId: offer.offerId, partyId, choices, wordsId, how: answer.how });
    const known = Object.entries(offer.answers).map(([id, one]) => [id, one.choices] as const);
    const sessionId = await bookCommon(
      { ...command, theCase: () => acted.row },
      offer,
      parties.map((party) => party.id),
      { ...Object.fromEntries(known), [partyId]: choices },
    );
    return ok({ offerId: offer.offerId, choices, sessionId });
  },
});
