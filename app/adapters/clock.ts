import { DateTime, type DurationLike } from "luxon";

const COURT_ZONE = "Asia/Shanghai";

/** The only source of "now". Always in court time. */
export type Clock = { now(): DateTime };

/** A clock that somebody sets: for seeding and for tests. */
export type SettableClock = Clock & { set(at: DateTime): void; advance(by: DurationLike): void };

/** The machine's clock moved by an offset in milliseconds (the CLOCK of a demo, stored once). */
export function systemClock(offsetMs = 0): Clock {
  return { now: () => DateTime.fromMillis(Date.now() + offsetMs, { zone: COURT_ZONE }) };
}

/** Stands still until it is set or advanced. */
export function fixedClock(start: DateTime): SettableClock {
  let current = start.setZone(COURT_ZONE);
  return {
    now: () => current,
    set: (at) => {
      current = at.setZone(COURT_ZONE);
    },
    advance: (by) => {
      current = current.plus(by);
    },
  };
}
