import type { Slot } from "./ranking";
import type { Wish } from "./snapshot";

/** Other ways when a wish cannot be met as it stands. */
export type Alternatives = {
  /** The first slot inside the horizon if the due date did not bind. */
  readonly afterDueDate?: Slot;
  /** The first slot in time if nobody needed a room. */
  readonly ifVideo?: Slot;
  /** Mandatory resources without whom slots would exist, the one who frees most first. */
  readonly blockers: readonly { readonly resourceId: string; readonly slotsWithout: number }[];
};

type Search = (wish: Wish) => readonly Slot[];

const earliest = (slots: readonly Slot[]): Slot | undefined =>
  slots.reduce<Slot | undefined>((best, one) => (!best || one.from < best.from ? one : best), undefined);

/** Asks the same search again with one condition dropped at a time. */
export function alternatives(wish: Wish, search: Search): Alternatives {
  const { latestDueAt, ...endless } = wish;
  const afterDueDate = latestDueAt === undefined ? undefined : earliest(search(endless));
  const ifVideo =
    wish.roomCandidateIds.length === 0
      ? undefined
      : earliest(search({ ...wish, roomCandidateIds: [], needs: [], mode: "video" }));
  const blockers = wish.mandatoryIds
    .map((resourceId) => {
      const without = wish.mandatoryIds.filter((id) => id !== resourceId);
      return { resourceId, slotsWithout: search({ ...wish, mandatoryIds: without }).length };
    })
    .filter((one) => one.slotsWithout > 0)
    .sort((a, b) => b.slotsWithout - a.slotsWithout);
  return { ...(afterDueDate && { afterDueDate }), ...(ifVideo && { ifVideo }), blockers };
}
