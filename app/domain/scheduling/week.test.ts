import { describe, expect, it } from "vitest";
import { hoursFaults, isNever, replaceWeek, type WeekRow } from "./week";

const monday = { weekday: 1, fromMinute: 540, toMinute: 690, resident: true } as const;
const tuesday = { weekday: 2, fromMinute: 810, toMinute: 1020, resident: false } as const;
const row = (
  validFrom: string,
  validTo: string | null,
  of: typeof monday | typeof tuesday = monday,
): WeekRow => ({
  ...of,
  validFrom,
  validTo,
});

describe("a week put in for a period", () => {
  it("ends what held before where it begins, and lets it go on where it ends", () => {
    const rows = replaceWeek([row("2026-01-01", null)], { from: "2026-12-01", to: "2027-03-01" }, [tuesday]);
    expect(rows).toEqual([
      row("2026-01-01", "2026-12-01"),
      row("2027-03-01", null),
      row("2026-12-01", "2027-03-01", tuesday),
    ]);
  });

  it("replaces the same period and what lies inside it, and leaves the others alone", () => {
    const others = [row("2026-01-01", "2026-06-01"), row("2027-06-01", null)];
    const rows = replaceWeek(
      [...others, row("2026-06-01", "2027-06-01"), row("2026-07-01", "2026-08-01", tuesday)],
      { from: "2026-06-01", to: "2027-06-01" },
      [tuesday],
    );
    expect(rows).toEqual([...others, row("2026-06-01", "2027-06-01", tuesday)]);
  });

  it("without hours says never, and not nothing", () => {
    const rows = replaceWeek([row("2026-01-01", null)], { from: "2026-01-01", to: null }, []);
    expect(rows).toHaveLength(1);
    expect(rows.every(isNever)).toBe(true);
  });
});

it("names the interval that holds no time, and the one that overlaps an earlier of its day", () => {
  expect(
    hoursFaults([
      { weekday: 1, fromMinute: 540, toMinute: 690 },
      { weekday: 1, fromMinute: 600, toMinute: 720 },
      { weekday: 2, fromMinute: 600, toMinute: 600 },
      { weekday: 2, fromMinute: 540, toMinute: 690 },
      { weekday: 1, fromMinute: 690, toMinute: 720 },
    ]),
  ).toEqual([
    { at: 1, field: "fromMinute", code: "overlapping" },
    { at: 2, field: "toMinute", code: "endBeforeStart" },
    // Touching is no overlap with the first, but the second reaches over it.
    { at: 4, field: "fromMinute", code: "overlapping" },
  ]);
});
