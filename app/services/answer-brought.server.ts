import { and, eq } from "drizzle-orm";
import { DateTime } from "luxon";
import { z } from "zod";
import { schema, type Tx } from "#db/client";
import { type Refusal, refuse } from "~/domain/result";

/** An answer that a message brought: which one, which revision it answers, and when it was written, as far as it says. */
export type Brought = {
  readonly how: "mail" | "sms";
  readonly inboundId: string;
  readonly sequence: number | null;
  readonly writtenAt: DateTime | null;
};

type Answered = Pick<
  typeof schema.invitations.$inferSelect,
  "courtId" | "id" | "sessionId" | "sequence" | "method"
>;

/** Clocks of telephones and offices differ by so much from ours; among answers of one calendar its own clock decides. */
const SKEW_MINUTES = 10;

/** What a message says of when and to which revision it was written; for verbs that take one in. */
export const broughtShape = {
  sequence: z.number().int().nullable().default(null),
  /** DTSTAMP, ISO. */
  writtenAt: z.string().nullable().default(null),
} as const;

/** The invitation of a case, as it stands under the case's lock. */
export async function invitedTo(
  tx: Tx,
  courtId: string,
  { caseId, invitationId }: { caseId: string; invitationId: string },
): Promise<typeof schema.invitations.$inferSelect | null> {
  const i = schema.invitations;
  const [row] = await tx
    .select()
    .from(i)
    .where(and(eq(i.courtId, courtId), eq(i.id, invitationId), eq(i.caseId, caseId)));
  return row ?? null;
}

/** What a program's clock says, but never later than it is: one that is fast must not silence what comes after. */
export const writtenAt = (stamp: string | null, now: DateTime): DateTime | null => {
  const at = stamp ? DateTime.fromISO(stamp) : null;
  return at?.isValid ? DateTime.min(at, now) : null;
};

/**
 * Why a message's answer to an invitation comes too late; null where it counts. Asked under the case's lock, so that of
 * two messages that come at once the later written counts. Refuses with staleVersion and `why`.
 */
export async function tooLate(
  tx: Tx,
  invitation: Answered,
  brought: Pick<Brought, "sequence" | "writtenAt">,
  now: DateTime,
): Promise<Refusal | null> {
  const why = await lateness(tx, invitation, brought, now);
  return why ? refuse("staleVersion", { params: { why } }) : null;
}

async function lateness(
  tx: Tx,
  invitation: Answered,
  brought: Pick<Brought, "sequence" | "writtenAt">,
  now: DateTime,
): Promise<string | null> {
  const { courtId, id, sessionId, sequence } = invitation;
  if (invitation.method === "CANCEL") return "cancelled";
  if (brought.sequence !== null && brought.sequence < sequence) return "olderRevision";
  const b = schema.bookings;
  const [booking] = await tx
    .select({ during: b.during })
    .from(b)
    .where(and(eq(b.courtId, courtId), eq(b.sessionId, sessionId), eq(b.status, "booked")));
  if (!booking || booking.during.end <= now) return "over";
  const { writtenAt: written } = brought;
  if (!written) return null;
  const r = schema.invitationReplies;
  const given = await tx
    .select({ stampedAt: r.stampedAt, at: r.at })
    .from(r)
    .where(and(eq(r.courtId, courtId), eq(r.invitationId, id), eq(r.sequence, sequence)));
  const isOlder = given.some((one) =>
    one.stampedAt ? written <= one.stampedAt : written.plus({ minutes: SKEW_MINUTES }) < one.at,
  );
  return isOlder ? "olderAnswer" : null;
}
