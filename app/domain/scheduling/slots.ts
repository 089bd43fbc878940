import { type Alternatives, alternatives } from "./alternatives";
import { common, starts, whoIsFree } from "./candidates";
import { freeTime } from "./free-time";
import { type Interval, intersect } from "./interval";
import { dayOf } from "./minutes";
import { type CourtDay, openTime } from "./open-time";
import { isResident, rank, type Slot } from "./ranking";
import { type DayReasons, dayReasons } from "./reasons";
import { type ResourceSnapshot, resourceOf, type SchedulingSnapshot, type Wish } from "./snapshot";

/** What each step left out, counted in starts on the wish's grid (rest days in days). */
export type Dropped = {
  readonly restDays: number;
  /** Before now or the earliest wished start, or over only after the due date. */
  readonly outsideTerms: number;
  readonly mandatoryTaken: number;
  readonly noMediator: number;
  readonly noRoom: number;
  /** For each day of the horizon without a single slot: who or what stood against how many starts. */
  readonly days: readonly DayReasons[];
};

export type SlotSearch = {
  readonly slots: readonly Slot[];
  readonly dropped: Dropped;
  /** Only when nothing was found. */
  readonly alternatives?: Alternatives;
};

/** The limits of the wish as an interval; what lies outside is no candidate. */
const within = (now: number, wish: Wish): Interval => ({
  from: Math.max(now, wish.earliestAt ?? now),
  to: wish.latestDueAt ?? Number.POSITIVE_INFINITY,
});

const resourcesOf = (snapshot: SchedulingSnapshot, ids: readonly string[]): ResourceSnapshot[] =>
  ids.map((id) => resourceOf(snapshot, id));

/** The rooms that have what the wish needs. */
const fitting = (rooms: readonly ResourceSnapshot[], needs: readonly string[]): ResourceSnapshot[] =>
  rooms.filter((room) => room.kind !== "room" || needs.every((need) => room.facilities?.includes(need)));

/**
 * Slots inside the snapshot's horizon at which everybody mandatory, one mediator candidate and one room
 * candidate are free, best first; with what every step left out, and other ways when there is none.
 */
export function findSlots(snapshot: SchedulingSnapshot, wish: Wish): SlotSearch {
  const days = openTime(snapshot.court, snapshot.horizon);
  const { slots, ...counts } = search(snapshot, wish, days);
  const daysWithSlots = new Set(slots.map((slot) => dayOf(slot.from)));
  const dropped = { ...counts, days: dayReasons(snapshot, wish, days, daysWithSlots) };
  if (slots.length > 0) return { slots, dropped };
  return { slots, dropped, alternatives: alternatives(wish, (other) => search(snapshot, other, days).slots) };
}

type Found = Omit<Dropped, "days"> & { readonly slots: readonly Slot[] };

function search(snapshot: SchedulingSnapshot, wish: Wish, days: readonly CourtDay[]): Found {
  const { now } = snapshot;
  const open = days.flatMap((day) => day.open);
  const inTerms = intersect(open, [within(now, wish)]);
  const free = (one: ResourceSnapshot) => freeTime(one, days, now);

  const mandatory = resourcesOf(snapshot, wish.mandatoryIds);
  const mediators = resourcesOf(snapshot, wish.mediatorCandidateIds ?? []);
  const rooms = resourcesOf(snapshot, wish.roomCandidateIds);
  const met = fitting(mandatory, wish.needs ?? []).length === mandatory.length;
  const startsAt = met ? starts(common(inTerms, mandatory.map(free)), wish) : [];
  const fitRooms = fitting(rooms, wish.needs ?? []);
  const freeMediators = whoIsFree(startsAt, wish.durationMinutes, mediators.map(free));
  const freeRooms = whoIsFree(startsAt, wish.durationMinutes, fitRooms.map(free));

  const dayByNumber = new Map(days.map((day) => [day.day, day]));
  const candidates: Candidate[] = [];
  let noMediator = 0;
  let noRoom = 0;
  startsAt.forEach((from, i) => {
    const interval = { from, to: from + wish.durationMinutes };
    const day = dayByNumber.get(dayOf(from))!;
    const mediator = choose(mediators, freeMediators[i]!, day, interval);
    const room = fitRooms[freeRooms[i]![0] ?? -1];
    if (mediators.length > 0 && !mediator) noMediator++;
    else if (rooms.length > 0 && !room) noRoom++;
    else candidates.push(candidate(interval, day, wish, mediator?.resourceId, room?.resourceId));
  });

  const people = new Map(
    [...mandatory, ...mediators]
      .filter((one) => one.kind === "mediator" || one.kind === "lawyer" || one.kind === "judge")
      .map((one) => [one.resourceId, one]),
  );
  const slots = rank(candidates, days, people, now);
  const onGrid = starts(open, wish).length;
  const wished = starts(inTerms, wish).length;
  return {
    slots,
    restDays: days.filter((day) => !day.working).length,
    outsideTerms: onGrid - wished,
    mandatoryTaken: wished - startsAt.length,
    noMediator,
    noRoom,
  };
}

type Candidate = Omit<Slot, "score" | "reasons"> & { readonly day: CourtDay };

function candidate(
  interval: Interval,
  day: CourtDay,
  wish: Wish,
  mediatorId: string | undefined,
  roomId: string | undefined,
): Candidate {
  const chosen = [mediatorId, roomId].filter((id) => id !== undefined);
  return {
    ...interval,
    day,
    resourceIds: [...wish.mandatoryIds, ...chosen],
    ...(mediatorId && { mediatorId }),
    ...(roomId && { roomId }),
    provisional: day.provisional,
  };
}

/** Among the free mediators one who is in the court at that time anyway, else the first of the wish's order. */
function choose(
  mediators: readonly ResourceSnapshot[],
  free: readonly number[],
  day: CourtDay,
  interval: Interval,
): ResourceSnapshot | undefined {
  const list = free.map((index) => mediators[index]!);
  return list.find((one) => isResident(one, day, interval)) ?? list[0];
}
