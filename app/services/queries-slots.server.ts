import { and, eq, ne } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { explain } from "~/domain/scheduling/explain";
import { toMinutes } from "~/domain/scheduling/minutes";
import type { Slot } from "~/domain/scheduling/ranking";
import { findSlots } from "~/domain/scheduling/slots";
import { intervalOf } from "./booking.server";
import { partiesOfCase } from "./case-head.server";
import type { CaseRow } from "./command.server";
import { isoOf } from "./iso.server";
import { calendarsOf } from "./queries-calendar-sources.server";
import { query } from "./query.server";
import { sessionsAhead } from "./session-cases.server";
import type { Participant } from "./session-people.server";
import { type Asked, searchOf, wishShape } from "./slot-search.server";

/** The time and place that the session to be moved has now: they are no other time. Epoch minutes. */
async function standingOf({ tx, courtId, input }: Asked) {
  if (!input.sessionId) return null;
  const s = schema.sessions;
  const b = schema.bookings;
  const [row] = await tx
    .select({ mode: s.mode, roomId: s.roomId, during: b.during })
    .from(s)
    .innerJoin(b, and(eq(b.courtId, s.courtId), eq(b.sessionId, s.id), ne(b.status, "released")))
    .where(and(eq(s.courtId, courtId), eq(s.id, input.sessionId)));
  return row ? { ...row, from: toMinutes(row.during.start), to: toMinutes(row.during.end) } : null;
}

/** The parties of the cases, the claimants first; only where the way of meeting needs each one's consent. */
async function partiesOf({ tx, courtId, input }: Asked, cases: readonly CaseRow[]) {
  if (input.mode !== "videoSplit") return [];
  const each = await Promise.all(cases.map((row) => partiesOfCase(tx, courtId, row.id)));
  return each.flat().map((party) => ({ partyId: party.id, name: party.name }));
}

/** Of those who keep calendars of their own, how far what is known of these can be relied on. */
async function calendarsOfPeople({ tx, courtId, now }: Asked, people: readonly Participant[]) {
  const found = [];
  for (const { resourceId, kind, label, labelEn } of people)
    if (kind === "mediator" || kind === "lawyer")
      found.push({ label, labelEn, ...(await calendarsOf(tx, courtId, resourceId, now)) });
  return found.filter((one) => one.stale > 0);
}

type Who = Awaited<ReturnType<typeof searchOf>>["who"];
const slotShown = (slot: Slot, who: Who) => ({
  startAt: isoOf(slot.from),
  endAt: isoOf(slot.to),
  roomId: slot.roomId ?? null,
  room: who(slot.roomId),
  provisional: slot.provisional,
  score: slot.score,
  reasons: slot.reasons.map((one) => ({ code: one.code, who: who(one.resourceId) })),
});

/**
 * Times at which everybody of the case and a room are free, best first; why other days are not among them; and other ways
 * if none is. Instants ISO in UTC. `alsoPlanned` names sessions still to come of the same cases, the one to be moved not
 * among them.
 */
export const slotsQuery = query({
  name: "slots",
  ability: "book-session",
  input: z.object({ ...wishShape, limit: z.coerce.number().int().min(1).max(500).default(60) }),
  run: async (question) => {
    const { cases, people, rooms, snapshot, wish, dueOn, who } = await searchOf(question);
    const { slots: all, dropped, alternatives } = findSlots(snapshot, wish);
    const standing = await standingOf(question);
    const slots = all.filter(
      (slot) =>
        slot.from !== standing?.from ||
        slot.to !== standing.to ||
        wish.mode !== standing.mode ||
        (slot.roomId ?? null) !== standing.roomId,
    );
    return {
      minutes: wish.durationMinutes,
      mode: wish.mode,
      dueOn,
      /** Whose consent separate video asks for (ONL 16). */
      parties: await partiesOf(question, cases),
      people: people.map((one) => ({
        resourceId: one.resourceId,
        kind: one.kind,
        label: one.label,
        labelEn: one.labelEn,
        caseIds: one.caseIds,
      })),
      /** Own calendars that are stale or were never read: what they last said counts, what is newer is not known. */
      staleCalendars: await calendarsOfPeople(question, people),
      rooms: rooms.map((room) => ({
        roomId: room.resourceId,
        name: room.label,
        nameEn: room.labelEn,
        place: room.place,
        placeEn: room.placeEn,
      })),
      alsoPlanned: await sessionsAhead(
        question,
        cases.map((row) => row.id),
        question.input.sessionId,
      ),
      total: slots.length,
      slots: slots.slice(0, question.input.limit).map((slot) => slotShown(slot, who)),
      dropped: {
        restDays: dropped.restDays,
        outsideTerms: dropped.outsideTerms,
        mandatoryTaken: dropped.mandatoryTaken,
        noRoom: dropped.noRoom,
        days: dropped.days.map((one) => ({
          on: one.on,
          reasons: one.reasons.map((reason) => ({
            code: reason.code,
            need: reason.need ?? null,
            starts: reason.starts,
            who: who(reason.resourceId),
          })),
        })),
      },
      alternatives: alternatives
        ? {
            afterDueDate: alternatives.afterDueDate ? slotShown(alternatives.afterDueDate, who) : null,
            ifVideo: alternatives.ifVideo ? slotShown(alternatives.ifVideo, who) : null,
            /** How many times were looked at, and how many of them would be free without whom. */
            lookedAt: alternatives.lookedAt,
            blockers: alternatives.blockers.map((one) => ({
              who: who(one.resourceId),
              slotsWithout: one.slotsWithout,
            })),
            together: alternatives.together
              ? {
                  who: alternatives.together.resourceIds.map((id) => who(id)),
                  slotsWithout: alternatives.together.slotsWithout,
                }
              : null,
          }
        : null,
    };
  },
});

/** "Why is this time not offered?", answered by the rules that decided. */
export const explainSlotQuery = query({
  name: "explain-slot",
  ability: "book-session",
  input: z.object({
    ...wishShape,
    startAt: z.string().datetime({ offset: true, message: "instantMalformed" }),
  }),
  run: async (question) => {
    const { snapshot, wish, who } = await searchOf(question);
    const answer = explain(snapshot, wish, intervalOf(question.input.startAt, wish.durationMinutes));
    const shown = (found: (typeof answer)["conflicts"]) =>
      found.map((one) => ({
        code: one.code,
        who: who(one.resourceId),
        need: one.need ?? null,
        until: one.until ? isoOf(one.until) : null,
      }));
    return {
      offered: answer.offered,
      notSearched: answer.notSearched,
      conflicts: shown(answer.conflicts),
      rooms: shown(answer.rooms),
    };
  },
});
