import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  addWorkingDays,
  courtDate,
  dueInstant,
  isWorkday,
  plusDays,
  workCalendar,
  workdaysBetween,
} from "./calendar";
import { HOLIDAYS } from "./holidays";

const calendar = workCalendar(HOLIDAYS);

describe("the loaded years", () => {
  test("have the published number of workdays", () => {
    expect(workdaysBetween(calendar, "2025-01-01", "2026-01-01")).toBe(248);
    expect(workdaysBetween(calendar, "2026-01-01", "2027-01-01")).toBe(248);
    const months = Array.from({ length: 12 }, (_, index) => {
      const first = DateTime.utc(2026, index + 1, 1);
      return workdaysBetween(
        calendar,
        first.toFormat("yyyy-MM-dd"),
        first.plus({ months: 1 }).toFormat("yyyy-MM-dd"),
      );
    });
    expect(months).toEqual([21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]);
  });
  test("know make-up days and holidays", () => {
    expect(isWorkday(calendar, "2026-10-10")).toBe(true);
    expect(isWorkday(calendar, "2026-10-01")).toBe(false);
    expect(isWorkday(calendar, "2026-10-11")).toBe(false);
  });
  test("give way to the court's own closure", () => {
    const closed = workCalendar(HOLIDAYS, { "2026-11-23": "off" });
    expect(addDays(closed, "2026-11-16", 7).dueOn).toBe("2026-11-24");
  });
});

test.each([
  ["2026-09-01", 30, "2026-10-01", "2026-10-08"],
  ["2026-01-16", 30, "2026-02-15", "2026-02-24"],
  ["2026-04-17", 15, "2026-05-02", "2026-05-06"],
  ["2026-02-07", 7, "2026-02-14", "2026-02-14"],
  ["2026-09-10", 30, "2026-10-10", "2026-10-10"],
  ["2026-03-05", 30, "2026-04-04", "2026-04-07"],
  ["2025-09-02", 30, "2025-10-02", "2025-10-09"],
  ["2026-06-05", 15, "2026-06-20", "2026-06-22"],
])("%s + %i days", (startOn, days, rawEndOn, dueOn) => {
  expect(addDays(calendar, startOn, days)).toEqual({
    startOn,
    rawEndOn,
    dueOn,
    rolled: rawEndOn !== dueOn,
    provisional: false,
  });
});

test.each([
  ["2026-08-31", 2, "2026-11-02"],
  ["2025-12-31", 2, "2026-02-28"],
  ["2026-07-01", 3, "2026-10-08"],
])("%s + %i months", (startOn, months, dueOn) => {
  expect(addMonths(calendar, startOn, months).dueOn).toBe(dueOn);
});

test.each([
  ["2026-02-13", 3, "2026-02-25"],
  ["2026-09-30", 3, "2026-10-10"],
  ["2026-09-18", 3, "2026-09-22"],
  ["2026-02-13", 30, "2026-04-02"],
])("%s + %i working days", (startOn, days, dueOn) => {
  expect(addWorkingDays(calendar, startOn, days).dueOn).toBe(dueOn);
});

describe("a year that is not loaded", () => {
  test("makes the date provisional instead of pretending", () => {
    expect(addDays(calendar, "2026-12-10", 30)).toMatchObject({ rawEndOn: "2027-01-09", provisional: true });
    expect(addWorkingDays(calendar, "2026-12-30", 3).provisional).toBe(true);
  });
  test("reaches back into the last week of December", () => {
    expect(addDays(calendar, "2026-12-01", 30).provisional).toBe(true);
    expect(addDays(calendar, "2025-12-01", 30).provisional).toBe(false);
    expect(addDays(calendar, "2026-11-23", 30)).toMatchObject({ dueOn: "2026-12-23", provisional: false });
  });
});

test("a day ends at the next midnight in Beijing", () => {
  expect(dueInstant("2026-11-23").toUTC().toISO()).toBe("2026-11-23T16:00:00.000Z");
  expect(courtDate(DateTime.fromISO("2026-11-23T16:00:00Z"))).toBe("2026-11-24");
  expect(courtDate(DateTime.fromISO("2026-11-23T15:59:59Z"))).toBe("2026-11-23");
});

test("property: a due day is a workday, never before the bare end, with only rest days between", () => {
  const days = fc.integer({ min: 0, max: 600 }).map((offset) => plusDays("2025-01-01", offset));
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 90 }), (startOn, length) => {
      const { rawEndOn, dueOn } = addDays(calendar, startOn, length);
      expect(dueOn >= rawEndOn && isWorkday(calendar, dueOn)).toBe(true);
      expect(workdaysBetween(calendar, rawEndOn, dueOn)).toBe(0);
      const working = addWorkingDays(calendar, startOn, length).dueOn;
      expect(workdaysBetween(calendar, plusDays(startOn, 1), plusDays(working, 1))).toBe(length);
    }),
    { numRuns: 200 },
  );
});
