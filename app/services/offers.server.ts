import { and, asc, desc, eq, gt, inArray } from "drizzle-orm";
import { DateTime } from "luxon";
import { z } from "zod";
import { schema, type Tx } from "#db/client";
import { SESSION_MODES } from "~/domain/mediation/sessions";
import { type OfferStatus, offerStatus } from "~/domain/scheduling/offer";
import type { CaseRow } from "./command.server";

export const offeredSlot = z.object({
  startAt: z.string().datetime({ offset: true, message: "instantMalformed" }),
  minutes: z.coerce.number().int().min(15, "tooShort").max(480, "tooLong"),
  mode: z.enum(SESSION_MODES),
  roomId: z.string().uuid("idMalformed").nullish(),
});
export type OfferedSlot = z.output<typeof offeredSlot>;

const offerData = z.object({ offerId: z.string(), until: z.string(), slots: z.array(z.string()) });
const choiceData = z.object({
  offerId: z.string(),
  partyId: z.string(),
  choices: z.array(z.string()),
  wordsId: z.string().nullish(),
});
const bookingData = z.object({ sessionId: z.string(), held: z.boolean().optional() });

/** Acts that give a case a time; one that is only kept for a while is none yet. */
const BOOKING_VERBS = ["book-session", "confirm-hold", "reschedule-session"];

/**
 * What the record of an act says to those who read the trail: which times a side chose, and so which it refused, is not
 * theirs (`view-chosen-times`). The row itself keeps it, so the chain of hashes is whole.
 */
export function withoutChoices(verb: string, data: Record<string, unknown>): Record<string, unknown> {
  if (verb !== "choose-times") return data;
  const { choices: _withheld, ...rest } = data;
  return rest;
}

/** A slot as one word of the record: nothing is claimed by it, so it needs no row of its own. */
export const slotWord = (slot: OfferedSlot): string =>
  [
    DateTime.fromISO(slot.startAt).toUTC().toISO({ suppressMilliseconds: true }),
    slot.minutes,
    slot.mode,
    slot.roomId ?? "",
  ].join("|");

const slotOf = (word: string) => {
  const [startAt = "", minutes, mode, roomId] = word.split("|");
  const end = DateTime.fromISO(startAt).plus({ minutes: Number(minutes) });
  return {
    key: word,
    startAt,
    endAt: end.toUTC().toISO({ suppressMilliseconds: true }) ?? startAt,
    minutes: Number(minutes),
    mode: SESSION_MODES.find((one) => one === mode) ?? "onsite",
    roomId: roomId || null,
  };
};

export type OfferAnswer = {
  /** The slots that suit, by key; none is an answer too. */
  readonly choices: readonly string[];
  readonly at: DateTime;
  /** What was said with it, kept sealed beside the record. */
  readonly wordsId: string | null;
};

export type Offer = {
  readonly offerId: string;
  readonly until: string;
  readonly status: OfferStatus;
  readonly slots: readonly ReturnType<typeof slotOf>[];
  /** By party; absent while it has not answered. */
  readonly answers: Readonly<Record<string, OfferAnswer>>;
  /** The session that came of it, while it stands. */
  readonly sessionId: string | null;
};

async function bookedSince(tx: Tx, row: CaseRow, seq: number) {
  const r = schema.records;
  const acts = await tx
    .select({ data: r.data })
    .from(r)
    .where(
      and(
        eq(r.courtId, row.courtId),
        eq(r.chain, `case:${row.id}`),
        inArray(r.verb, BOOKING_VERBS),
        gt(r.seq, seq),
      ),
    );
  const ids = acts.flatMap(({ data }) => {
    const read = bookingData.safeParse(data);
    return read.success && !read.data.held ? [read.data.sessionId] : [];
  });
  if (!ids.length) return { booking: "none" as const, sessionId: null };
  const s = schema.sessions;
  const b = schema.bookings;
  const [standing] = await tx
    .select({ id: s.id })
    .from(s)
    .innerJoin(b, and(eq(b.courtId, s.courtId), eq(b.sessionId, s.id), eq(b.status, "booked")))
    .where(and(eq(s.courtId, row.courtId), inArray(s.id, ids), inArray(s.status, ["planned", "open"])))
    .orderBy(asc(b.during))
    .limit(1);
  return { booking: standing ? ("standing" as const) : ("gone" as const), sessionId: standing?.id ?? null };
}

/** The times last put to the sides of a case, with what each answered. The record itself is where an offer stands. */
export async function currentOffer(tx: Tx, row: CaseRow, now: DateTime): Promise<Offer | null> {
  const r = schema.records;
  const chain = and(eq(r.courtId, row.courtId), eq(r.chain, `case:${row.id}`));
  const [made] = await tx
    .select({ seq: r.seq, data: r.data })
    .from(r)
    .where(and(chain, eq(r.verb, "offer-times")))
    .orderBy(desc(r.seq))
    .limit(1);
  const offer = offerData.safeParse(made?.data);
  if (!made || !offer.success) return null;
  const { offerId, until } = offer.data;
  const given = await tx
    .select({ data: r.data, at: r.happenedAt })
    .from(r)
    .where(and(chain, eq(r.verb, "choose-times"), gt(r.seq, made.seq)))
    .orderBy(r.seq);
  const answers: Record<string, OfferAnswer> = {};
  for (const { data, at } of given) {
    const answer = choiceData.safeParse(data);
    if (!answer.success || answer.data.offerId !== offerId) continue;
    const { partyId, choices, wordsId } = answer.data;
    answers[partyId] = { choices, at, wordsId: wordsId ?? null };
  }
  const slots = offer.data.slots.map(slotOf);
  const { booking, sessionId } = await bookedSince(tx, row, made.seq);
  const status = offerStatus(
    {
      stage: row.stage,
      isPaused: row.suspendedAt !== null || row.recusalPendingAt !== null,
      booking,
      until: DateTime.fromISO(until),
      starts: slots.map((slot) => DateTime.fromISO(slot.startAt)),
    },
    now,
  );
  return { offerId, until, status, slots, answers, sessionId };
}
