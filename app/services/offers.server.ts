import { and, desc, eq, gt } from "drizzle-orm";
import { DateTime } from "luxon";
import { z } from "zod";
import { schema, type Tx } from "#db/client";
import { SESSION_MODES } from "~/domain/mediation/sessions";
import type { CaseRow } from "./command.server";

export const offeredSlot = z.object({
  startAt: z.string().datetime({ offset: true, message: "instantMalformed" }),
  minutes: z.coerce.number().int().min(15, "tooShort").max(480, "tooLong"),
  mode: z.enum(SESSION_MODES),
  roomId: z.string().uuid("idMalformed").nullish(),
});
export type OfferedSlot = z.output<typeof offeredSlot>;

const offerData = z.object({ offerId: z.string(), until: z.string(), slots: z.array(z.string()) });
const choiceData = z.object({ offerId: z.string(), partyId: z.string(), choices: z.array(z.string()) });

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
  return { key: word, startAt, minutes: Number(minutes), mode: mode ?? "", roomId: roomId || null };
};

export type Offer = {
  readonly offerId: string;
  readonly until: string;
  readonly isOpen: boolean;
  readonly slots: readonly ReturnType<typeof slotOf>[];
  /** Party -> the slots that suit it, by key; absent while it has not answered. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
};

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
  const answers = await tx
    .select({ data: r.data })
    .from(r)
    .where(and(chain, eq(r.verb, "choose-times"), gt(r.seq, made.seq)))
    .orderBy(r.seq);
  const choices: Record<string, readonly string[]> = {};
  for (const { data } of answers) {
    const answer = choiceData.safeParse(data);
    if (answer.success && answer.data.offerId === offer.data.offerId)
      choices[answer.data.partyId] = answer.data.choices;
  }
  return {
    offerId: offer.data.offerId,
    until: offer.data.until,
    isOpen: ["mediation", "signing"].includes(row.stage) && DateTime.fromISO(offer.data.until) > now,
    slots: offer.data.slots.map(slotOf),
    choices,
  };
}
