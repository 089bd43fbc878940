import { and, eq, inArray, isNull } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { schema } from "#db/client";
import { ok, type Result, refuse } from "~/domain/result";
import { toMinutes } from "~/domain/scheduling/minutes";
import { revokeAnswerLinks } from "./answer-links.server";
import { activeBooking } from "./booking.server";
import { meetingFor } from "./booking-wish.server";
import { secure } from "./claims.server";
import type { Command } from "./command.server";
import { invitationRow, nextRevision } from "./invitations.server";
import { actorIdOf, type RecordEntry } from "./record.server";
import { type Participant, recipientIn } from "./session-people.server";
import { nextVersion } from "./session-version.server";
import { advance } from "./transition.server";

type Change = { readonly sessionId: string; readonly person: Participant };
type Changed = { readonly sessionId: string; readonly resourceId: string; readonly sequence: number };

/** Keeps it with the session that somebody differs from the people of its cases, or that he no longer does. */
async function keepPart(
  command: Command<unknown>,
  { sessionId, person }: Change,
  part: "excused" | "added",
): Promise<void> {
  const { tx, courtId, now, actor } = command;
  const t = schema.sessionPeople;
  const undone = await tx
    .delete(t)
    .where(and(eq(t.courtId, courtId), eq(t.sessionId, sessionId), eq(t.resourceId, person.resourceId)))
    .returning({ part: t.part });
  if (undone.length) return;
  await tx
    .insert(t)
    .values({ courtId, sessionId, resourceId: person.resourceId, part, byId: actorIdOf(actor), setAt: now });
}

/** One message to the person concerned, at a revision of his own; everybody else's invitation stands as it is. */
async function tellOne(
  command: Command<unknown>,
  { sessionId, person }: Change,
  method: "REQUEST" | "CANCEL",
): Promise<{ sequence: number; effects: NonNullable<RecordEntry["effects"]> }> {
  const { tx, courtId, now } = command;
  const sequence = await nextRevision(command, sessionId);
  const i = schema.invitations;
  const recipientIds = [
    ...new Set(person.caseIds.map((caseId) => recipientIn(person, caseId).recipientId)),
    person.recipientId,
  ];
  const known = await tx
    .update(i)
    .set({ method, sequence, updatedAt: now, reply: "needsAction", repliedAt: null, replyReason: null })
    .where(and(eq(i.courtId, courtId), eq(i.sessionId, sessionId), inArray(i.recipientId, recipientIds)))
    .returning({ id: i.id, caseId: i.caseId });
  if (method === "CANCEL") await revokeAnswerLinks(command, known);
  const caseIds = known.length ? known.map((one) => one.caseId) : person.caseIds.slice(0, 1);
  if (!known.length && method === "REQUEST")
    await tx.insert(i).values(
      caseIds.map((caseId) =>
        invitationRow(command, {
          sessionId,
          caseId,
          ...recipientIn(person, caseId),
          sequence,
        }),
      ),
    );
  const effect = method === "REQUEST" ? ("sendInvitations" as const) : ("sendCancellations" as const);
  const effects = caseIds.map((caseId) => ({
    effect,
    key: `${effect}:${sessionId}:${sequence}:${caseId}`,
    payload: { caseId, sessionId, sequence },
  }));
  return { sequence, effects };
}

/**
 * Brings one person into a booked session, or lets him stay away: his time, his invitation and nobody else's. Adding is
 * judged like any booking.
 */
export async function changeParticipant(
  command: Command<unknown>,
  change: Change,
  part: "excused" | "added",
): Promise<Result<Changed>> {
  const { tx, courtId, cases } = command;
  const { sessionId, person } = change;
  const booking = await activeBooking(tx, courtId, sessionId);
  if (booking?.status !== "booked") return refuse("slotUnknown");
  for (const row of cases) {
    const step = await advance(command, row, { event: "rescheduleSession", input: { reason: part } });
    if (!step.ok) return step;
  }
  const o = schema.occupancies;
  if (part === "added") {
    const { start, end } = booking.during;
    const { latestDueAt } = await meetingFor(tx, courtId, cases, sessionId);
    const secured = await secure(
      command,
      [{ interval: { from: toMinutes(start), to: toMinutes(end) }, wanted: [person] }],
      { latestDueAt },
    );
    if (!secured.ok) return secured;
    await tx.insert(o).values({
      homeId: person.homeId,
      id: uuidv7(),
      courtId,
      resourceId: person.resourceId,
      bookingId: booking.id,
      during: booking.during,
      holdUntil: null,
    });
  } else {
    await tx
      .update(o)
      .set({ releasedAt: command.now })
      .where(
        and(
          eq(o.courtId, courtId),
          eq(o.bookingId, booking.id),
          eq(o.resourceId, person.resourceId),
          isNull(o.releasedAt),
        ),
      );
  }
  await keepPart(command, change, part);
  const version = await nextVersion(command, sessionId);
  const told = await tellOne(command, change, part === "added" ? "REQUEST" : "CANCEL");
  for (const [n, row] of cases.entries())
    await command.record({
      caseId: row.id,
      data: { sessionId, version, resourceId: person.resourceId, part, sequence: told.sequence },
      effects: n === 0 ? told.effects : [],
    });
  return ok({ sessionId, resourceId: person.resourceId, sequence: told.sequence });
}
