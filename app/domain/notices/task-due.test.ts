import { expect, it } from "vitest";
import { workCalendar } from "../cases/calendar";
import { HOLIDAYS } from "../cases/holidays";
import { taskDueOn, taskMark } from "./task-due";

const calendar = workCalendar(HOLIDAYS, {});
const due = (openedOn: string, sessionOn: string | null = null) =>
  taskDueOn(calendar, { openedOn, sessionOn });

it("a task is for the next working day", () => {
  expect(due("2026-11-23")).toBe("2026-11-24");
  // Friday, and the last day before the holidays of October.
  expect(due("2026-11-27")).toBe("2026-11-30");
  expect(due("2026-09-30")).toBe("2026-10-08");
});

it("what a session waits for is done before it, but no earlier than it was known", () => {
  expect(due("2026-11-23", "2026-12-10")).toBe("2026-11-24");
  expect(due("2026-11-27", "2026-11-30")).toBe("2026-11-27");
  expect(due("2026-11-23", "2026-11-24")).toBe("2026-11-23");
  expect(due("2026-11-23", "2026-11-23")).toBe("2026-11-23");
});

it("its mark says whether the day is past, today's or to come", () => {
  expect(["2026-11-22", "2026-11-23", "2026-11-24"].map((on) => taskMark(on, "2026-11-23"))).toEqual([
    "over",
    "today",
    "open",
  ]);
});
