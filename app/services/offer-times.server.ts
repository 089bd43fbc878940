import { DateTime } from "luxon";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, type Result, refuse } from "~/domain/result";
import { overlaps } from "~/domain/scheduling/interval";
import { toMinutes } from "~/domain/scheduling/minutes";
import { OFFERED_AT_MOST } from "~/domain/scheduling/offer";
import { sessionTime } from "./book-session.server";
import { insertBooking, intervalOf } from "./booking.server";
import { act, caseShape, recordAct } from "./case-act.server";
import { claim } from "./claims.server";
import { type Command, verb } from "./command.server";
import { iso } from "./iso.server";
import { openOffer, withdrawOpenOffer } from "./offers.server";
import { actorIdOf } from "./record.server";

export const offeredSlot = z.object(sessionTime);
export type OfferedSlot = z.output<typeof offeredSlot>;

type Kept = { readonly offerId: string; readonly until: string; readonly slots: readonly string[] };

/**
 * Keeps each of the times for the locked case until the sides have chosen or the offer is over, all of them or none; an
 * earlier open offer ends with it. Answers the keys of the times, the earliest first. The record is the caller's.
 */
export async function keepTimes(
  command: Command<unknown>,
  slots: readonly OfferedSlot[],
  until: DateTime,
  freedFromId: string | null = null,
): Promise<Result<Kept>> {
  const { tx, courtId, now, actor } = command;
  const row = command.theCase();
  const wishes = [...slots]
    .sort((a, b) => DateTime.fromISO(a.startAt).toMillis() - DateTime.fromISO(b.startAt).toMillis())
    .map((slot) => ({
      interval: intervalOf(slot.startAt, slot.minutes),
      mode: slot.mode,
      roomId: slot.roomId ?? null,
    }));
  if (wishes.some((one) => one.interval.from <= toMinutes(now)))
    return refuse("tooSoon", { fields: { slots: ["inPast"] } });
  if (wishes.some((one, i) => wishes.slice(i + 1).some((other) => overlaps(one.interval, other.interval))))
    return refuse("invalidInput", { fields: { slots: ["overlapping"] } });
  await withdrawOpenOffer(command, row.id);
  const claimed = await claim(command, wishes);
  if (!claimed.ok) return claimed;
  const offerId = uuidv7();
  await tx.insert(schema.offers).values({
    courtId,
    id: offerId,
    caseId: row.id,
    status: "open",
    until,
    byId: actorIdOf(actor),
    madeAt: now,
    freedFromId,
  });
  const keys: string[] = [];
  for (const one of claimed.claims) keys.push(await insertBooking(command, one, null, { until, offerId }));
  return ok({ offerId, until: iso(until), slots: keys });
}

/**
 * Puts up to three times to the sides, to say which suit them. Each is kept for everybody meanwhile; the first that suits
 * all sides is booked at once, the others are given back (docs/decisions/009).
 */
export const offerTimes = verb({
  name: "offer-times",
  ability: "offer-times",
  input: z.object({
    ...caseShape,
    slots: z.array(offeredSlot).min(1, "required").max(OFFERED_AT_MOST, "tooMany"),
    /** Until when the sides can answer; the court's setting unless given. */
    until: z.string().datetime({ offset: true, message: "instantMalformed" }).optional(),
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { input, now, settings } = command;
    const until = input.until ? DateTime.fromISO(input.until) : now.plus({ hours: settings.offerHours });
    if (until <= now) return refuse("tooSoon", { fields: { until: ["inPast"] } });
    const earlier = await openOffer(command, input.caseId);
    const kept = await keepTimes(command, input.slots, until);
    if (!kept.ok) return kept;
    const acted = await act(command, "offer-times", { event: "offerTimes" });
    if (!acted.ok) return acted;
    await recordAct(command, acted, {
      offerId: kept.offerId,
      until: kept.until,
      slots: kept.slots,
      before: earlier?.id ?? null,
    });
    return ok({ offerId: kept.offerId, until: kept.until, slots: kept.slots });
  },
});
