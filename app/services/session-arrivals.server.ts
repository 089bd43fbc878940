import { and, eq, isNull } from "drizzle-orm";
import type { DateTime } from "luxon";
import { schema, type Tx } from "#db/client";
import type { InstantRange } from "#db/types";
import { arrivalOf } from "~/domain/scheduling/arrival";
import { fromMinutes, toMinutes } from "~/domain/scheduling/minutes";

/** When a side is asked to come, when its part begins, and the waiting room of its own where it has one. */
export type SideArrival = {
  readonly startAt: DateTime;
  readonly arriveAt: DateTime;
  readonly waitingRoom: typeof schema.rooms.$inferSelect | null;
};

/** The safety flag that holds for a case, if any. Staff only: nothing of it may reach a party but its own arrival. */
export async function safetyOf(tx: Tx, courtId: string, caseId: string) {
  const f = schema.safetyFlags;
  const [flag] = await tx
    .select()
    .from(f)
    .where(and(eq(f.courtId, courtId), eq(f.caseId, caseId), isNull(f.endedAt)));
  return flag ?? null;
}

/** How each side of one case comes to a session. `null` asks for people who belong to no side: mediator and lawyer. */
export async function arrivalsAt(
  tx: Tx,
  of: { courtId: string; sessionId: string; caseId: string; during: InstantRange },
): Promise<(partyId: string | null) => SideArrival> {
  const sc = schema.sessionCases;
  const [link] = await tx
    .select({ after: sc.arriveAfterMinutes })
    .from(sc)
    .where(and(eq(sc.courtId, of.courtId), eq(sc.sessionId, of.sessionId), eq(sc.caseId, of.caseId)));
  const flag = await safetyOf(tx, of.courtId, of.caseId);
  const r = schema.rooms;
  const [waiting] = flag?.waitingRoomId
    ? await tx
        .select()
        .from(r)
        .where(and(eq(r.courtId, of.courtId), eq(r.id, flag.waitingRoomId)))
    : [];
  const during = { from: toMinutes(of.during.start), to: toMinutes(of.during.end) };
  return (partyId) => {
    const isApart = flag !== null && partyId === flag.protectedPartyId;
    const { from, at } = arrivalOf({
      during,
      afterMinutes: partyId === null ? 0 : (link?.after ?? 0),
      apartMinutes: isApart ? flag.apartMinutes : 0,
    });
    return {
      startAt: fromMinutes(from),
      arriveAt: fromMinutes(at),
      waitingRoom: isApart ? (waiting ?? null) : null,
    };
  };
}
