import fc from "fast-check";
import { expect, it } from "vitest";
import { arrivalOf, staggered } from "./arrival";

const during = { from: 600, to: 780 };

it("each case's people come when its part begins, a protected side earlier", () => {
  expect(arrivalOf({ during, afterMinutes: 0, apartMinutes: 0 })).toEqual({ from: 600, at: 600 });
  expect(arrivalOf({ during, afterMinutes: 60, apartMinutes: 0 })).toEqual({ from: 660, at: 660 });
  expect(arrivalOf({ during, afterMinutes: 60, apartMinutes: 20 })).toEqual({ from: 660, at: 640 });
});

it("arrivals are spread over the block, on the grid, in order and inside", () => {
  expect(staggered(3, 180, 30)).toEqual([0, 60, 120]);
  expect(staggered(4, 90, 30)).toEqual([0, 30, 60, 60]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 30, max: 480 }), (cases, minutes) => {
      const found = staggered(cases, minutes, 15);
      expect(found).toHaveLength(cases);
      expect(found[0]).toBe(0);
      expect(found.every((one, n) => one % 15 === 0 && one < minutes && one >= (found[n - 1] ?? 0))).toBe(
        true,
      );
    }),
  );
});
