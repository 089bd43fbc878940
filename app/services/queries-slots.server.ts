import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { DateTime } from "luxon";
import { z } from "zod";
import { schema } from "#db/client";
import { dueInstant } from "~/domain/cases/calendar";
import { SESSION_MODES } from "~/domain/mediation/sessions";
import { can } from "~/domain/policy/can";
import { explain } from "~/domain/scheduling/explain";
import { COURT_ZONE, fromMinutes, toMinutes } from "~/domain/scheduling/minutes";
import type { Slot } from "~/domain/scheduling/ranking";
import { findSlots } from "~/domain/scheduling/slots";
import type { SchedulingSnapshot, Wish } from "~/domain/scheduling/snapshot";
import { intervalOf } from "./booking.server";
import { mediationDueOn, runningClocks } from "./clocks.server";
import { type CaseRow, Forbidden, NotFound } from "./command.server";
import { iso } from "./iso.server";
import { many, type Question, query } from "./query.server";
import { relationsTo } from "./relations.server";
import { snapshotOf } from "./scheduling-snapshot.server";
import { caseIdsOfSession, sessionsAhead } from "./session-cases.server";
import { participantsOf, roomsOf } from "./session-people.server";

const wishShape = {
  caseId: z.string().uuid("idMalformed"),
  /** Further cases of the same mediator that meet together. */
  with: many(z.string().uuid("idMalformed"), 49),
  /** A session that is to be moved: all its cases meet, and its own time counts as free. */
  sessionId: z.string().uuid("idMalformed").optional(),
  minutes: z.coerce.number().int().min(15, "tooShort").max(480, "tooLong").optional(),
  mode: z.enum(SESSION_MODES).default("onsite"),
  from: z.iso.date("dateInvalid").optional(),
  days: z.coerce.number().int().min(1).max(92).optional(),
  roomId: z.string().uuid("idMalformed").nullish(),
} as const;
const shape = z.object(wishShape);
type Asked = Question<z.output<typeof shape>>;

/** The cases that meet. The asker is tied to the first by the ritual; the others are looked at by the same law. */
async function casesOf(question: Asked): Promise<CaseRow[]> {
  const { tx, courtId, input, actor } = question;
  const first = question.theCase();
  const together = input.sessionId ? await caseIdsOfSession(tx, courtId, input.sessionId) : input.with;
  if (input.sessionId && !together.includes(first.id)) throw new NotFound("session");
  const ids = [...new Set(together)].filter((id) => id !== first.id);
  if (!ids.length) return [first];
  const c = schema.cases;
  const rows = await tx
    .select()
    .from(c)
    .where(and(eq(c.courtId, courtId), inArray(c.id, ids)))
    .orderBy(asc(c.id));
  if (rows.length !== ids.length || rows.some((row) => row.mediatorId !== first.mediatorId))
    throw new NotFound("case");
  for (const row of rows) {
    const answer = can(actor, "book-session", await relationsTo(tx, actor, row));
    if (!answer.ok) throw answer.status === "hidden" ? new NotFound("case") : new Forbidden("book-session");
  }
  return [first, ...rows];
}

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

async function latestOf({ tx }: Asked, cases: readonly CaseRow[]): Promise<string | null> {
  const dues: string[] = [];
  for (const row of cases) {
    const due = mediationDueOn(await runningClocks(tx, row.courtId, row.id));
    if (due) dues.push(due);
  }
  return dues.sort()[0] ?? null;
}

/** Everybody and everything a session of these cases needs, as the slot engine wants it, and how to name them. */
async function searchOf(question: Asked) {
  const { tx, courtId, input, now, settings, today } = question;
  const cases = await casesOf(question);
  const people = await participantsOf(tx, courtId, cases);
  const rooms = input.mode === "onsite" ? await roomsOf(tx, courtId) : [];
  const candidates = input.roomId ? rooms.filter((room) => room.resourceId === input.roomId) : rooms;
  const begin = DateTime.fromISO(input.from && input.from > today ? input.from : today, { zone: COURT_ZONE });
  const horizon = {
    from: toMinutes(begin),
    to: toMinutes(begin.plus({ days: input.days ?? settings.horizonDays })),
  };
  const dueOn = await latestOf(question, cases);
  const snapshot: SchedulingSnapshot = await snapshotOf(
    tx,
    courtId,
    [...people, ...candidates],
    horizon,
    now,
    settings,
    input.sessionId,
  );
  const wish: Wish = {
    mandatoryIds: people.map((one) => one.resourceId),
    roomCandidateIds: candidates.map((one) => one.resourceId),
    durationMinutes: input.minutes ?? settings.sessionMinutes,
    stepMinutes: settings.slotStepMinutes,
    mode: input.mode,
    earliestAt: toMinutes(now) + settings.minimumNoticeMinutes,
    ...(dueOn ? { latestDueAt: toMinutes(dueInstant(dueOn)) } : {}),
  };
  const names = new Map(
    [...people, ...rooms].map(({ resourceId, kind, label, labelEn }) => [
      resourceId,
      { kind, label, labelEn },
    ]),
  );
  const who = (id: string | undefined) =>
    id ? { resourceId: id, ...(names.get(id) ?? { kind: "party", label: "", labelEn: "" }) } : null;
  return { cases, people, rooms, snapshot, wish, dueOn, who };
}

type Who = Awaited<ReturnType<typeof searchOf>>["who"];
const slotShown = (slot: Slot, who: Who) => ({
  startAt: iso(fromMinutes(slot.from)),
  endAt: iso(fromMinutes(slot.to)),
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
      people: people.map((one) => ({
        resourceId: one.resourceId,
        kind: one.kind,
        label: one.label,
        labelEn: one.labelEn,
        caseIds: one.caseIds,
      })),
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
            starts: reason.starts,
            who: who(reason.resourceId),
          })),
        })),
      },
      alternatives: alternatives
        ? {
            afterDueDate: alternatives.afterDueDate ? slotShown(alternatives.afterDueDate, who) : null,
            ifVideo: alternatives.ifVideo ? slotShown(alternatives.ifVideo, who) : null,
            blockers: alternatives.blockers.map((one) => ({
              who: who(one.resourceId),
              slotsWithout: one.slotsWithout,
            })),
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
        until: one.until ? iso(fromMinutes(one.until)) : null,
      }));
    return {
      offered: answer.offered,
      notSearched: answer.notSearched,
      conflicts: shown(answer.conflicts),
      rooms: shown(answer.rooms),
    };
  },
});
