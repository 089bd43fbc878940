import { DateTime } from "luxon";
import { z } from "zod";
import { plusDays } from "~/domain/cases/calendar";
import { freeTime } from "~/domain/scheduling/free-time";
import { type Interval, intersect, merge } from "~/domain/scheduling/interval";
import { COURT_ZONE, dayOfDate, dayStart, toMinutes } from "~/domain/scheduling/minutes";
import { type CourtDay, courtDay, holdsOn, openTime } from "~/domain/scheduling/open-time";
import { gapMinutes, isActive, ownHours } from "~/domain/scheduling/own-time";
import { type ResourceSnapshot, resourceOf, type SchedulingSnapshot } from "~/domain/scheduling/snapshot";
import { type Bookable, bookableOf } from "./bookable.server";
import { iso } from "./iso.server";
import { lyingOutside } from "./lying-outside.server";
import { calendarsOf } from "./queries-calendar-sources.server";
import { type Question, query } from "./query.server";
import { resourceHours } from "./resource-hours.server";
import { snapshotOf } from "./scheduling-snapshot.server";

const idText = z.string().uuid("idMalformed");
const SHOWN_DAYS = 28;
const WEEK_MINUTES = 7 * 1440;

/** Parts of one day in minutes since 00:00 court time. */
const partsOn = (list: readonly Interval[], day: number) => {
  const start = dayStart(day);
  return intersect(merge(list), [{ from: start, to: start + 1440 }]).map(({ from, to }) => ({
    fromMinute: from - start,
    toMinute: to - start,
  }));
};

/** The resource and the court as the engine sees them; a week around the days, because caps count whole weeks. */
async function seen(question: Question<unknown>, one: Bookable, fromOn: string, days: number) {
  const { tx, courtId, now, settings } = question;
  const from = dayStart(dayOfDate(fromOn));
  const horizon = { from: from - WEEK_MINUTES, to: from + days * 1440 + WEEK_MINUTES };
  const snapshot = await snapshotOf(tx, courtId, [one], horizon, now, settings);
  return { snapshot, resource: resourceOf(snapshot, one.resourceId) };
}

const activeBusy = (snapshot: SchedulingSnapshot, resource: ResourceSnapshot) =>
  resource.busy.filter((busy) => isActive(busy, snapshot.now));

/** What of its own hours is left of the court's open time on a day, before anything that takes it. */
const openFor = (resource: ResourceSnapshot, day: CourtDay) =>
  intersect(day.open, merge([...ownHours(resource, day)]));

/**
 * One resource's time: its weeks, the dates with hours of their own, leave, limits, and the next 28 days as the slot
 * engine sees them (open, free, busy in minutes since 00:00 court time), and which planned sessions lie outside. Whose
 * business a busy time is, is not said. A person's reason for leave is shown to himself alone, a room's to its keepers.
 */
export const availabilityQuery = query({
  name: "availability",
  ability: "manage-availability",
  input: z.object({ resourceId: idText.optional() }),
  run: async (question) => {
    const { today, settings, input } = question;
    const one = await bookableOf(question, input.resourceId);
    const kept = await resourceHours(question, one.resourceId);
    const { snapshot, resource } = await seen(question, one, today, SHOWN_DAYS);
    const from = dayStart(dayOfDate(today));
    const days = openTime(snapshot.court, { from, to: from + SHOWN_DAYS * 1440 });
    const free = merge(freeTime(resource, days, snapshot.now));
    const busy = activeBusy(snapshot, resource);
    return {
      resource: {
        resourceId: one.resourceId,
        kind: one.kind,
        name: one.label,
        nameEn: one.labelEn,
        place: one.place ?? null,
        placeEn: one.placeEn ?? null,
        facilities: one.facilities ?? null,
        isOwn: one.isOwn,
      },
      today,
      now: iso(question.now),
      weeks: kept.weeks,
      dates: kept.dates,
      leave: kept.leave.map((leave) => ({
        absenceId: leave.id,
        startAt: iso(leave.during.start),
        endAt: iso(leave.during.end),
        reason: one.isOwn || one.kind === "room" ? leave.reason : null,
      })),
      limits: {
        version: kept.limits?.version ?? 0,
        maxPerDay: kept.limits?.maxPerDay ?? null,
        maxPerWeek: kept.limits?.maxPerWeek ?? null,
        bufferBeforeMinutes: kept.limits?.bufferBeforeMinutes ?? 0,
        bufferAfterMinutes: kept.limits?.bufferAfterMinutes ?? 0,
        minimumNoticeMinutes: kept.limits?.minimumNoticeMinutes ?? null,
        horizonDays: kept.limits?.horizonDays ?? null,
      },
      court: {
        minimumNoticeMinutes: settings.minimumNoticeMinutes,
        horizonDays: settings.horizonDays,
        hours: settings.courtHours
          .filter((row) => holdsOn(row, today, row.weekday))
          .map(({ weekday, fromMin, toMin }) => ({ weekday, fromMin, toMin })),
      },
      days: days.map((day) => ({
        on: day.on,
        working: day.working,
        provisional: day.provisional,
        open: partsOn(openFor(resource, day), day.day),
        free: partsOn(free, day.day),
        busy: partsOn([...busy, ...(resource.ownCalendar ?? [])], day.day),
      })),
      outside: await lyingOutside(question, one),
      /** Calendars of his own that count as well; what a stale one last said counts on. */
      calendars:
        one.kind === "room"
          ? null
          : await calendarsOf(question.tx, question.courtId, one.resourceId, question.now),
    };
  },
});

