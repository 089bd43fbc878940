import type { DateTime } from "luxon";
import { needsRoom } from "~/domain/mediation/sessions";
import type { Refusal } from "~/domain/result";
import { dayOf, dayStart, toMinutes } from "~/domain/scheduling/minutes";
import { nearestStarts } from "~/domain/scheduling/nearest";
import { askBooking, type BookingView } from "./booking-question.server";
import { isAboutTime } from "./booking-refusal.server";
import { asksOf, type BookingWish, DAYS_AFTER, DAYS_BEFORE, roomOf } from "./booking-wish.server";
import { withoutOwn } from "./busy-time.server";
import type { After } from "./command.server";
import { courtDay } from "./deps.server";
import { isoOf } from "./iso.server";
import { caseIdsOfSession } from "./session-cases.server";

const AT_MOST = 3;

/** The free starts nearest to the wish for the same people, as `<ISO instant in UTC>|<room>`; no room: nothing after the bar. */
function nearest({ meeting, snapshot, settings }: BookingView, wish: BookingWish, now: DateTime): string[] {
  const { people } = meeting;
  const { interval, mode } = wish;
  const { facilities, languages } = asksOf(meeting, mode);
  const wished = roomOf(meeting, wish);
  const rooms =
    needsRoom(mode) || wished
      ? meeting.rooms.filter((room) => facilities.every((one) => room.facilities?.includes(one)))
      : [];
  if (!rooms.length && needsRoom(mode)) return [];
  const day = dayOf(interval.from);
  const horizon = {
    from: Math.max(toMinutes(now), dayStart(day - DAYS_BEFORE)),
    to: dayStart(day + DAYS_AFTER),
  };
  if (horizon.to <= horizon.from) return [];
  const ahead = {
    mandatoryIds: people.map((one) => one.resourceId),
    roomCandidateIds: rooms
      .map((one) => one.resourceId)
      .sort((a, b) => Number(b === wished?.resourceId) - Number(a === wished?.resourceId)),
    durationMinutes: interval.to - interval.from,
    stepMinutes: settings.slotStepMinutes,
    mode,
    languages,
    earliestAt: toMinutes(now) + settings.minimumNoticeMinutes,
    ...(meeting.latestDueAt === undefined ? {} : { latestDueAt: meeting.latestDueAt }),
  };
  return nearestStarts({ ...snapshot, horizon }, ahead, interval.from, AT_MOST).map(
    ({ from, roomId }) => `${isoOf(from)}|${roomId ?? ""}`,
  );
}

/** A refusal that is about time, with the nearest times that are free instead. */
export function withAlternatives(
  view: BookingView,
  wish: BookingWish,
  refusal: Refusal,
  now: DateTime,
): Refusal {
  if (!isAboutTime(refusal)) return refusal;
  return { ...refusal, params: { ...refusal.params, alternatives: nearest(view, wish, now) } };
}

/** The same for a wish that lost under the locks, once they are given back. `sessionId`: the session that was to be moved. */
export function alternativesAfter(
  refusal: Refusal,
  of: { caseIds: readonly string[] } | { sessionId: string },
  wish: BookingWish,
): ((at: After) => Promise<Refusal>) | null {
  if (!isAboutTime(refusal) || refusal.params?.alternatives) return null;
  return async ({ tx, courtId, now }) => {
    const sessionId = "sessionId" in of ? of.sessionId : null;
    const caseIds = "caseIds" in of ? of.caseIds : await caseIdsOfSession(tx, courtId, of.sessionId);
    const view = await askBooking(tx, {
      courtId,
      caseIds,
      sessionId,
      wishes: [wish],
      now,
      today: courtDay(now),
    });
    if (!sessionId) return withAlternatives(view, wish, refusal, now);
    const isOthers = await withoutOwn(tx, { courtId, sessionId });
    const resources = view.snapshot.resources.map((one) => ({
      ...one,
      busy: one.busy.filter(isOthers(one.resourceId)),
    }));
    return withAlternatives({ ...view, snapshot: { ...view.snapshot, resources } }, wish, refusal, now);
  };
}
