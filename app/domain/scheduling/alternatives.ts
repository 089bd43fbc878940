import { count } from "./bits";
import type { Board } from "./board";
import type { Slot } from "./ranking";
import { possible, search } from "./search";
import type { Wish } from "./snapshot";

/** Other ways when a wish cannot be met as it stands. */
export type Alternatives = {
  /** The first slot inside the horizon if the due date did not bind. */
  readonly afterDueDate?: Slot;
  /** The first slot in time if people met by video. */
  readonly ifVideo?: Slot;
  /** Mandatory resources without whom slots would exist, the one who frees most first. */
  readonly blockers: readonly { readonly resourceId: string; readonly slotsWithout: number }[];
};

const earliest = (slots: readonly Slot[]): Slot | undefined =>
  slots.reduce<Slot | undefined>((best, one) => (!best || one.from < best.from ? one : best), undefined);

/** Asks the same search again with one condition dropped at a time. */
export function alternatives(board: Board, wish: Wish): Alternatives {
  const { latestDueAt, ...endless } = wish;
  const afterDueDate = latestDueAt === undefined ? undefined : earliest(search(board, endless).slots);
  const ifVideo =
    wish.roomCandidateIds.length === 0 ? undefined : earliest(search(board, inVideo(wish)).slots);
  const blockers = wish.mandatoryIds
    .map((resourceId) => {
      const without = wish.mandatoryIds.filter((id) => id !== resourceId);
      return { resourceId, slotsWithout: count(possible(board, { ...wish, mandatoryIds: without })) };
    })
    .filter((one) => one.slotsWithout > 0)
    .sort((a, b) => b.slotsWithout - a.slotsWithout);
  return { ...(afterDueDate && { afterDueDate }), ...(ifVideo && { ifVideo }), blockers };
}

function inVideo({ needs: _needs, modeClosed: _closed, ...wish }: Wish): Wish {
  return { ...wish, ...(wish.byVideo ?? { roomCandidateIds: [] }), mode: "video" };
}
