import { allBits, type Bits, countWithin, drop, each, fill, isEmpty, keep, noBits } from "./bits";
import { type Board, onBoard, takenByCode } from "./board";
import { type Conflict, type ConflictCode, misfits, unroomed } from "./conflicts";
import { positionOf } from "./grid";
import type { NeedCode } from "./needs";
import type { CourtDay } from "./open-time";
import type { Slot } from "./ranking";
import { allMandatory } from "./search";
import type { ResourceSnapshot, Wish } from "./snapshot";

/** How many starts of a day fell to one obstacle. A rest day has no starts: its count is 0. */
export type DayReason = {
  readonly code: ConflictCode;
  readonly resourceId?: string;
  readonly need?: NeedCode;
  readonly starts: number;
};
export type DayReasons = { readonly on: string; readonly reasons: readonly DayReason[] };

/** One obstacle, with the starts that fell to it. */
type Fallen = Omit<DayReason, "starts"> & { readonly bits: Bits };

/**
 * For every day without a slot, what stood in the way, the most frequent first. The clock and the court are asked first,
 * then everybody mandatory; candidates only about starts at which those could come: otherwise they do not matter.
 */
export function dayReasons(board: Board, wish: Wish, slots: readonly Slot[]): DayReasons[] {
  const { grid } = board;
  const withSlots = new Set(slots.map((slot) => grid.dayAt[positionOf(grid, slot.from)]));
  const asked = noBits(grid.startsAt.length);
  grid.days.forEach((_, n) => {
    if (!withSlots.has(n)) fill(asked, grid.firstOf[n]!, grid.firstOf[n + 1]!);
  });
  const fallen = isEmpty(asked) ? [] : fallenOf(board, wish, asked);
  return grid.days.flatMap((day, n) =>
    withSlots.has(n) ? [] : [{ on: day.on, reasons: reasonsOn(board, day, n, fallen) }],
  );
}

function fallenOf(board: Board, wish: Wish, asked: Bits): Fallen[] {
  const first = byCourt(board, wish);
  const afterCourt = asked.slice();
  for (const { bits } of first) drop(afterCourt, bits);
  const days = daysOf(board, afterCourt);
  const mandatory = onBoard(board, wish.mandatoryIds).flatMap((one) =>
    byResource(board, wish, one, afterCourt, days),
  );
  const rest = allMandatory(board, wish);
  keep(rest, afterCourt);
  const daysOfRest = daysOf(board, rest);
  const candidates = isEmpty(rest)
    ? []
    : onBoard(board, [...(wish.mediatorCandidateIds ?? []), ...wish.roomCandidateIds]).flatMap((one) =>
        byResource(board, wish, one, rest, daysOfRest),
      );
  return [...first, ...mandatory, ...candidates];
}

/** The days on which these starts lie. */
function daysOf({ grid }: Board, bits: Bits): CourtDay[] {
  const found = new Set<CourtDay>();
  each(bits, (at) => found.add(grid.days[grid.dayAt[at]!]!));
  return [...found];
}

/** What the clock, the terms and the way of meeting take, whoever comes. */
function byCourt(board: Board, wish: Wish): Fallen[] {
  const { grid, snapshot } = board;
  const size = grid.startsAt.length;
  const between = (from: number, to: number) => {
    const bits = noBits(size);
    fill(bits, positionOf(grid, from), positionOf(grid, to));
    return bits;
  };
  const { earliestAt, latestDueAt } = wish;
  const closed: readonly Pick<Conflict, "code" | "need">[] = [
    ...(wish.modeClosed ? [{ code: "modeClosed" as const, need: wish.modeClosed }] : []),
    ...unroomed(onBoard(board, wish.mandatoryIds), wish),
  ];
  return [
    { code: "past", bits: between(Number.NEGATIVE_INFINITY, snapshot.now) },
    ...(earliestAt === undefined
      ? []
      : [{ code: "tooSoon" as const, bits: between(snapshot.now, earliestAt) }]),
    ...(latestDueAt === undefined
      ? []
      : [
          {
            code: "beyondDueDate" as const,
            bits: between(latestDueAt - grid.durationMinutes + 1, Number.POSITIVE_INFINITY),
          },
        ]),
    ...closed.map((one) => ({ ...one, bits: allBits(size) })),
  ];
}

/** What keeps one resource from the starts that matter. */
function byResource(
  board: Board,
  wish: Wish,
  resource: ResourceSnapshot,
  matter: Bits,
  days: readonly CourtDay[],
): Fallen[] {
  const { resourceId } = resource;
  const needs = new Map(misfits(resource, wish).map(({ code, need }) => [code, need]));
  return [...takenByCode(board, resource, wish, days)].map(([code, bits]) => {
    keep(bits, matter);
    const need = needs.get(code);
    return { code, resourceId, ...(need && { need }), bits };
  });
}

function reasonsOn(board: Board, day: CourtDay, n: number, fallen: readonly Fallen[]): DayReason[] {
  const { grid } = board;
  if (!day.working) return [{ code: "restDay", starts: 0 }];
  const [from, to] = [grid.firstOf[n]!, grid.firstOf[n + 1]!];
  if (from === to) return [{ code: "outsideHours", starts: 0 }];
  const reasons: DayReason[] = [];
  for (const one of fallen) {
    const starts = countWithin(one.bits, from, to);
    if (starts === 0) continue;
    const { bits: _counted, ...what } = one;
    reasons.push({ ...what, starts });
  }
  return reasons.sort((a, b) => b.starts - a.starts);
}
