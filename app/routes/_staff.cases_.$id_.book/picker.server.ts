import { daysBetween, plusDays } from "~/domain/cases/calendar";
import type { SessionMode } from "~/domain/mediation/sessions";
import type { UserActor } from "~/domain/policy/actor";
import { apart } from "~/domain/scheduling/offer";
import { courtDate } from "~/i18n/court-time";
import { guarded } from "~/platform/answer.server";
import { courtDay, type Deps } from "~/services/deps.server";
import { explainSlotQuery, slotsQuery } from "~/services/queries-slots.server";
import { ask } from "~/services/query.server";
import type { PickerWish } from "./wish";

const AHEAD_DAYS = 35;
const MOST_TO_OFFER_FROM = 12;

const mondayOf = (on: string) => plusDays(on, -((new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7));
const lastOf = (month: string) => {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year ?? 0, number ?? 1, 0)).toISOString().slice(0, 10);
};

const FEWEST_WEEKS = 4;

/** Weeks from Monday that hold the month; what is past of it is left out, and the next weeks come in its place. */
function weeksOf(month: string, today: string): string[][] {
  const start = mondayOf(`${month}-01`);
  const first = start < today ? mondayOf(today < `${month}-01` ? `${month}-01` : today) : start;
  const weeks = Math.max(FEWEST_WEEKS, Math.ceil((daysBetween(first, lastOf(month)) + 1) / 7));
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => plusDays(first, week * 7 + day)),
  );
}

const minuteOf = (instant: string) => Date.parse(instant) / 60_000;
const apartOf = <T extends { startAt: string; endAt: string }>(slots: readonly T[]) =>
  apart(
    slots.map((slot) => ({ slot, interval: { from: minuteOf(slot.startAt), to: minuteOf(slot.endAt) } })),
  ).map(({ slot }) => slot);

/** Times for these cases, grouped for a month's page; `standing` is what a session has now, when it is moved or checked. */
export async function pickerOf(
  deps: Deps,
  actor: UserActor,
  caseId: string,
  wish: PickerWish,
  standing: { sessionId: string; mode: SessionMode; minutes: number } | null = null,
) {
  const today = courtDay(deps.clock.now());
  const first = wish.month ? mondayOf(`${wish.month}-01`) : today;
  const from = first > today ? first : today;
  const days = wish.month ? Math.max(AHEAD_DAYS, daysBetween(from, lastOf(wish.month)) + 7) : AHEAD_DAYS;
  const asked = {
    caseId,
    with: wish.with,
    sessionId: standing?.sessionId,
    mode: wish.mode ?? standing?.mode,
    minutes: wish.minutes ?? standing?.minutes,
    roomId: wish.roomId || undefined,
    from,
    days,
  };
  const found = await guarded(() => ask(deps, actor, slotsQuery, { ...asked, limit: 500 }));
  if (!found.ok) throw new Response(null, { status: 404 });
  const explained = wish.ask
    ? await guarded(() => ask(deps, actor, explainSlotQuery, { ...asked, startAt: `${wish.ask}:00+08:00` }))
    : null;
  const slots = found.slots.map((slot) => ({ ...slot, on: courtDate(slot.startAt) }));
  const month = wish.month || (slots[0]?.on ?? today).slice(0, 7);
  const chosen = wish.on || (slots.find((slot) => slot.on.startsWith(month)) ?? slots[0])?.on || today;
  const counts: Record<string, number> = {};
  for (const slot of slots) counts[slot.on] = (counts[slot.on] ?? 0) + 1;
  const dropped = Object.fromEntries(found.dropped.days.map((day) => [day.on, day.reasons]));
  const isRest = (on: string) => dropped[on]?.some((reason) => reason.code === "restDay") ?? false;
  const whyOn = counts[chosen]
    ? found.dropped.days.find((day) => !isRest(day.on) && (!found.dueOn || day.on <= found.dueOn))?.on
    : chosen;
  return {
    minutes: found.minutes,
    mode: found.mode,
    dueOn: found.dueOn,
    dueLeft: found.dueOn ? daysBetween(today, found.dueOn) : null,
    today,
    people: found.people,
    staleCalendars: found.staleCalendars,
    parties: found.parties,
    rooms: found.rooms,
    alsoPlanned: found.alsoPlanned,
    month,
    chosen,
    total: found.total,
    counts,
    weeks: weeksOf(month, today).map((week) =>
      week.map((on) => ({
        on,
        count: counts[on] ?? 0,
        isRest: isRest(on),
        isLate: Boolean(found.dueOn && on > found.dueOn),
      })),
    ),
    slots: wish.isOffer
      ? apartOf(slots).slice(0, MOST_TO_OFFER_FROM)
      : slots.filter((slot) => slot.on === chosen),
    why: whyOn ? { on: whyOn, reasons: dropped[whyOn] ?? [] } : null,
    whyOthers: found.dropped.days.filter((day) => day.on !== whyOn && !isRest(day.on)).slice(0, 20),
    alternatives: found.alternatives,
    explained: explained?.ok ? { at: `${wish.ask}:00+08:00`, ...explained } : null,
    wish,
  };
}

export type Picker = Awaited<ReturnType<typeof pickerOf>>;
