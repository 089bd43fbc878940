import type { ResourceSnapshot, SchedulingSnapshot, WeeklyHours, Wish } from "~/domain/scheduling/snapshot";
import type { Answer } from "./slots-sql";

/**
 * The plain slow way: a byte for every minute of everybody, painted rule by rule, and every start of the grid looked at
 * minute by minute. Shares nothing with the engine but the snapshot; Beijing has had one offset since 1991.
 */
const OFFSET = 480;
const midnightOf = (minute: number) => Math.floor((minute + OFFSET) / 1440) * 1440 - OFFSET;
const dateAt = (minute: number) => new Date((minute + OFFSET) * 60_000).toISOString().slice(0, 10);
const weekdayAt = (minute: number) => new Date((minute + OFFSET) * 60_000).getUTCDay() || 7;

type Day = {
  readonly start: number;
  readonly on: string;
  readonly weekday: number;
  readonly applies: number;
};

function workingDays({ court, horizon }: SchedulingSnapshot): Day[] {
  const days: Day[] = [];
  for (let start = midnightOf(horizon.from); start < horizon.to; start += 1440) {
    const on = dateAt(start);
    const weekday = weekdayAt(start);
    const works = court.exceptions[on] ? court.exceptions[on] === "work" : weekday <= 5;
    if (works) days.push({ start, on, weekday, applies: weekday > 5 ? court.makeUpWeekday : weekday });
  }
  return days;
}

export function slotsByMinute(view: SchedulingSnapshot, wish: Wish): Answer[] {
  const { from, to } = view.horizon;
  const days = workingDays(view);
  const paint = (bytes: Uint8Array, value: number, a: number, b: number) =>
    bytes.fill(value, Math.max(0, a - from), Math.max(0, Math.min(to, b) - from));
  const paintHours = (
    bytes: Uint8Array,
    value: number,
    rows: readonly WeeklyHours[],
    by: "weekday" | "applies",
  ) => {
    for (const day of days)
      for (const row of rows)
        if (row.weekday === day[by] && (row.validFrom ?? "") <= day.on && day.on < (row.validTo ?? "9999"))
          paint(bytes, value, day.start + row.fromMin, day.start + row.toMin);
  };
  const court = new Uint8Array(to - from);
  paintHours(court, 1, view.court.hours, "applies");

  const timeOf = (one: ResourceSnapshot): Uint8Array => {
    const own = new Uint8Array(to - from);
    if (one.weeklyHours) paintHours(own, 1, one.weeklyHours, "applies");
    else own.fill(1);
    for (const day of days) {
      const dated = one.dateHours?.[day.on];
      if (!dated) continue;
      paint(own, 0, day.start, day.start + 1440);
      for (const row of dated) paint(own, 1, day.start + row.fromMin, day.start + row.toMin);
    }
    const gap = (one.bufferBeforeMinutes ?? 0) + (one.bufferAfterMinutes ?? 0);
    const begun = new Map<number, number>();
    for (const busy of one.busy) {
      if (busy.hold && busy.hold.expiresAt <= view.now) continue;
      paint(own, 0, busy.from - gap, busy.to + gap);
      const day = midnightOf(busy.from);
      begun.set(day, (begun.get(day) ?? 0) + 1);
    }
    for (const [day, count] of begun)
      if (count >= (one.maxPerDay ?? Number.POSITIVE_INFINITY)) paint(own, 0, day, day + 1440);
    for (const away of one.absences) paint(own, 0, away.from, away.to);
    paintHours(own, 0, one.weeklyAbsences ?? [], "weekday");
    return own;
  };
  const byId = new Map(view.resources.map((one) => [one.resourceId, one]));
  const times = new Map<string, Uint8Array>();
  const isFree = (id: string, start: number) => {
    const time = times.get(id) ?? timeOf(byId.get(id) as ResourceSnapshot);
    times.set(id, time);
    for (let m = start - from; m < start - from + wish.durationMinutes; m++) if (time[m] !== 1) return false;
    return true;
  };
  const found: Answer[] = [];
  for (const day of days)
    for (let start = day.start; start < day.start + 1440; start += wish.stepMinutes) {
      if (start < Math.max(view.now, wish.earliestAt ?? 0) || start < from) continue;
      let open = true;
      for (let m = start; m < start + wish.durationMinutes; m++) if (court[m - from] !== 1) open = false;
      if (!open || !wish.mandatoryIds.every((id) => isFree(id, start))) continue;
      const mediators = wish.mediatorCandidateIds ?? [];
      const mediator = mediators.find((id) => isFree(id, start)) ?? null;
      const room = wish.roomCandidateIds.find((id) => isFree(id, start)) ?? null;
      if ((mediators.length > 0 && !mediator) || (wish.roomCandidateIds.length > 0 && !room)) continue;
      found.push([start, mediator, room]);
    }
  return found;
}
