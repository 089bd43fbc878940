import { plusDays } from "~/domain/cases/calendar";
import type { UserActor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import type { Role } from "~/domain/policy/roles";
import { wallTime } from "~/i18n/court-time";
import { guarded } from "~/platform/answer.server";
import type { CalendarEntry } from "~/services/calendar-entries.server";
import { courtDay, type Deps } from "~/services/deps.server";
import { iso } from "~/services/iso.server";
import { calendarWeekQuery } from "~/services/queries-calendar.server";
import { weekShapeQuery } from "~/services/queries-calendar-screens.server";
import { roomFeedQuery } from "~/services/queries-feeds.server";
import { rosterListsQuery } from "~/services/queries-roster.server";
import { ask } from "~/services/query.server";
import { mayPlan, sessionHref } from "../_staff.sessions_.$id/session-href";
import { isUnconfirmed, markOf } from "./week";

const SOON_HOURS = 48;
const minuteOf = (instant: string) => {
  const { time } = wallTime(instant);
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
};

/** The court day of a time, and where on it it stands. */
const placed = ({ startAt, endAt }: { readonly startAt: string; readonly endAt: string }) => ({
  on: wallTime(startAt).date,
  fromMinute: minuteOf(startAt),
  toMinute: minuteOf(endAt),
});

function hrefOf(role: Role, entry: CalendarEntry): string {
  const [first] = entry.cases;
  if (!first) return "#table";
  if (entry.held && mayPlan(role)) return `/sessions/${entry.sessionId}/confirm`;
  return sessionHref(role, entry.sessionId, first.caseId);
}

/** The feed of the one room that is shown, for whoever looks after rooms. */
async function roomFeedOf(deps: Deps, actor: UserActor, roomId: string | null) {
  if (!roomId || !can(actor, "manage-rooms", ["court"]).ok) return null;
  const found = await guarded(() => ask(deps, actor, roomFeedQuery, { roomId }));
  return found.ok && found.room ? { room: found.room, feed: found.feed } : null;
}

/** A week of sessions with the court's hours, rest days and absences beside it. */
export async function weekOf(deps: Deps, actor: UserActor, search: URLSearchParams) {
  const isPerson = actor.role === "mediator" || actor.role === "lawyer";
  const mine = search.get("mine") === "true";
  const week = await guarded(() =>
    ask(deps, actor, calendarWeekQuery, {
      on: search.get("on") || undefined,
      mine,
      mediatorId: search.get("mediatorId") || undefined,
      roomId: search.get("roomId") || undefined,
    }),
  );
  if (!week.ok) throw new Response(null, { status: 404 });
  const fromOn = week.fromOn ?? "";
  const [shape, lists] = await guarded(() =>
    Promise.all([ask(deps, actor, weekShapeQuery, { fromOn }), ask(deps, actor, rosterListsQuery, {})]),
  );
  if (!shape.ok) throw new Response(null, { status: 404 });
  const roomFeed = await roomFeedOf(deps, actor, search.get("roomId"));
  const now = iso(deps.clock.now());
  const until = iso(deps.clock.now().plus({ hours: SOON_HOURS }));
  const entries = week.entries.map((entry) => ({
    ...entry,
    ...placed(entry),
    mark: markOf(entry),
    href: hrefOf(actor.role, entry),
    /** Booked, still to come, and all its cases the reader's to plan. */
    isMovable:
      mayPlan(actor.role) &&
      entry.status === "planned" &&
      !entry.held &&
      entry.startAt > now &&
      entry.cases.length > 0 &&
      entry.cases.length === entry.caseCount,
  }));
  return {
    fromOn,
    toOn: plusDays(fromOn, 6),
    today: courtDay(deps.clock.now()),
    now,
    nowMinute: minuteOf(now),
    by: search.get("by") === "mediator" ? ("mediator" as const) : ("room" as const),
    mine,
    isPerson,
    mayReplan: can(actor, "replan-sessions", ["court"]).ok,
    rooms: week.rooms,
    roomFeed,
    /** Who leads a session in this week, and everybody who could be looked for. */
    present: week.mediators,
    mediators: lists.ok ? lists.mediators.map(({ id, name, nameEn }) => ({ id, name, nameEn })) : [],
    days: shape.days,
    absences: shape.absences.map((one) => ({
      ...one,
      fromOn: wallTime(one.startAt).date,
      toOn: wallTime(one.endAt).date,
    })),
    entries,
    /** Times put to the sides of a case: kept for them, and not to be moved. */
    offered: week.offered.map((one) => ({ ...one, ...placed(one) })),
    /** What other courts have taken of the time of those present. */
    elsewhere: week.elsewhere.map((one) => ({ ...one, ...placed(one) })),
    soon: entries.filter(
      (one) => one.cases.length > 0 && one.startAt > now && one.startAt < until && isUnconfirmed(one.mark),
    ),
  };
}

export type Week = Awaited<ReturnType<typeof weekOf>>;
export type WeekEntry = Week["entries"][number];
export type OfferedEntry = Week["offered"][number];
export type ElsewhereEntry = Week["elsewhere"][number];
