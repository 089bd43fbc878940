import { expect, it } from "vitest";
import { courtPeriods, courtWeek, withoutPeriod } from "./court-hours";

const week = (fromMinute: number) => [{ weekday: 1, fromMinute, toMinute: 1020 }];
const WINTER = [{ weekday: 1, fromMin: 810, toMin: 1020 }];
const summer = { from: "2027-06-01", to: "2027-09-01" };
const datesOf = (rows: Parameters<typeof courtPeriods>[0]) =>
  courtPeriods(rows, "2026-11-23").map((one) => [one.validFrom, one.validTo, one.hours[0]?.fromMinute]);

it("a season put in and taken back leaves the hours as they were, whole", () => {
  const both = courtWeek(WINTER, summer, week(840));
  expect(datesOf(both)).toHaveLength(3);
  const left = withoutPeriod(both, summer.from);
  expect(left).toEqual({ validTo: summer.to, rows: WINTER });
});

it("what holds before goes on for the dates of the season alone, and what was set for later days stays", () => {
  const changed = courtWeek(
    courtWeek(WINTER, { from: "2027-09-01", to: null }, week(780)),
    summer,
    week(840),
  );
  expect(datesOf(withoutPeriod(changed, summer.from)?.rows ?? [])).toEqual([
    [null, "2027-09-01", 810],
    ["2027-09-01", null, 780],
  ]);
  expect(datesOf(withoutPeriod(changed, "2027-09-01")?.rows ?? [])).toEqual([
    [null, "2027-06-01", 810],
    ["2027-06-01", null, 840],
  ]);
});

it("nothing is taken back where no season begins", () => {
  expect(withoutPeriod(courtWeek(WINTER, summer, week(840)), "2027-06-02")).toBeNull();
});