/**
 * One resource's day, step by step as the engine takes them: the court's hours, its own (weekly, or the date's), leave and
 * what its own calendars hold, what is taken with the gap around it, caps, notice and horizon, and what is left. Parts of the day in minutes since
 * 00:00 court time; instants ISO in UTC. What takes the time is "busy", whoever asks.
 */
export const explainDayQuery = query({
  name: "explain-day",
  ability: "manage-availability",
  input: z.object({ resourceId: idText.optional(), on: z.iso.date("dateInvalid") }),
  run: async (question) => {
    const { input, now, settings } = question;
    const one = await bookableOf(question, input.resourceId);
    const kept = await resourceHours(question, one.resourceId);
    const { snapshot, resource } = await seen(question, one, input.on, 1);
    const number = dayOfDate(input.on);
    const day = courtDay(snapshot.court, number);
    const busy = activeBusy(snapshot, resource);
    const monday = dayStart(number - (DateTime.fromISO(input.on, { zone: COURT_ZONE }).weekday - 1));
    const startsIn = (from: number, to: number) => busy.filter((each) => each.from >= from && each.from < to);
    const own = kept.dates.find((each) => each.on === input.on);
    const weekly = kept.weekly.filter(
      (each) =>
        each.weekday === DateTime.fromISO(input.on, { zone: COURT_ZONE }).weekday &&
        each.validFrom <= input.on &&
        (each.validTo === null || input.on < each.validTo),
    );
    const leave = kept.leave.map(({ during }) => ({
      from: toMinutes(during.start),
      to: toMinutes(during.end),
    }));
    const start = dayStart(number);
    const notice = Math.max(settings.minimumNoticeMinutes, kept.limits?.minimumNoticeMinutes ?? 0);
    const horizon = kept.limits?.horizonDays ?? null;
    return {
      on: input.on,
      court: {
        working: day.working,
        /** The weekday whose hours apply, another than the date's own on a make-up workday. */
        weekday: day.weekday,
        provisional: day.provisional,
        open: partsOn(day.open, number),
      },
      own: {
        source: own ? ("date" as const) : resource.weeklyHours ? ("weekly" as const) : ("court" as const),
        note: own?.note ?? null,
        hours: partsOn([...ownHours(resource, day)], number),
      },
      away: partsOn(
        [
          ...leave,
          ...(resource.ownCalendar ?? []),
          ...weekly.map((each) => ({ from: start + each.fromMinute, to: start + each.toMinute })),
        ],
        number,
      ),
      busy: partsOn(busy, number),
      gapMinutes: gapMinutes(resource),
      caps: {
        day: { taken: startsIn(start, start + 1440).length, most: kept.limits?.maxPerDay ?? null },
        week: {
          taken: startsIn(monday, monday + WEEK_MINUTES).length,
          most: kept.limits?.maxPerWeek ?? null,
        },
      },
      earliestAt: iso(now.plus({ minutes: notice })),
      latestOn: horizon === null ? null : plusDays(question.today, horizon),
      isPast: start + 1440 <= snapshot.now,
      free: partsOn(freeTime(resource, [day], snapshot.now), number),
    };
  },
});
