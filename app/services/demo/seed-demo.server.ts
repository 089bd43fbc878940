import { type Chance, chanceFrom } from "#db/seed/chance";
import { DISPUTES, type DisputeKind } from "#db/seed/disputes";
import { TARGETS, type Target } from "#db/seed/targets";
import type { Deps } from "../deps.server";
import { walkCase } from "./seed-cases.server";
import { markSeeded, seedCourt } from "./seed-court.server";
import { makeSeries } from "./seed-series.server";
import { walkerFrom } from "./seed-walk.server";

const SEED = 20_261_008;

export type CasePlan = {
  readonly target: Target;
  readonly kind: DisputeKind;
  readonly daysBack: number;
  readonly chance: Chance;
  readonly n: number;
  /** The first of its cause that stands there: its element sheet is filled in. */
  readonly isExample: boolean;
};

function weighted(chance: Chance): DisputeKind {
  let left = chance.next() * DISPUTES.reduce((sum, one) => sum + one.weight, 0);
  for (const kind of DISPUTES) {
    left -= kind.weight;
    if (left < 0) return kind;
  }
  return DISPUTES[0] as DisputeKind;
}

/** Oldest first, so that registration numbers follow the days. */
function plans(): CasePlan[] {
  const chance = chanceFrom(SEED);
  const all = TARGETS.flatMap(({ target, count, daysBack: [from, to] }) =>
    Array.from({ length: count }, () => ({
      target,
      kind: weighted(chance),
      daysBack: chance.int(from, to) + chance.next(),
    })),
  );
  const places = new Set<string>();
  return all
    .sort((a, b) => b.daysBack - a.daysBack)
    .map((plan, n) => {
      const place = `${plan.kind.cause} ${plan.target}`;
      const isExample = !places.has(place);
      places.add(place);
      return { ...plan, n, isExample, chance: chanceFrom(SEED + n + 1) };
    });
}

/** Makes the demo court and walks some 300 disputes to where they stand today. Deterministic for a given present; `most` cases at the most. */
export async function seedDemo(
  deps: Deps,
  ownerUrl: string,
  most: number,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const present = deps.clock.now();
  await seedCourt(deps, ownerUrl, present.minus({ years: 1 }));
  const all = plans().slice(0, Math.min(most, 1_000));
  for (const plan of all) {
    const start = present.minus({ minutes: Math.round(plan.daysBack * 24 * 60) });
    const walker = walkerFrom(deps, start);
    walker.later(0);
    await walkCase(walker, plan);
    progress(plan.n + 1, all.length);
  }
  await makeSeries(walkerFrom(deps, present));
  await markSeeded(deps, all.length);
}
