import { DateTime } from "luxon";
import { expect, it } from "vitest";
import { fixedClock, systemClock } from "./clock";

it("the system clock runs in court time, moved by the offset", () => {
  const before = Date.now();
  const moved = systemClock(-86_400_000).now();
  expect(moved.zoneName).toBe("Asia/Shanghai");
  expect(moved.toMillis() + 86_400_000).toBeGreaterThanOrEqual(before);
  expect(moved.toMillis() + 86_400_000).toBeLessThanOrEqual(Date.now());
});

it("the fixed clock stands still until told otherwise, and keeps court time", () => {
  const clock = fixedClock(DateTime.fromISO("2026-11-23T01:00:00Z", { zone: "utc" }));
  expect(clock.now().toISO()).toBe("2026-11-23T09:00:00.000+08:00");
  expect(clock.now().toMillis()).toBe(clock.now().toMillis());
  clock.advance({ hours: 2 });
  expect(clock.now().hour).toBe(11);
  clock.set(DateTime.fromISO("2027-01-01T00:00:00+08:00"));
  expect(clock.now().toISODate()).toBe("2027-01-01");
});
