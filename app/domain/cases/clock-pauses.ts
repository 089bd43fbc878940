import { daysBetween, plusDays, type WorkCalendar, workdaysBetween } from "./calendar";
import type { ClockPause } from "./clock-rules";
import type { Clock } from "./clocks";

export type Pauses = {
  readonly excludedDays: number;
  readonly suspendedDays: number;
  readonly pausedBy: ClockPause | null;
};

type Span = { readonly kind: ClockPause; readonly fromOn: string; readonly toOn: string | null };

const inOrder = (clock: Clock): readonly Span[] =>
  [
    ...clock.exclusions.map((one) => ({ kind: "exclusion" as const, ...one })),
    ...clock.suspensions.map((one) => ({ kind: "suspension" as const, ...one })),
  ].sort((a, b) => (a.fromOn === b.fromOn ? 0 : a.fromOn < b.fromOn ? -1 : 1));

/**
 * The days on which a clock stood still, in its own kind of days; the start day was never counted, so it cannot be left
 * out. A day that was excluded and halted counts once. What begins after the last day brings no period back: `dueOnWith`
 * says where the last day lies with so many days left out. `today` (court-local) bounds what is still going on.
 */
export function countPauses(
  clock: Clock,
  calendar: WorkCalendar,
  today: string,
  dueOnWith: (pausedDays: number) => string,
): Pauses {
  const days = { exclusion: 0, suspension: 0 };
  let pausedBy: ClockPause | null = null;
  let from = plusDays(clock.startOn, 1);
  for (const span of inOrder(clock)) {
    if (span.fromOn > dueOnWith(days.exclusion + days.suspension)) continue;
    if (span.toOn === null) pausedBy ??= span.kind;
    const to = span.toOn ?? today;
    if (span.fromOn > from) from = span.fromOn;
    if (to <= from) continue;
    days[span.kind] += clock.unit === "workday" ? workdaysBetween(calendar, from, to) : daysBetween(from, to);
    from = to;
  }
  return { excludedDays: days.exclusion, suspendedDays: days.suspension, pausedBy };
}
