import fc from "fast-check";
import { DateTime } from "luxon";
import { expect, it } from "vitest";
import { isQuiet, quietUntil, remindersFor, silentAt } from "./reminders";

const at = (iso: string) => DateTime.fromISO(iso, { zone: "Asia/Shanghai" });
const plan = (start: string, now: string, hours = [72, 24, 2]) =>
  remindersFor({ startAt: at(start), hours, now: at(now) }).map(
    (one) => `${one.hours} ${one.at.setZone("Asia/Shanghai").toFormat("dd HH:mm")}`,
  );

it.each([
  ["2026-12-10T14:00", "2026-12-01T09:00", ["72 07 14:00", "24 09 14:00", "2 10 12:00"]],
  // Two hours before nine is night: it goes the evening before.
  ["2026-12-10T09:00", "2026-12-01T09:00", ["72 07 09:00", "24 09 09:00", "2 09 19:30"]],
  // An evening session: a day before it is night too, and goes earlier that evening.
  ["2026-12-10T20:30", "2026-12-01T09:00", ["72 07 19:30", "24 09 19:30", "2 10 18:30"]],
  ["2026-12-10T08:00", "2026-12-01T09:00", ["72 07 08:00", "24 09 08:00", "2 09 19:30"]],
  // None in the past, and none right after the notice.
  ["2026-12-10T14:00", "2026-12-08T15:00", ["24 09 14:00", "2 10 12:00"]],
  ["2026-12-10T14:00", "2026-12-09T12:00", ["2 10 12:00"]],
  ["2026-12-10T14:00", "2026-12-10T11:00", []],
  ["2026-12-10T14:00", "2026-12-10T15:00", []],
])("a session at %s, told at %s", (start, now, expected) => {
  expect(plan(start, now)).toEqual(expected);
});

it("two that come to lie within four hours of each other are one, the nearer", () => {
  // 12 h before nine and 2 h before nine are both night: one evening, one reminder.
  expect(plan("2026-12-10T09:00", "2026-12-01T09:00", [12, 2])).toEqual(["2 09 19:30"]);
  expect(plan("2026-12-10T14:00", "2026-12-01T09:00", [5, 2])).toEqual(["2 10 12:00"]);
  expect(plan("2026-12-10T14:00", "2026-12-01T09:00", [6, 2])).toEqual(["6 10 08:00", "2 10 12:00"]);
});

it("the night ends at eight", () => {
  expect([isQuiet(at("2026-12-10T19:59")), isQuiet(at("2026-12-10T20:00"))]).toEqual([false, true]);
  expect([isQuiet(at("2026-12-10T07:59")), isQuiet(at("2026-12-10T08:00"))]).toEqual([true, false]);
  expect(quietUntil(at("2026-12-10T21:15")).toISO()).toBe(at("2026-12-11T08:00").toISO());
  expect(quietUntil(at("2026-12-10T03:00")).toISO()).toBe(at("2026-12-10T08:00").toISO());
});

it("silence is counted from the notice, or half-way to a session that is nearer", () => {
  const sentAt = at("2026-12-01T10:00");
  const of = (start: string) => silentAt({ sentAt, startAt: at(start), hours: 48 }).toMillis();
  expect(of("2026-12-10T10:00")).toBe(at("2026-12-03T10:00").toMillis());
  expect(of("2026-12-02T10:00")).toBe(at("2026-12-01T22:00").toMillis());
});

it("whatever is asked: none at night, none in the past, none after the start, all four hours apart", () => {
  const base = at("2026-11-20T00:00");
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40_000 }),
      fc.integer({ min: 0, max: 40_000 }),
      fc.array(fc.integer({ min: 1, max: 336 }), { maxLength: 5 }),
      (start, now, hours) => {
        const startAt = base.plus({ minutes: start });
        const told = base.plus({ minutes: now });
        const planned = remindersFor({ startAt, hours, now: told });
        for (const [n, one] of planned.entries()) {
          expect(isQuiet(one.at)).toBe(false);
          expect(one.at.toMillis()).toBeGreaterThan(told.toMillis());
          expect(one.at.toMillis()).toBeLessThan(startAt.toMillis());
          const next = planned[n + 1];
          if (next) expect(next.at.diff(one.at).as("hours")).toBeGreaterThanOrEqual(4);
        }
      },
    ),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 300) },
  );
});
