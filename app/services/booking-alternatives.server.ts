import { and, eq, inArray } from "drizzle-orm";
import { schema } from "#db/client";
import { needsRoom } from "~/domain/mediation/sessions";
import type { Refusal } from "~/domain/result";
import { fromMinutes, toMinutes } from "~/domain/scheduling/minutes";
import { findSlots } from "~/domain/scheduling/slots";
import { isAboutTime } from "./booking-refusal.server";
import { asksOf, type BookingWish, type Meeting, meetingFor, roomOf } from "./booking-wish.server";
import type { After } from "./command.server";
import { iso } from "./iso.server";
import { snapshotOf } from "./scheduling-snapshot.server";
import { caseIdsOfSession } from "./session-cases.server";

const AT_MOST = 3;
const DAY = 1440;
/** Where is looked: the days around the wished time, in one search. */
const DAYS_BEFORE = 1;
const DAYS_AFTER = 8;

/** The free starts nearest to the wish for the same people, as `<ISO instant in UTC>|<room>`; no room: nothing after the bar. */
async function nearest(
  { tx, courtId, now, settings }: After,
  meeting: Meeting,
  wish: BookingWish,
  movingId?: string,
): Promise<string[]> {
  const { people } = meeting;
  const { interval, mode } = wish;
  const { facilities } = asksOf(meeting, mode);
  const wished = roomOf(meeting, wish);
  const rooms =
    needsRoom(mode) || wished
      ? meeting.rooms.filter((room) => facilities.every((one) => room.facilities?.includes(one)))
      : [];
  if (!rooms.length && needsRoom(mode)) return [];
  const day = toMinutes(fromMinutes(interval.from).setZone("Asia/Shanghai").startOf("day"));
  const soonest = toMinutes(now) + settings.minimumNoticeMinutes;
  const horizon = {
    from: Math.max(toMinutes(now), day - DAYS_BEFORE * DAY),
    to: day + DAYS_AFTER * DAY,
  };
  if (horizon.to <= horizon.from) return [];
  const wanted = [...people, ...rooms];
  const snapshot = await snapshotOf(tx, courtId, wanted, horizon, now, settings, movingId);
  const { slots } = findSlots(snapshot, {
    mandatoryIds: people.map((one) => one.resourceId),
    roomCandidateIds: rooms
      .map((one) => one.resourceId)
      .sort((a, b) => Number(b === wished?.resourceId) - Number(a === wished?.resourceId)),
    durationMinutes: interval.to - interval.from,
    stepMinutes: settings.slotStepMinutes,
    mode,
    earliestAt: soonest,
    ...(meeting.latestDueAt === undefined ? {} : { latestDueAt: meeting.latestDueAt }),
  });
  const away = (from: number) => Math.abs(from - interval.from);
  return [...slots]
    .sort((a, b) => away(a.from) - away(b.from) || a.from - b.from)
    .slice(0, AT_MOST)
    .map((slot) => `${iso(fromMinutes(slot.from))}|${slot.roomId ?? ""}`);
}

/** A refusal that is about time, with the nearest times that are free instead; asked before or after the locks, never under. */
export async function withAlternatives(
  at: After,
  meeting: Meeting,
  wish: BookingWish,
  refusal: Refusal,
  movingId?: string,
): Promise<Refusal> {
  if (!isAboutTime(refusal)) return refusal;
  const alternatives = await nearest(at, meeting, wish, movingId);
  return { ...refusal, params: { ...refusal.params, alternatives } };
}

/** The same for a wish that lost under the locks, once they are given back. `sessionId`: the session that was to be moved. */
export function alternativesAfter(
  refusal: Refusal,
  of: { caseIds: readonly string[] } | { sessionId: string },
  wish: BookingWish,
): ((at: After) => Promise<Refusal>) | null {
  if (!isAboutTime(refusal) || refusal.params?.alternatives) return null;
  return async (at) => {
    const { tx, courtId } = at;
    const sessionId = "sessionId" in of ? of.sessionId : null;
    const ids = "caseIds" in of ? of.caseIds : await caseIdsOfSession(tx, courtId, of.sessionId);
    const c = schema.cases;
    const cases = await tx
      .select()
      .from(c)
      .where(and(eq(c.courtId, courtId), inArray(c.id, [...ids])));
    const meeting = await meetingFor(tx, courtId, cases, sessionId);
    return withAlternatives(at, meeting, wish, refusal, sessionId ?? undefined);
  };
}
