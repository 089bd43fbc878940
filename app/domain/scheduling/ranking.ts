import { type Bits, has } from "./bits";
import { type Board, residentBits } from "./board";
import type { Interval } from "./interval";
import { minuteOfDay, weekdayOf } from "./minutes";
import type { CourtDay } from "./open-time";
import { gapMinutes, isActive, ownHours } from "./own-time";
import type { ResourceSnapshot, Wish } from "./snapshot";

/** Why a slot stands where it stands. */
export type RankReason = {
  readonly code: "earliest" | "residentDay" | "contiguous" | "partyPreference" | "batchContiguity";
  readonly resourceId?: string;
};

/** An offer: never stored, only held or booked. Epoch minutes. */
export type Slot = Interval & {
  /** Everybody that a booking of this slot claims, the chosen room and mediator included. */
  readonly resourceIds: readonly string[];
  readonly roomId?: string;
  readonly mediatorId?: string;
  /** The day lies in a year whose holiday notice is not loaded. */
  readonly provisional: boolean;
  readonly score: number;
  readonly reasons: readonly RankReason[];
};

/** Points per court; `dayLater` for each court day after the first, the others for each reason that holds. */
export type RankingWeights = {
  readonly dayLater: number;
  readonly residentDay: number;
  readonly contiguous: number;
  readonly partyPreference: number;
  readonly batchContiguity: number;
};

/**
 * A resident day is worth waiting one court day for, and so is what somebody asked for; a session without a hole beside
 * it is a tie-break, a little more so for a representative with a run of cases.
 */
export const rankingWeights: RankingWeights = {
  dayLater: -10,
  residentDay: 15,
  contiguous: 3,
  partyPreference: 15,
  batchContiguity: 4,
};

/** How many ends of the slot lie where this resource stops or starts being busy, or its hours do, with gaps kept. */
function endsBesideWork(resource: ResourceSnapshot, slot: Interval, day: CourtDay, now: number): number {
  const gap = gapMinutes(resource);
  let [from, to] = [false, false];
  const edge = (minute: number) => {
    if (minute === slot.from) from = true;
    if (minute === slot.to) to = true;
  };
  for (const busy of resource.busy) {
    if (!isActive(busy, now)) continue;
    edge(busy.from - gap);
    edge(busy.to + gap);
  }
  for (const own of ownHours(resource, day)) {
    edge(own.from);
    edge(own.to);
  }
  return Number(from) + Number(to);
}

/** A slot before it is ranked; `at`: the position of its start on the board's grid. */
export type Unranked = Omit<Slot, "score" | "reasons"> & { readonly at: number };

type Person = { readonly resource: ResourceSnapshot; readonly resident: Bits | null };

/**
 * Fifth step: best first. Early days win, resident days of a mediator and what a party asked for pull a slot forward,
 * and starting or ending where somebody's work does leaves no hole. Equal scores keep the order of time.
 */
export function rank(
  board: Board,
  candidates: readonly Unranked[],
  people: ReadonlyMap<string, ResourceSnapshot>,
  wish: Wish,
): Slot[] {
  const { grid, snapshot } = board;
  const weights = wish.weights ?? rankingWeights;
  const openBefore = new Int32Array(grid.days.length);
  for (let n = 1; n < grid.days.length; n++)
    openBefore[n] = openBefore[n - 1]! + Number(grid.days[n - 1]!.open.length > 0);
  const firstDay = candidates[0] ? openBefore[grid.dayAt[candidates[0].at]!]! : 0;
  const batch = new Set(wish.batchEdges);
  const known = new Map<string, Person | null>();
  const personOf = (id: string): Person | null => {
    const cached = known.get(id);
    if (cached !== undefined) return cached;
    const one = people.get(id);
    const made = one ? { resource: one, resident: residentBits(board, one) } : null;
    known.set(id, made);
    return made;
  };
  const ranked = candidates.map(({ at, ...slot }, index): Slot => {
    const reasons: RankReason[] = index === 0 ? [{ code: "earliest" }] : [];
    const day = grid.days[grid.dayAt[at]!]!;
    let score = weights.dayLater * (openBefore[grid.dayAt[at]!]! - firstDay);
    for (const resourceId of slot.resourceIds) {
      const person = personOf(resourceId);
      if (!person) continue;
      if (person.resident && has(person.resident, at)) {
        score += weights.residentDay;
        reasons.push({ code: "residentDay", resourceId });
      }
      const ends = endsBesideWork(person.resource, slot, day, snapshot.now);
      if (ends > 0) {
        score += weights.contiguous * ends;
        reasons.push({ code: "contiguous", resourceId });
      }
    }
    for (const { resourceId, weekday, half } of wish.preferences ?? []) {
      const isMorning = minuteOfDay(slot.from, day.zone) < 720;
      if (isMorning !== (half === "am") || (weekday ?? weekdayOf(day.day)) !== weekdayOf(day.day)) continue;
      score += weights.partyPreference;
      reasons.push({ code: "partyPreference", resourceId });
    }
    const inBatch = Number(batch.has(slot.from)) + Number(batch.has(slot.to));
    if (inBatch > 0) {
      score += weights.batchContiguity * inBatch;
      reasons.push({ code: "batchContiguity" });
    }
    return { ...slot, score, reasons };
  });
  return ranked.sort((a, b) => b.score - a.score || a.from - b.from);
}
