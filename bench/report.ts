/** One measurement as `npm run bench` prints it, one JSON object a line; further figures may stand beside these. */
export type Line = {
  readonly bench: string;
  readonly case: string;
  /** The size of the question. */
  readonly n: number;
  readonly ours: number;
  readonly floor: number;
  readonly floor_kind: string;
  /** ours / floor: of costs where `unit` is a time, of throughput where it is a rate. */
  readonly ratio: number;
  readonly unit: string;
  /** What `ratio` may be at most; for a rate at least. */
  readonly target: number;
  readonly rssMb: number;
} & Readonly<Record<string, unknown>>;

/** What a bench answers: whether all its targets were met. Its lines it prints as it goes. */
export type Bench = () => Promise<boolean>;

const rounded = (value: number): number => Number(value.toPrecision(4));

/** Prints a line about a cost; true when the target is met. */
export function printCost(
  of: Pick<Line, "bench" | "case" | "n" | "ours" | "floor" | "floor_kind" | "unit" | "target"> &
    Readonly<Record<string, unknown>>,
): boolean {
  const ratio = of.ours / of.floor;
  const line = {
    ...of,
    ours: rounded(of.ours),
    floor: rounded(of.floor),
    ratio: rounded(ratio),
    rssMb: Math.round(process.memoryUsage.rss() / 1_048_576),
  };
  console.log(JSON.stringify(line));
  return ratio <= of.target;
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Milliseconds that the work took, and what it gave. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; value: T }> {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
}

/** Numbers from 0 to below, the same in every run. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}
