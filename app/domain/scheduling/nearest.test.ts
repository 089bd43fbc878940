import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { INVENTED, RUNS } from "./invented.fixture";
import { nearestStarts } from "./nearest";
import { findSlots } from "./slots";

describe.each(INVENTED)("in $zone", ({ views, wishes, interval }) => {
  it("the nearest starts are the search's own, by distance from the wish, with the same room", () => {
    fc.assert(
      fc.property(views, wishes, interval, fc.nat(5), (view, asked, { from: at }, most) => {
        const away = (from: number) => Math.abs(from - at);
        const expected = [...findSlots(view, asked).slots]
          .sort((a, b) => away(a.from) - away(b.from) || a.from - b.from)
          .slice(0, most)
          .map(({ from, roomId }) => ({ from, ...(roomId && { roomId }) }));
        expect(nearestStarts(view, asked, at, most)).toEqual(expected);
      }),
      { numRuns: RUNS },
    );
  });
});
