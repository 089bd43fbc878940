import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { isBeforeItsDay } from "./sessions";

const at = (text: string) => DateTime.fromISO(text, { zone: "Asia/Shanghai" });
const start = at("2026-11-25T10:00");

test.each([
  ["twenty minutes early", start, at("2026-11-25T09:40"), false],
  ["early in the morning of the day", start, at("2026-11-25T00:00"), false],
  ["the evening before", start, at("2026-11-24T23:59"), true],
  ["days before", start, at("2026-11-20T10:00"), true],
  ["a day late", start, at("2026-11-26T10:00"), false],
  ["the court's day, whatever the zone of the instant", start, at("2026-11-25T01:00").toUTC(), false],
  ["across midnight, twenty minutes early", at("2026-11-25T00:10"), at("2026-11-24T23:50"), false],
  ["across midnight, two hours early", at("2026-11-25T00:10"), at("2026-11-24T22:10"), true],
] as const)("%s", (_what, startAt, openedAt, before) => {
  expect(isBeforeItsDay(startAt, openedAt)).toBe(before);
});
