import { and, eq, inArray, isNull, notInArray } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { sessionTime } from "./book-session.server";
import { activeBooking, insertBooking, intervalOf } from "./booking.server";
import { idText } from "./case-act.server";
import { claim } from "./claims.server";
import { type CaseRow, type Command, verb } from "./command.server";
import { inviteAll, nextRevision } from "./invitations.server";
import { isoOf } from "./iso.server";
import { allowWay, meetingShape } from "./meeting-way.server";
import { planSession } from "./planned-session.server";
import { caseIdsOfSession, nextSession } from "./session-cases.server";
import { participantsOf } from "./session-people.server";
import { sessionOf, setSession } from "./session-row.server";
import { nextVersion, seenVersion, staleSession } from "./session-version.server";
import { advance, effectsOf } from "./transition.server";

type Moved = { readonly fromId: string; readonly toId: string; readonly caseIds: readonly string[] };

/** Whoever comes for the leaving cases alone is free at the old time. */
async function freeLeaving(command: Command<unknown>, bookingId: string, staying: readonly CaseRow[]) {
  const { tx, courtId, cases, now } = command;
  const stay = new Set((await participantsOf(tx, courtId, staying)).map((one) => one.resourceId));
  const leaving = (await participantsOf(tx, courtId, cases)).filter((one) => !stay.has(one.resourceId));
  if (!leaving.length) return;
  const o = schema.occupancies;
  await tx
    .update(o)
    .set({ releasedAt: now })
    .where(
      and(
        eq(o.courtId, courtId),
        eq(o.bookingId, bookingId),
        isNull(o.releasedAt),
        inArray(
          o.resourceId,
          leaving.map((one) => one.resourceId),
        ),
      ),
    );
}

/** The sides' own invitations go along, with their UID for life; the leaders' stay with the cases that stay. */
async function moveInvitations(command: Command<unknown>, moved: Moved, stayId: string, sequence: number) {
  const { tx, courtId, now } = command;
  const { fromId: sessionId, toId, caseIds } = moved;
  const i = schema.invitations;
  const ofLeaving = and(eq(i.courtId, courtId), eq(i.sessionId, sessionId), inArray(i.caseId, [...caseIds]));
  const leaders: ("mediator" | "lawyer")[] = ["mediator", "lawyer"];
  await tx
    .update(i)
    .set({ caseId: stayId })
    .where(and(ofLeaving, inArray(i.recipientKind, leaders)));
  await tx
    .update(i)
    .set({
      sessionId: toId,
      sequence,
      method: "REQUEST",
      updatedAt: now,
      reply: "needsAction",
      repliedAt: null,
      replyHow: null,
      replyReason: null,
    })
    .where(and(ofLeaving, notInArray(i.recipientKind, leaders)));
  const sc = schema.sessionCases;
  await tx
    .delete(sc)
    .where(and(eq(sc.courtId, courtId), eq(sc.sessionId, sessionId), inArray(sc.caseId, [...caseIds])));
}

/** Takes some cases out of a joint session into one of their own, at another time; those who stay notice nothing. */
export const splitSession = verb({
  name: "split-session",
  ability: "reschedule-session",
  input: z.object({
    sessionId: idText,
    caseIds: z.array(idText).min(1, "required").max(49),
    ...sessionTime,
    ...meetingShape,
    version: seenVersion,
    reason: z.string().trim().min(1, "required").max(300),
  }),
  cases: (input, tx, courtId) => caseIdsOfSession(tx, courtId, input.sessionId),
  run: async (command) => {
    const { tx, courtId, cases, input } = command;
    const stale = await staleSession(command, input.sessionId, input.version);
    if (stale) return stale;
    const session = await sessionOf(command, input.sessionId);
    const booking = await activeBooking(tx, courtId, input.sessionId);
    if (session.status !== "planned" || booking?.status !== "booked") return refuse("slotUnknown");
    const leaving = cases.filter((row) => input.caseIds.includes(row.id));
    const staying = cases.filter((row) => !input.caseIds.includes(row.id));
    const [stay] = staying;
    if (!stay || leaving.length !== new Set(input.caseIds).size)
      return refuse("invalidInput", { fields: { caseIds: ["someStay"] } });
    await freeLeaving(command, booking.id, staying);
    const own = { ...command, cases: leaving };
    const claimed = await claim(own, [
      { interval: intervalOf(input.startAt, input.minutes), mode: input.mode, roomId: input.roomId ?? null },
    ]);
    if (!claimed.ok) return claimed;
    const [time] = claimed.claims;
    if (!time) throw new Error("split-session: a claim without a time");
    const way = await allowWay(own, input);
    if (!way.ok) return way;
    const steps = [];
    for (const row of leaving) {
      const step = await advance(command, row, {
        event: "rescheduleSession",
        input: { reason: input.reason },
      });
      if (!step.ok) return step;
      steps.push(step);
    }
    const { mode, roomId } = time;
    const toId = await planSession(command, leaving, session.mediatorId, { mode, roomId, place: way.place });
    const bookingId = await insertBooking(command, time, toId, null);
    const sequence = await nextRevision(command, input.sessionId);
    await setSession(command, toId, { sequence });
    const moved = { fromId: input.sessionId, toId, caseIds: leaving.map((row) => row.id) };
    await moveInvitations(command, moved, stay.id, sequence);
    const leaders = claimed.people.filter((one) => one.kind === "mediator" || one.kind === "lawyer");
    await inviteAll(command, toId, sequence, leaders);
    const version = await nextVersion(command, input.sessionId);
    for (const row of staying)
      await command.record({
        caseId: row.id,
        data: { sessionId: input.sessionId, version, splitTo: toId },
      });
    for (const step of steps) {
      await nextSession(command, step.row.id);
      await command.record({
        caseId: step.row.id,
        data: {
          sessionId: toId,
          version: 0,
          bookingId,
          splitFrom: input.sessionId,
          startAt: isoOf(time.interval.from),
          sequence,
        },
        // The block's time stays taken by those who stay: no place came free.
        effects: effectsOf(step, { sessionId: toId, sequence }, (effect) => effect !== "offerFreedPlace"),
      });
    }
    return ok({ sessionId: toId, bookingId, sequence });
  },
});
