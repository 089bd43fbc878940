import type { Refusal } from "~/domain/result";
import { type BookingRow, bookingQuestion, bookingView } from "./booking-question.server";
import type { BookingWish } from "./booking-wish.server";
import { lostIn } from "./claims.server";
import type { Glance } from "./command.server";
import { actorIdOf } from "./record.server";

/**
 * Whether a booking loses to what stands already, with the nearest times instead. Nine of ten rivals for a time learn it
 * here, in one question; null leaves it to the ritual: where somebody is not permitted, the answer was given before, an
 * offer would be taken back, or the time looks free.
 */
export async function lostAtAGlance(
  at: Glance,
  caseIds: readonly string[],
  wish: BookingWish,
): Promise<Refusal | null> {
  const { deps, actor, courtId, now, today, verbName, idempotencyKey } = at;
  const ask = {
    courtId,
    caseIds,
    sessionId: null,
    wishes: [wish],
    now,
    today,
    by: {
      personId: actor.kind === "user" ? actor.userId : null,
      actorId: actorIdOf(actor),
      verb: verbName,
      ...(idempotencyKey && { key: idempotencyKey }),
    },
  };
  const [row] = await deps.db.glance<BookingRow>(courtId, bookingQuestion(ask));
  if (!row) return null;
  const view = bookingView(ask, row);
  const isWhole = view.cases.length === new Set(caseIds).size;
  if (!isWhole || view.isAnswered || view.hasOpenOffer || !at.permits(view.cases, view.barred)) return null;
  const [mediatorId, ...others] = new Set(view.cases.map((one) => one.mediatorId));
  return mediatorId && !others.length ? lostIn(view, wish, now) : null;
}
