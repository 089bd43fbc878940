import { dayStart, toMinutes } from "~/domain/scheduling/minutes";
import { findSlots } from "~/domain/scheduling/slots";
import type { Wish } from "~/domain/scheduling/snapshot";
import { snapshotOf, type Wanted } from "~/services/scheduling-snapshot.server";
import { settingsOn } from "~/services/settings.server";
import { courtOn, MORNING } from "../tests/services/court";
import { benchDatabase } from "./database";
import { median, printCost, timed } from "./report";
import { COURT, FIRST, fillCourt, WEEKS } from "./slots-court";
import { slotsByMinute } from "./slots-reference";
import { type Answer, slotsInSql } from "./slots-sql";

const ROUNDS = 41;

type Case = {
  readonly name: string;
  readonly mandatory: readonly Wanted[];
  readonly mediators: readonly Wanted[];
  readonly rooms: readonly Wanted[];
  readonly days: number;
  /** Computing alone may take this many milliseconds at most; without it SQL is the measure. */
  readonly mostMs?: number;
};

const idsOf = (list: readonly Wanted[]) => list.map((one) => one.resourceId);

function same(what: string, a: readonly Answer[], b: readonly Answer[]): void {
  if (a.length === 0) throw new Error(`${what}: no start at all, which proves nothing`);
  if (JSON.stringify(a) !== JSON.stringify(b)) throw new Error(`${what}: the answers differ`);
}

/**
 * The search for slots on PostgreSQL, against the same question put in SQL: what it takes to compute, and to read and
 * compute; the answers of both and of a plain scan of all minutes must be the same. True when every target is met.
 */
export async function benchSlots(): Promise<boolean> {
  const database = await benchDatabase();
  const { court, close } = await courtOn(database.fresh, { max: 2 });
  try {
    const { mediators, rooms, people } = await fillCourt(court.owner);
    const cases: Case[] = [
      {
        name: "50 mediators x 28 days",
        mandatory: people.slice(0, 2),
        mediators: mediators.slice(0, 50),
        rooms: rooms.slice(0, 12),
        days: 28,
      },
      { name: "12 resources x 13 weeks", mandatory: people, mediators: [], rooms: [], days: WEEKS * 7 },
      {
        name: "500 mediators x 40 rooms x 28 days",
        mandatory: people.slice(0, 2),
        mediators,
        rooms,
        days: 28,
        mostMs: 20,
      },
    ];
    let met = true;
    for (const one of cases) met = (await measured(court, one)) && met;
    return met;
  } finally {
    await close();
    await database.close();
  }
}

type Court = Awaited<ReturnType<typeof courtOn>>["court"];

async function measured(court: Court, of: Case): Promise<boolean> {
  const { db } = court.deps;
  const now = MORNING;
  const horizon = { from: dayStart(FIRST), to: dayStart(FIRST + of.days) };
  const wanted = [...of.mandatory, ...of.mediators, ...of.rooms];
  const settings = await db.withCourt(COURT, (tx) => settingsOn(tx, COURT, "2026-11-23"));
  const wish: Wish = {
    mandatoryIds: idsOf(of.mandatory),
    mediatorCandidateIds: idsOf(of.mediators),
    roomCandidateIds: idsOf(of.rooms),
    durationMinutes: 60,
    stepMinutes: 30,
    mode: "onsite",
    earliestAt: toMinutes(now) + 60,
  };
  const read = () => db.withCourt(COURT, (tx) => snapshotOf(tx, COURT, wanted, horizon, now, settings));
  const snapshot = await read();
  const answer = (found: ReturnType<typeof findSlots>): Answer[] =>
    found.slots
      .map((slot): Answer => [slot.from, slot.mediatorId ?? null, slot.roomId ?? null])
      .sort((a, b) => a[0] - b[0]);
  const inSql = () => db.withCourt(COURT, (tx) => slotsInSql(tx, snapshot, wish));
  const ours = answer(findSlots(snapshot, wish));
  same(`${of.name}, SQL`, await inSql(), ours);
  same(`${of.name}, minute by minute`, slotsByMinute(snapshot, wish), ours);

  const times = { sql: [] as number[], whole: [] as number[], compute: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    times.sql.push((await timed(inSql)).ms);
    times.whole.push((await timed(async () => findSlots(await read(), wish))).ms);
    times.compute.push((await timed(() => findSlots(snapshot, wish))).ms);
  }
  const [sqlMs, wholeMs, computeMs] = [median(times.sql), median(times.whole), median(times.compute)];
  const about = { bench: "slots", n: wanted.length, unit: "ms", starts: ours.length };
  const inTime =
    of.mostMs === undefined ||
    printCost({
      ...about,
      case: `${of.name}: compute`,
      ours: computeMs,
      floor: of.mostMs,
      floor_kind: "limit",
      target: 1,
    });
  const vsSql = { ...about, floor: sqlMs, floor_kind: "sql-multirange" };
  const computes = printCost({ ...vsSql, case: `${of.name}: compute`, ours: computeMs, target: 0.1 });
  const reads = printCost({ ...vsSql, case: `${of.name}: fetch and compute`, ours: wholeMs, target: 0.5 });
  return inTime && computes && reads;
}
