import { allBits, type Bits, drop, fill, noBits } from "./bits";
import { type ConflictCode, misfits } from "./conflicts";
import { bitsInside, fillTouching, type Grid, gridOf, touching } from "./grid";
import { eachObstacle } from "./obstacles";
import type { CourtDay } from "./open-time";
import { residentHours } from "./own-time";
import {
  type ResourceSnapshot,
  resourceOf,
  type SchedulingSnapshot,
  type Terms,
  type Wish,
} from "./snapshot";

/** One question over a snapshot: its grid of starts, and what was worked out of each resource, once. */
export type Board = {
  readonly snapshot: SchedulingSnapshot;
  readonly grid: Grid;
  readonly resources: ReadonlyMap<string, ResourceSnapshot>;
  readonly takenBy: Map<string, Bits>;
};

export function boardOf(snapshot: SchedulingSnapshot, wish: Wish, days: readonly CourtDay[]): Board {
  const resources = new Map(snapshot.resources.map((one) => [one.resourceId, one]));
  return { snapshot, grid: gridOf(days, wish), resources, takenBy: new Map() };
}

/** The resources of these ids; an unknown id is a bug of the caller. */
export const onBoard = (board: Board, ids: readonly string[]): ResourceSnapshot[] =>
  ids.map((id) => board.resources.get(id) ?? resourceOf(board.snapshot, id));

/** Starts from which a session would touch something that keeps this resource, whatever the wish. */
function taken(board: Board, resource: ResourceSnapshot): Bits {
  const known = board.takenBy.get(resource.resourceId);
  if (known) return known;
  const { grid, snapshot } = board;
  const bits = noBits(grid.startsAt.length);
  eachObstacle(resource, grid.days, snapshot.now, (_, from, to, gap) =>
    fillTouching(grid, bits, from - gap, to + gap),
  );
  board.takenBy.set(resource.resourceId, bits);
  return bits;
}

/** Takes out of `bits` the starts at which this resource cannot come or does not fit the terms. */
export function dropTaken(board: Board, bits: Bits, resource: ResourceSnapshot, terms: Terms): void {
  if (misfits(resource, terms).length > 0) bits.fill(0);
  else drop(bits, taken(board, resource));
}

/** The starts of these days, by what keeps this resource from them. The same walk as `taken`, with the reasons kept apart. */
export function takenByCode(
  board: Board,
  resource: ResourceSnapshot,
  terms: Terms,
  days: readonly CourtDay[],
): ReadonlyMap<ConflictCode, Bits> {
  const { grid, snapshot } = board;
  const size = grid.startsAt.length;
  const found = new Map<ConflictCode, Bits>();
  const bitsOf = (code: ConflictCode) => {
    const known = found.get(code);
    if (known) return known;
    const bits = noBits(size);
    found.set(code, bits);
    return bits;
  };
  eachObstacle(resource, days, snapshot.now, (code, from, to, gap) => {
    if (from >= to) return;
    const [first, last] = touching(grid, from, to);
    fill(bitsOf(code), first, last);
    if (gap === 0) return;
    // Of the gap's starts those that do not touch the claim itself.
    const [before, after] = touching(grid, from - gap, to + gap);
    fill(bitsOf("buffer"), before, first);
    fill(bitsOf("buffer"), last, after);
  });
  for (const { code } of misfits(resource, terms)) found.set(code, allBits(size));
  return found;
}

/** The starts from which a session lies wholly in hours at which this mediator sits in the court anyway; null: none. */
export function residentBits({ grid }: Board, resource: ResourceSnapshot): Bits | null {
  if (!resource.weeklyHours?.some((row) => row.resident)) return null;
  return bitsInside(
    grid,
    grid.days.flatMap((day) => residentHours(resource, day)),
  );
}
