import type { Database } from "#db/client";
import type { Refusal } from "~/domain/result";
import { askedTogether } from "./asked-together.server";
import {
  type BookingAsk,
  type BookingRow,
  type BookingView,
  bookingQuestion,
  bookingViews,
} from "./booking-question.server";
import type { BookingWish } from "./booking-wish.server";
import { lostIn } from "./claims.server";
import type { CaseRow, Glance } from "./command.server";
import { actorIdOf } from "./record.server";

/** What those who book in a court at the same time look at, in one question for all of them. */
async function lookTogether(
  db: Database,
  courtId: string,
  asks: readonly BookingAsk[],
): Promise<(BookingView | null)[]> {
  const views = new Map<BookingAsk, BookingView>();
  for (const today of new Set(asks.map((ask) => ask.today))) {
    const ofDay = asks.filter((ask) => ask.today === today);
    const [row] = await db.glance<BookingRow>(courtId, bookingQuestion(today, ofDay));
    if (row)
      for (const [i, view] of bookingViews(ofDay, row).entries()) views.set(ofDay[i] as BookingAsk, view);
  }
  return asks.map((ask) => views.get(ask) ?? null);
}

type Look = (ask: BookingAsk) => Promise<BookingView | null>;
const courts = new WeakMap<Database, Map<string, Look>>();

function lookIn(db: Database, courtId: string): Look {
  const ofDatabase = courts.get(db) ?? new Map<string, Look>();
  courts.set(db, ofDatabase);
  const look = ofDatabase.get(courtId) ?? askedTogether((asks) => lookTogether(db, courtId, asks));
  ofDatabase.set(courtId, look);
  return look;
}

/** What the glance saw for an act that it let through, by the act's input. */
const seen = new WeakMap<object, BookingView>();

/**
 * What an act's glance saw, where it still holds: whatever happens to a case is written into its trail, so a locked case
 * that has seen no act since is as it was.
 */
export function stillSeen(input: object, locked: readonly CaseRow[]): BookingView | null {
  const view = seen.get(input);
  const isAsItWas = (row: CaseRow) =>
    view?.cases.some((one) => one.id === row.id && one.recordSeq === row.recordSeq);
  return view && locked.every(isAsItWas) ? view : null;
}

/**
 * Whether a booking loses to what stands already, with the nearest times instead. Nine of ten rivals for a time learn it
 * here, in one question; null leaves it to the ritual: where somebody is not permitted, the answer was given before, an
 * offer would be taken back, or the time looks free.
 */
export async function lostAtAGlance(
  at: Glance,
  input: { readonly caseIds: readonly string[] },
  wish: BookingWish,
): Promise<Refusal | null> {
  const { caseIds } = input;
  const { deps, actor, courtId, now, today, verbName, idempotencyKey } = at;
  const view = await lookIn(
    deps.db,
    courtId,
  )({
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
  });
  if (!view) return null;
  const isWhole = view.cases.length === new Set(caseIds).size;
  if (!isWhole || view.isAnswered || view.hasOpenOffer || !at.permits(view.cases, view.barred)) return null;
  const [mediatorId, ...others] = new Set(view.cases.map((one) => one.mediatorId));
  if (!mediatorId || others.length) return null;
  seen.set(input, view);
  return lostIn(view, wish, now);
}
