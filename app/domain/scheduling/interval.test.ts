import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  contains,
  covers,
  type Interval,
  intersect,
  merge,
  overlaps,
  subtract,
  totalMinutes,
} from "./interval";

const SPAN = 60;
const anyInterval = fc
  .tuple(fc.integer({ min: 0, max: SPAN }), fc.integer({ min: 0, max: SPAN }))
  .map(([from, to]): Interval => ({ from, to }));
const anyList = fc.array(anyInterval, { maxLength: 12 });

/** The naive answer: the set of minutes, one by one. */
const minutes = (list: readonly Interval[]) => {
  const set = new Set<number>();
  for (const one of list) for (let m = one.from; m < one.to; m++) set.add(m);
  return [...set].sort((a, b) => a - b);
};
const isNormal = (list: readonly Interval[]) =>
  list.every((one, i) => one.from < one.to && (i === 0 || list[i - 1]!.to < one.from));

describe("intervals", () => {
  it("merge joins overlapping and touching members and drops empty ones", () => {
    const list = [
      { from: 5, to: 9 },
      { from: 1, to: 3 },
      { from: 3, to: 4 },
      { from: 8, to: 12 },
      { from: 20, to: 20 },
    ];
    expect(merge(list)).toEqual([
      { from: 1, to: 4 },
      { from: 5, to: 12 },
    ]);
  });

  it("subtract cuts holes and keeps both ends half-open", () => {
    expect(subtract([{ from: 0, to: 10 }], [{ from: 3, to: 5 }])).toEqual([
      { from: 0, to: 3 },
      { from: 5, to: 10 },
    ]);
    expect(subtract([{ from: 0, to: 10 }], [{ from: 0, to: 10 }])).toEqual([]);
  });

  it("intersect keeps the common minutes only", () => {
    const left = [
      { from: 0, to: 4 },
      { from: 6, to: 9 },
    ];
    expect(intersect(left, [{ from: 3, to: 7 }])).toEqual([
      { from: 3, to: 4 },
      { from: 6, to: 7 },
    ]);
  });

  it("touching intervals do not overlap; the bounds of the outer one belong to it", () => {
    expect(overlaps({ from: 0, to: 5 }, { from: 5, to: 9 })).toBe(false);
    expect(overlaps({ from: 0, to: 6 }, { from: 5, to: 9 })).toBe(true);
    expect(overlaps({ from: 0, to: 6 }, { from: 3, to: 3 })).toBe(false);
    expect(contains({ from: 0, to: 5 }, { from: 0, to: 5 })).toBe(true);
    expect(contains({ from: 0, to: 5 }, { from: 4, to: 6 })).toBe(false);
  });

  it("covers asks for one member that holds everything", () => {
    const list = [
      { from: 0, to: 5 },
      { from: 6, to: 9 },
    ];
    expect(covers(list, { from: 6, to: 8 })).toBe(true);
    expect(covers(list, { from: 4, to: 7 })).toBe(false);
  });

  it("agrees with a scan of single minutes on any lists", () => {
    fc.assert(
      fc.property(anyList, anyList, (x, y) => {
        const a = merge(x);
        const b = merge(y);
        const inB = new Set(minutes(b));
        expect(isNormal(a)).toBe(true);
        expect(minutes(a)).toEqual(minutes(x));
        expect(isNormal(intersect(a, b))).toBe(true);
        expect(minutes(intersect(a, b))).toEqual(minutes(a).filter((m) => inB.has(m)));
        expect(isNormal(subtract(a, b))).toBe(true);
        expect(minutes(subtract(a, b))).toEqual(minutes(a).filter((m) => !inB.has(m)));
        expect(totalMinutes(a)).toBe(minutes(a).length);
      }),
      { numRuns: 500 },
    );
  });

  it("overlaps and covers agree with the scan", () => {
    fc.assert(
      fc.property(anyInterval, anyInterval, anyList, (a, b, list) => {
        const inB = new Set(minutes([b]));
        expect(overlaps(a, b)).toBe(minutes([a]).some((m) => inB.has(m)));
        fc.pre(a.from < a.to);
        const all = new Set(minutes(list));
        expect(covers(merge(list), a)).toBe(minutes([a]).every((m) => all.has(m)));
      }),
      { numRuns: 500 },
    );
  });
});
