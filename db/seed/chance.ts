/** Small and deterministic (mulberry32): the same seed always makes the same court. */
export type Chance = {
  next(): number;
  int(from: number, to: number): number;
  pick<T>(of: readonly T[]): T;
  chance(of: number): boolean;
};

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    int,
    pick: (of) => {
      const one = of[int(0, of.length - 1)];
      if (one === undefined) throw new Error("nothing to pick from");
      return one;
    },
    chance: (of) => next() < of,
  };
}
