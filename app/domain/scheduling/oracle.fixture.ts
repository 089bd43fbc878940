import { DateTime } from "luxon";
import type { CourtCalendar, ResourceSnapshot, SchedulingSnapshot, WeeklyHours, Wish } from "./snapshot";

/**
 * The oracle knows no intervals: it asks of every single minute, through luxon, whether everybody is free,
 * and offers a start when all minutes of the session are. Slow, and hard to get wrong.
 */
type Local = { on: string; weekday: number; clock: number; week: string };
const seen = new Map<string, Local>();

export function localAt(zone: string, minute: number): Local {
  const key = `${zone} ${minute}`;
  const known = seen.get(key);
  if (known) return known;
  const moment = DateTime.fromSeconds(minute * 60, { zone });
  const one = {
    on: moment.toFormat("yyyy-MM-dd"),
    weekday: moment.weekday,
    clock: moment.hour * 60 + moment.minute,
    week: moment.toFormat("kkkk-'W'WW"),
  };
  seen.set(key, one);
  return one;
}

const holds = (row: WeeklyHours, weekday: number, { on, clock }: Local) =>
  row.weekday === weekday &&
  (row.validFrom ?? "") <= on &&
  on < (row.validTo ?? "9999") &&
  row.fromMin <= clock &&
  clock < row.toMin;

const worksOn = (court: CourtCalendar, { on, weekday }: Local) =>
  court.exceptions[on] ? court.exceptions[on] === "work" : weekday <= 5;

function openAt(court: CourtCalendar, rows: readonly WeeklyHours[], local: Local): boolean {
  const applies = local.weekday > 5 ? court.makeUpWeekday : local.weekday;
  return worksOn(court, local) && rows.some((row) => holds(row, applies, local));
}

function ownAt(view: SchedulingSnapshot, one: ResourceSnapshot, local: Local): boolean {
  const dated = one.dateHours?.[local.on];
  if (dated) return dated.some((row) => row.fromMin <= local.clock && local.clock < row.toMin);
  return one.weeklyHours ? openAt(view.court, one.weeklyHours, local) : true;
}

function freeAt(view: SchedulingSnapshot, one: ResourceSnapshot, minute: number): boolean {
  const local = localAt(view.zone, minute);
  const gap = (one.bufferBeforeMinutes ?? 0) + (one.bufferAfterMinutes ?? 0);
  if (!ownAt(view, one, local)) return false;
  if (minute < view.now + (one.minimumNoticeMinutes ?? 0)) return false;
  if (one.absences.some((a) => a.from <= minute && minute < a.to)) return false;
  if (one.ownCalendar?.some((a) => a.from <= minute && minute < a.to)) return false;
  if (one.weeklyAbsences?.some((row) => holds(row, local.weekday, local))) return false;
  return !active(view, one).some((b) => b.from - gap <= minute && minute < b.to + gap);
}

const active = (view: SchedulingSnapshot, one: ResourceSnapshot) =>
  one.busy.filter((b) => b.from < b.to && (b.hold ? b.hold.expiresAt > view.now : true));

/** Whether one more session may begin here: caps and the furthest day look at starts. */
function mayBegin(view: SchedulingSnapshot, one: ResourceSnapshot, from: number): boolean {
  const here = localAt(view.zone, from);
  const begun = active(view, one).map((b) => localAt(view.zone, b.from));
  if (begun.filter((b) => b.on === here.on).length >= (one.maxPerDay ?? 99)) return false;
  if (begun.filter((b) => b.week === here.week).length >= (one.maxPerWeek ?? 99)) return false;
  const today = localAt(view.zone, view.now).on;
  const last = DateTime.fromISO(today, { zone: "utc" }).plus({ days: one.horizonDays ?? 999 });
  return here.on <= last.toFormat("yyyy-MM-dd");
}

const fits = (one: ResourceSnapshot, asked: Wish) =>
  (one.kind !== "room" || (asked.needs ?? []).every((n) => (one.facilities ?? []).includes(n))) &&
  (one.kind !== "mediator" || (asked.languages ?? []).every((n) => (one.languages ?? []).includes(n)));

export function oracle(view: SchedulingSnapshot, asked: Wish): number[] {
  const byId = new Map(view.resources.map((one) => [one.resourceId, one]));
  const roomless = (asked.needs ?? []).length > 0 && asked.roomCandidateIds.length === 0;
  if (asked.modeClosed || (roomless && !asked.mandatoryIds.some((id) => byId.get(id)?.kind === "room")))
    return [];
  const calendar = new Map<number, boolean>();
  for (let m = view.horizon.from; m < view.horizon.to; m++)
    calendar.set(m, openAt(view.court, view.court.hours, localAt(view.zone, m)));
  const all = (id: string, from: number) => {
    const one = byId.get(id)!;
    if (!fits(one, asked) || !mayBegin(view, one, from)) return false;
    for (let m = from; m < from + asked.durationMinutes; m++) if (!freeAt(view, one, m)) return false;
    return true;
  };
  const found: number[] = [];
  for (let from = view.horizon.from; from < view.horizon.to; from++) {
    const to = from + asked.durationMinutes;
    const { clock, on } = localAt(view.zone, from);
    if (clock % asked.stepMinutes !== 0 || from < view.now) continue;
    if (from < (asked.earliestAt ?? from) || to > (asked.latestDueAt ?? to) || to > view.horizon.to) continue;
    let open = localAt(view.zone, to - 1).on === on;
    for (let m = from; m < to && open; m++) open = calendar.get(m) === true;
    if (!open || !asked.mandatoryIds.every((id) => all(id, from))) continue;
    const groups = [asked.mediatorCandidateIds ?? [], asked.roomCandidateIds].filter((g) => g.length > 0);
    if (groups.every((group) => group.some((id) => all(id, from)))) found.push(from);
  }
  return found;
}
