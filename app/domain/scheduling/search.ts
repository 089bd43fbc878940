import { add, allBits, type Bits, count, drop, each, fill, isEmpty, keep, noBits } from "./bits";
import { type Board, dropTaken, onBoard, residentBits } from "./board";
import { unroomed } from "./conflicts";
import { positionOf } from "./grid";
import { rank, type Slot, type Unranked } from "./ranking";
import type { ResourceSnapshot, Terms, Wish } from "./snapshot";

/** What a search left at each step; counts are of starts on the grid. */
export type Found = {
  readonly slots: readonly Slot[];
  readonly outsideTerms: number;
  readonly mandatoryTaken: number;
  readonly noMediator: number;
  readonly noRoom: number;
};

/** The starts that the limits of the wish leave, whoever comes. */
export function inTerms(board: Board, terms: Terms): Bits {
  const { grid, snapshot } = board;
  const bits = noBits(grid.startsAt.length);
  if (terms.modeClosed) return bits;
  const latest = terms.latestDueAt ?? Number.POSITIVE_INFINITY;
  const from = Math.max(snapshot.now, terms.earliestAt ?? snapshot.now);
  fill(bits, positionOf(grid, from), positionOf(grid, latest - grid.durationMinutes + 1));
  return bits;
}

/** The starts at which everybody mandatory can come. */
export function allMandatory(board: Board, wish: Wish): Bits {
  const bits = inTerms(board, wish);
  const mandatory = onBoard(board, wish.mandatoryIds);
  if (unroomed(mandatory, wish).length > 0) return bits.fill(0);
  for (const one of mandatory) dropTaken(board, bits, one, wish);
  return bits;
}

/** For each start of `asked` one of the candidates, by position in their list; those without any leave `asked`. */
function choose(board: Board, asked: Bits, candidates: readonly ResourceSnapshot[], wish: Wish): Int16Array {
  const chosen = new Int16Array(board.grid.startsAt.length).fill(-1);
  if (candidates.length === 0) return chosen;
  const rest = asked.slice();
  const take = (index: number, resident: Bits | null) => {
    const bits = rest.slice();
    if (resident) keep(bits, resident);
    dropTaken(board, bits, candidates[index]!, wish);
    each(bits, (at) => {
      chosen[at] = index;
    });
    drop(rest, bits);
  };
  // Who is in the court at that time anyway comes before the order of the wish. Once every start has somebody, nobody
  // further down the list is looked at: a search among hundreds asks a few dozen.
  for (let index = 0; index < candidates.length && !isEmpty(rest); index++) {
    const resident = residentBits(board, candidates[index]!);
    if (resident) take(index, resident);
  }
  for (let index = 0; index < candidates.length && !isEmpty(rest); index++) take(index, null);
  drop(asked, rest);
  return chosen;
}

/** The starts that some choice of candidates leaves of those that everybody mandatory can take. */
export function possible(board: Board, wish: Wish, mandatory = allMandatory(board, wish)): Bits {
  const bits = mandatory.slice();
  for (const ids of [wish.mediatorCandidateIds ?? [], wish.roomCandidateIds]) {
    if (ids.length === 0) continue;
    const some = noBits(board.grid.startsAt.length);
    for (const one of onBoard(board, ids)) {
      const own = allBits(board.grid.startsAt.length);
      dropTaken(board, own, one, wish);
      add(some, own);
    }
    keep(bits, some);
  }
  return bits;
}

/** The starts at which a wish can be met on a board, by time and not yet ranked, with what each step left out. */
export function candidates(board: Board, wish: Wish) {
  const { grid } = board;
  const wished = count(inTerms(board, wish));
  const bits = allMandatory(board, wish);
  const free = count(bits);
  const mediators = onBoard(board, wish.mediatorCandidateIds ?? []);
  const rooms = onBoard(board, wish.roomCandidateIds);
  const mediatorAt = choose(board, bits, mediators, wish);
  const withMediator = count(bits);
  const roomAt = choose(board, bits, rooms, wish);
  const found: Unranked[] = [];
  each(bits, (at) => {
    const from = grid.startsAt[at]!;
    const mediatorId = mediators[mediatorAt[at]!]?.resourceId;
    const roomId = rooms[roomAt[at]!]?.resourceId;
    found.push({
      at,
      from,
      to: from + grid.durationMinutes,
      resourceIds: [...wish.mandatoryIds, ...[mediatorId, roomId].filter((id) => id !== undefined)],
      ...(mediatorId && { mediatorId }),
      ...(roomId && { roomId }),
      provisional: grid.days[grid.dayAt[at]!]!.provisional,
    });
  });
  return {
    found,
    mediators,
    outsideTerms: grid.startsAt.length - wished,
    mandatoryTaken: wished - free,
    noMediator: free - withMediator,
    noRoom: withMediator - found.length,
  };
}

/** Candidates, conflicts and ranking in one: the slots of a wish on a board, best first. */
export function search(board: Board, wish: Wish): Found {
  const { found, mediators, ...counts } = candidates(board, wish);
  const people = new Map(
    [...onBoard(board, wish.mandatoryIds), ...mediators]
      .filter((one) => one.kind === "mediator" || one.kind === "lawyer" || one.kind === "judge")
      .map((one) => [one.resourceId, one]),
  );
  return { slots: rank(board, found, people, wish), ...counts };
}
