import { expect, it } from "vitest";
import { chosenIn, preferredHalves } from "./preferred";

it("makes half-days of ticks, and the ticks of half-days", () => {
  const chosen = { weekdays: [2, 4], halves: ["am"] as const };
  expect(preferredHalves(chosen)).toEqual([
    { weekday: 2, half: "am" },
    { weekday: 4, half: "am" },
  ]);
  expect(chosenIn(preferredHalves(chosen))).toEqual(chosen);
});

it("takes what was left empty for all of it, and nothing for no wish", () => {
  expect(preferredHalves({ weekdays: [], halves: ["pm"] })).toEqual([{ half: "pm" }]);
  expect(preferredHalves({ weekdays: [5], halves: [] })).toEqual([
    { weekday: 5, half: "am" },
    { weekday: 5, half: "pm" },
  ]);
  expect(preferredHalves({ weekdays: [], halves: [] })).toEqual([]);
});
