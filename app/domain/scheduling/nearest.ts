import { boardOf } from "./board";
import { openTime } from "./open-time";
import { candidates } from "./search";
import type { SchedulingSnapshot, Wish } from "./snapshot";

/** A start, in epoch minutes, and the first room of the wish that is free then; none where the wish names none. */
export type NearStart = { readonly from: number; readonly roomId?: string };

/**
 * The starts nearest to `at` (epoch minutes) that the slot search would find, at most so many, the earlier of two first.
 * Unranked and unexplained: whoever lost a time is told what is close, and there are many of them at once.
 */
export function nearestStarts(
  snapshot: SchedulingSnapshot,
  wish: Wish,
  at: number,
  most: number,
): NearStart[] {
  const board = boardOf(snapshot, wish, openTime(snapshot.court, snapshot.horizon, snapshot.zone));
  const away = ({ from }: NearStart) => Math.abs(from - at);
  return candidates(board, wish)
    .found.map(({ from, roomId }): NearStart => ({ from, ...(roomId && { roomId }) }))
    .sort((a, b) => away(a) - away(b) || a.from - b.from)
    .slice(0, most);
}
