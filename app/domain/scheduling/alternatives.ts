import { count } from "./bits";
import type { Board } from "./board";
import type { Slot } from "./ranking";
import { inTerms, possible, search } from "./search";
import type { Wish } from "./snapshot";

/** Other ways when a wish cannot be met as it stands. */
export type Alternatives = {
  /** The first slot inside the horizon if the due date did not bind. */
  readonly afterDueDate?: Slot;
  /** The first slot in time if people met by video. */
  readonly ifVideo?: Slot;
  /** How many starts the limits of the wish leave, whoever comes: those that were looked at. */
  readonly lookedAt: number;
  /** Mandatory resources without whom slots would exist, each by himself; the one who frees most first, three at most. */
  readonly blockers: readonly { readonly resourceId: string; readonly slotsWithout: number }[];
  /** Where leaving out nobody alone would do: the fewest together without whom slots would exist. */
  readonly together?: { readonly resourceIds: readonly string[]; readonly slotsWithout: number };
};

const NAMED_AT_MOST = 3;

const earliest = (slots: readonly Slot[]): Slot | undefined =>
  slots.reduce<Slot | undefined>((best, one) => (!best || one.from < best.from ? one : best), undefined);

/** Asks the same search again with one condition dropped at a time. */
export function alternatives(board: Board, wish: Wish): Alternatives {
  const { latestDueAt, ...endless } = wish;
  const afterDueDate = latestDueAt === undefined ? undefined : earliest(search(board, endless).slots);
  const ifVideo =
    wish.roomCandidateIds.length === 0 ? undefined : earliest(search(board, inVideo(wish)).slots);
  const alone = without(board, wish, 1);
  const blockers = alone.slice(0, NAMED_AT_MOST).map(({ resourceIds, slotsWithout }) => ({
    resourceId: resourceIds[0] ?? "",
    slotsWithout,
  }));
  const together = alone.length
    ? undefined
    : [2, 3].map((size) => without(board, wish, size)[0]).find(Boolean);
  return {
    ...(afterDueDate && { afterDueDate }),
    ...(ifVideo && { ifVideo }),
    lookedAt: count(inTerms(board, wish)),
    blockers,
    ...(together && { together }),
  };
}

/** So many of the mandatory resources without whom slots would exist, those who free most first. */
function without(board: Board, wish: Wish, size: number) {
  return groupsOf(wish.mandatoryIds, size)
    .map((resourceIds) => {
      const mandatoryIds = wish.mandatoryIds.filter((id) => !resourceIds.includes(id));
      return { resourceIds, slotsWithout: count(possible(board, { ...wish, mandatoryIds })) };
    })
    .filter((one) => one.slotsWithout > 0)
    .sort((a, b) => b.slotsWithout - a.slotsWithout);
}

/** Every choice of so many of these, in their order. */
const groupsOf = (ids: readonly string[], size: number): string[][] =>
  size === 0
    ? [[]]
    : ids.flatMap((id, at) => groupsOf(ids.slice(at + 1), size - 1).map((rest) => [id, ...rest]));

function inVideo({ needs: _needs, modeClosed: _closed, ...wish }: Wish): Wish {
  return { ...wish, ...(wish.byVideo ?? { roomCandidateIds: [] }), mode: "video" };
}
