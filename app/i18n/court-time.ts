/** Every court of this system keeps Beijing time. */
export const COURT_ZONE = "Asia/Shanghai";

export interface WallTime {
  /** YYYY-MM-DD */
  readonly date: string;
  /** HH:MM, 24 hours */
  readonly time: string;
}

const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  // Swedish dates are ISO's: `2026-11-23 09:30` without taking it apart, which costs three times as much.
  const clock = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  clocks.set(zone, clock);
  return clock;
}

/** Everybody of a session, and everything in its letter, asks for the same few instants. */
const MOST_SHOWN = 1000;
const shownAt = new Map<string, WallTime>();

/** What calendar and clock on the wall show in `zone` at an ISO instant. An instant that is none is a bug and throws. */
export function wallTime(instant: string, zone: string = COURT_ZONE): WallTime {
  const key = `${instant} ${zone}`;
  const known = shownAt.get(key);
  if (known) return known;
  const shown = clockOf(zone).format(new Date(instant));
  const at = { date: shown.slice(0, 10), time: shown.slice(11, 16) };
  if (shownAt.size >= MOST_SHOWN) shownAt.clear();
  shownAt.set(key, at);
  return at;
}

/** The court-local date of an ISO instant, or of a date, which is its own. */
export function courtDate(on: string): string {
  return on.length === 10 ? on : wallTime(on).date;
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}
