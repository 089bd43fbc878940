import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { ok, refuse } from "~/domain/result";
import { toMinutes } from "~/domain/scheduling/minutes";
import { intervalOf } from "./booking.server";
import { act, caseShape, recordAct } from "./case-act.server";
import { verb } from "./command.server";
import { offeredSlot, slotWord } from "./offers.server";

const DEFAULT_DAYS = 3;

/** Puts up to five times to the sides, to say which suit them. Nothing is claimed: the time is judged when it is booked. */
export const offerTimes = verb({
  name: "offer-times",
  ability: "offer-times",
  input: z.object({
    ...caseShape,
    slots: z.array(offeredSlot).min(1, "required").max(5),
    /** Until when the sides can answer; three days unless given. */
    until: z.string().datetime({ offset: true, message: "instantMalformed" }).optional(),
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { input, now } = command;
    const soonest = toMinutes(now);
    if (input.slots.some((slot) => intervalOf(slot.startAt, slot.minutes).from <= soonest))
      return refuse("tooSoon", { fields: { slots: ["inPast"] } });
    const acted = await act(command, "offer-times", { event: "offerTimes" });
    if (!acted.ok) return acted;
    const offerId = uuidv7();
    const until = input.until ?? (now.plus({ days: DEFAULT_DAYS }).toUTC().toISO() as string);
    const slots = [...new Set(input.slots.map(slotWord))].sort();
    await recordAct(command, acted, { offerId, until, slots });
    return ok({ offerId, until, slots });
  },
});
