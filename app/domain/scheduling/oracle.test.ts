import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { conflicts } from "./conflicts";
import { explain } from "./explain";
import { INVENTED, RUNS } from "./invented.fixture";
import { oracle } from "./oracle.fixture";
import { findSlots } from "./slots";

// The long run tries many more.
vi.setConfig({ testTimeout: 60_000 + RUNS * 100 });

describe.each(INVENTED)("in $zone", ({ views, wishes, interval }) => {
  it("finds exactly the starts that the minute scan finds, and no slot has a conflict", () => {
    let offered = 0;
    fc.assert(
      fc.property(views, wishes, (view, asked) => {
        const { slots } = findSlots(view, asked);
        expect(slots.map((slot) => slot.from).sort((a, b) => a - b)).toEqual(oracle(view, asked));
        for (const slot of slots) expect(conflicts(view, slot, slot.resourceIds, asked)).toEqual([]);
        offered += slots.length;
      }),
      { numRuns: RUNS },
    );
    expect(offered).toBeGreaterThan(RUNS / 2);
  });

  it("explain and findSlots never disagree about any interval, and every refusal names a rule", () => {
    fc.assert(
      fc.property(
        views,
        wishes,
        fc.array(interval, { minLength: 1, maxLength: 20 }),
        (view, asked, others) => {
          const found = new Set(findSlots(view, asked).slots.map((slot) => slot.from));
          const onGrid = others.map(({ from }) => Math.floor(from / asked.stepMinutes) * asked.stepMinutes);
          for (const from of [...found, ...onGrid]) {
            const answer = explain(view, asked, { from, to: from + asked.durationMinutes });
            expect(answer.offered).toBe(found.has(from));
            const rules = [answer.notSearched, answer.conflicts, answer.mediators, answer.rooms].flat();
            expect(rules.length > 0).toBe(!found.has(from));
          }
        },
      ),
      { numRuns: RUNS },
    );
  });
});
