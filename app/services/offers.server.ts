import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import { schema, type Tx } from "#db/client";
import type { SessionMode } from "~/domain/mediation/sessions";
import { type OfferStatus, offerStatus } from "~/domain/scheduling/offer";
import { releaseBooking } from "./booking.server";
import type { CaseRow, Command } from "./command.server";
import { iso } from "./iso.server";

export type OfferRow = typeof schema.offers.$inferSelect;

/**
 * What the record of an act says to those who read the trail: which times a side chose, and so which it refused, is not
 * theirs (`view-chosen-times`). The row itself keeps it, so the chain of hashes is whole.
 */
export function withoutChoices(verb: string, data: Record<string, unknown>): Record<string, unknown> {
  if (verb !== "choose-times") return data;
  const { choices: _withheld, ...rest } = data;
  return rest;
}

/** One of the times put to the sides. `key` is the booking that keeps it. */
export type OfferedTime = {
  readonly key: string;
  readonly startAt: string;
  readonly endAt: string;
  readonly minutes: number;
  readonly mode: SessionMode;
  readonly roomId: string | null;
};

export type OfferAnswer = {
  /** The times that suit, by key; none is an answer too. */
  readonly choices: readonly string[];
  readonly at: DateTime;
  /** What was said with it, kept sealed beside the record. */
  readonly wordsId: string | null;
  readonly how: string;
};

export type Offer = {
  readonly offerId: string;
  readonly until: string;
  readonly status: OfferStatus;
  /** Earliest first. */
  readonly slots: readonly OfferedTime[];
  /** By party; absent while it has not answered. */
  readonly answers: Readonly<Record<string, OfferAnswer>>;
  /** The session that came of it, while it stands. */
  readonly sessionId: string | null;
};

/** An offer's kept times, the earliest first. */
export const timesOf = (tx: Tx, courtId: string, offerId: string) => {
  const b = schema.bookings;
  return tx
    .select()
    .from(b)
    .where(and(eq(b.courtId, courtId), eq(b.offerId, offerId)))
    .orderBy(sql`lower(${b.during})`, asc(b.id));
};

async function bookingOf(tx: Tx, offer: OfferRow): Promise<"none" | "standing" | "gone"> {
  if (!offer.sessionId) return "none";
  const s = schema.sessions;
  const [session] = await tx
    .select({ status: s.status })
    .from(s)
    .where(and(eq(s.courtId, offer.courtId), eq(s.id, offer.sessionId)));
  return session?.status === "planned" || session?.status === "open" ? "standing" : "gone";
}

/** The times last put to the sides of a case, with what each answered. */
export async function currentOffer(tx: Tx, row: CaseRow, now: DateTime): Promise<Offer | null> {
  const o = schema.offers;
  const [made] = await tx
    .select()
    .from(o)
    .where(and(eq(o.courtId, row.courtId), eq(o.caseId, row.id)))
    .orderBy(desc(o.madeAt), desc(o.id))
    .limit(1);
  if (!made) return null;
  const times = await timesOf(tx, row.courtId, made.id);
  const a = schema.offerAnswers;
  const given = await tx
    .select()
    .from(a)
    .where(and(eq(a.courtId, row.courtId), eq(a.offerId, made.id)));
  const booking = await bookingOf(tx, made);
  const status = offerStatus(
    {
      stored: made.status,
      stage: row.stage,
      isPaused: row.suspendedAt !== null || row.recusalPendingAt !== null,
      booking,
      until: made.until,
      starts: times.map((one) => one.during.start),
    },
    now,
  );
  return {
    offerId: made.id,
    until: iso(made.until),
    status,
    slots: times.map((one) => ({
      key: one.id,
      startAt: iso(one.during.start),
      endAt: iso(one.during.end),
      minutes: one.during.end.diff(one.during.start, "minutes").minutes,
      mode: one.offeredMode ?? "onsite",
      roomId: one.offeredRoomId,
    })),
    answers: Object.fromEntries(
      given.map((one) => [
        one.partyId,
        { choices: one.bookingIds, at: one.answeredAt, wordsId: one.wordsId, how: one.how },
      ]),
    ),
    sessionId: booking === "standing" ? made.sessionId : null,
  };
}

type At = Pick<Command<unknown>, "tx" | "courtId" | "now">;

/** The offer of a case that still keeps times, if any; locked. */
export async function openOffer({ tx, courtId }: At, caseId: string): Promise<OfferRow | null> {
  const o = schema.offers;
  const [open] = await tx
    .select()
    .from(o)
    .where(and(eq(o.courtId, courtId), eq(o.caseId, caseId), eq(o.status, "open")))
    .for("update");
  return open ?? null;
}

/** Ends an open offer and gives back the times it keeps, but for one that is taken. */
export async function closeOffer(
  { tx, courtId, now }: At,
  offer: OfferRow,
  end: { status: Exclude<OfferStatus, "open">; sessionId?: string; takenId?: string },
): Promise<void> {
  for (const one of await timesOf(tx, courtId, offer.id))
    if (one.id !== end.takenId && one.status === "held")
      await releaseBooking(tx, courtId, one.id, now, end.status === "booked" ? "rival" : end.status);
  const o = schema.offers;
  await tx
    .update(o)
    .set({ status: end.status, closedAt: now, ...(end.sessionId ? { sessionId: end.sessionId } : {}) })
    .where(and(eq(o.courtId, courtId), eq(o.id, offer.id)));
}

/** The same for many cases in one question; locked in the cases' order. */
export async function openOffers({ tx, courtId }: At, caseIds: readonly string[]): Promise<OfferRow[]> {
  const o = schema.offers;
  return tx
    .select()
    .from(o)
    .where(and(eq(o.courtId, courtId), inArray(o.caseId, [...caseIds]), eq(o.status, "open")))
    .orderBy(asc(o.caseId))
    .for("update");
}

/** Nobody is asked any more, because the case has stopped or got a time otherwise. Answers the offer that ended. */
export async function withdrawOpenOffer(at: At, caseId: string): Promise<OfferRow | null> {
  const open = await openOffer(at, caseId);
  if (open) await closeOffer(at, open, { status: "withdrawn" });
  return open;
}
