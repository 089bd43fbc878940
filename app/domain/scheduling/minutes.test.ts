import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import {
  COURT_ZONE,
  dateOf,
  dayOf,
  dayOfDate,
  dayStart,
  fromMinutes,
  minuteOfDay,
  toMinutes,
  toMinutesUp,
  weekdayOf,
} from "./minutes";

describe("minutes and court days", () => {
  it("cuts seconds off, or rounds them up for now", () => {
    const at = DateTime.fromISO("2026-11-23T09:30:01", { zone: COURT_ZONE });
    expect(fromMinutes(toMinutes(at)).toFormat("yyyy-MM-dd HH:mm")).toBe("2026-11-23 09:30");
    expect(fromMinutes(toMinutesUp(at)).toFormat("yyyy-MM-dd HH:mm")).toBe("2026-11-23 09:31");
  });

  it("refuses what is no date", () => {
    expect(() => dayOfDate("2026-02-30")).toThrow(RangeError);
  });

  it("agrees with luxon's Asia/Shanghai on every minute from 1992 to 2200", () => {
    fc.assert(
      fc.property(fc.integer({ min: 11_571_840, max: 120_000_000 }), (minute) => {
        const at = fromMinutes(minute);
        const day = dayOf(minute);
        expect(at.zoneName).toBe(COURT_ZONE);
        expect(toMinutes(at)).toBe(minute);
        expect(dateOf(day)).toBe(at.toISODate());
        expect(dayOfDate(dateOf(day))).toBe(day);
        expect(weekdayOf(day)).toBe(at.weekday);
        expect(minuteOfDay(minute)).toBe(at.hour * 60 + at.minute);
        expect(dayStart(day)).toBe(toMinutes(at.startOf("day")));
      }),
      { numRuns: 1000 },
    );
  });

  it.each(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo"])(
    "agrees with luxon in %s, where days have 23 to 25 hours",
    (zone) => {
      const nextYears = fc.integer({ min: 29_000_000, max: 34_000_000 });
      fc.assert(
        fc.property(nextYears, (minute) => {
          const at = fromMinutes(minute, zone);
          const day = dayOf(minute, zone);
          expect(dateOf(day)).toBe(at.toISODate());
          expect(minuteOfDay(minute, zone)).toBe(at.hour * 60 + at.minute);
          expect(dayStart(day, zone)).toBe(toMinutes(at.startOf("day")));
          const length = dayStart(day + 1, zone) - dayStart(day, zone);
          expect(length).toBe(toMinutes(at.plus({ days: 1 }).startOf("day")) - dayStart(day, zone));
        }),
        { numRuns: 500 },
      );
    },
  );
});
