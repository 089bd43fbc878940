import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { workCalendar } from "./calendar";
import { endByOn, warningDue } from "./clock-warnings";
import { HOLIDAYS } from "./holidays";

const at = (on: string) => DateTime.fromISO(`${on}T09:00:00+08:00`);
const of = (startOn: string, dueOn: string) => ({ startOn, dueOn, paused: false });
const fifteen = of("2026-11-02", "2026-11-17");

describe("warnings", () => {
  test.each([
    ["15 days", fifteen, ["2026-11-10", "2026-11-14", "2026-11-16"]],
    ["7 days", of("2026-11-10", "2026-11-17"), ["2026-11-14", "2026-11-16"]],
    ["3 days", of("2026-11-13", "2026-11-16"), ["2026-11-15"]],
    ["1 day", of("2026-11-13", "2026-11-14"), []],
  ])("of a clock of %s are scaled to it", (_name, clock, days) => {
    const warned: string[] = [];
    const given: string[] = [];
    for (let day = at(clock.startOn); day <= at("2026-11-20"); day = day.plus({ days: 1 })) {
      const warning = warningDue(clock, [7, 3, 1], warned, day);
      if (!warning) continue;
      warned.push(...warning.marks);
      given.push(day.toFormat("yyyy-MM-dd"));
    }
    expect(given).toEqual(days);
  });

  test("that were missed are made up for by the nearest alone", () => {
    expect(warningDue(fifteen, [7, 3, 1], [], at("2026-11-15"))).toEqual({
      marks: ["D-7", "D-3"],
      mark: "D-3",
      daysLeft: 2,
    });
    expect(warningDue(fifteen, [7, 3, 1], ["D-7", "D-3"], at("2026-11-15"))).toBeNull();
  });

  test("end with the clock, and stop with it", () => {
    expect(warningDue(fifteen, [7, 3, 1], [], at("2026-11-17"))).toMatchObject({ daysLeft: 0 });
    expect(warningDue(fifteen, [7, 3, 1], [], at("2026-11-18"))).toBeNull();
    expect(warningDue({ ...fifteen, paused: true }, [7, 3, 1], [], at("2026-11-16"))).toBeNull();
    expect(warningDue(fifteen, [], [], at("2026-11-16"))).toBeNull();
  });
});

test("what is over is ended by the next workday", () => {
  const calendar = workCalendar(HOLIDAYS);
  expect(endByOn(calendar, "2026-11-17")).toBe("2026-11-18");
  expect(endByOn(calendar, "2026-09-30")).toBe("2026-10-08");
});
