import { and, eq, inArray, or, sql } from "drizzle-orm";
import type { DateTime } from "luxon";
import { schema, type Tx } from "#db/client";
import { overlaps } from "#db/types";
import { dueInstant } from "~/domain/cases/calendar";
import { mayHaveRoom, type SessionMode } from "~/domain/mediation/sessions";
import type { Interval } from "~/domain/scheduling/interval";
import { toMinutes } from "~/domain/scheduling/minutes";
import type { Slot } from "~/domain/scheduling/ranking";
import { findSlots } from "~/domain/scheduling/slots";
import type { ResourceSnapshot, SchedulingSnapshot } from "~/domain/scheduling/snapshot";
import { requirementsFor } from "./access-needs.server";
import { mediationDueOn, runningClocks } from "./clocks.server";
import type { CaseRow } from "./command.server";
import type { Question } from "./query.server";
import { snapshotOf, type Wanted } from "./scheduling-snapshot.server";
import { type Participant, peopleOfSession, type Room, roomsOf } from "./session-people.server";
import { roomsIn, termsOf } from "./slot-search.server";

/** A booked session that cannot stay where it is, because somebody it needs is away then. */
export type Displaced = {
  readonly sessionId: string;
  readonly version: number;
  readonly mode: SessionMode;
  readonly roomId: string | null;
  readonly during: { readonly start: DateTime; readonly end: DateTime };
  readonly cases: readonly CaseRow[];
};

/** Planned sessions that need this mediator, lawyer or room within [from, to), by start; whoever else is not moved. */
export async function displacedBy(
  tx: Tx,
  courtId: string,
  resourceId: string,
  away: { start: DateTime; end: DateTime },
): Promise<Displaced[]> {
  const s = schema.sessions;
  const b = schema.bookings;
  const found = await tx
    .select({ session: s, during: b.during })
    .from(s)
    .innerJoin(b, and(eq(b.courtId, s.courtId), eq(b.sessionId, s.id), eq(b.status, "booked")))
    .where(
      and(
        eq(s.courtId, courtId),
        eq(s.status, "planned"),
        or(eq(s.mediatorId, resourceId), eq(s.lawyerId, resourceId), eq(s.roomId, resourceId)),
        overlaps(b.during, away),
      ),
    )
    .orderBy(sql`lower(${b.during})`, s.id);
  if (!found.length) return [];
  const sc = schema.sessionCases;
  const c = schema.cases;
  const links = await tx
    .select({ sessionId: sc.sessionId, row: c })
    .from(sc)
    .innerJoin(c, and(eq(c.courtId, sc.courtId), eq(c.id, sc.caseId)))
    .where(
      and(
        eq(sc.courtId, courtId),
        inArray(
          sc.sessionId,
          found.map((one) => one.session.id),
        ),
      ),
    )
    .orderBy(sc.ordinal);
  return found.map(({ session, during }) => ({
    sessionId: session.id,
    version: session.version,
    mode: session.mode,
    roomId: session.roomId,
    during,
    cases: links.filter((one) => one.sessionId === session.id).map((one) => one.row),
  }));
}

export type Proposal = {
  readonly session: Displaced;
  readonly people: readonly Participant[];
  /** Null: no time before the last day of one of its cases at which all of them could come. */
  readonly slot: Slot | null;
  readonly dueOn: string | null;
};

async function dueOf(tx: Tx, cases: readonly CaseRow[]): Promise<string | null> {
  const dues: string[] = [];
  for (const row of cases) {
    const due = mediationDueOn(await runningClocks(tx, row.courtId, row.id));
    if (due) dues.push(due);
  }
  return dues.sort()[0] ?? null;
}

const changed = (
  snapshot: SchedulingSnapshot,
  ids: readonly string[],
  change: (one: ResourceSnapshot) => Partial<ResourceSnapshot>,
): SchedulingSnapshot => ({
  ...snapshot,
  resources: snapshot.resources.map((one) =>
    ids.includes(one.resourceId) ? { ...one, ...change(one) } : one,
  ),
});

/** The snapshot with one more claim on these resources, so that two proposals never want the same minute. */
const withClaim = (snapshot: SchedulingSnapshot, ids: readonly string[], { from, to }: Interval) =>
  changed(snapshot, ids, (one) => ({ busy: [...one.busy, { from, to, elsewhere: false }] }));

/** The snapshot in which the session has given its own time back, so that it neither blocks itself nor counts twice. */
function withoutOwn(snapshot: SchedulingSnapshot, { session, people }: Pick<Proposal, "session" | "people">) {
  const [from, to] = [toMinutes(session.during.start), toMinutes(session.during.end)];
  const ids = [...people.map((one) => one.resourceId), ...(session.roomId ? [session.roomId] : [])];
  return changed(snapshot, ids, (one) => ({
    busy: one.busy.filter((busy) => busy.elsewhere || busy.from !== from || busy.to !== to),
  }));
}

type Asker = Pick<Question<unknown>, "tx" | "courtId" | "now" | "settings">;

/** Who comes to a session, and what they need there. */
async function comingTo({ tx, courtId }: Asker, session: Displaced) {
  const people = await peopleOfSession(tx, courtId, session.cases, session.sessionId);
  const asked = await requirementsFor(
    tx,
    courtId,
    session.cases.map((row) => row.id),
    people.map((one) => one.resourceId),
    session.mode,
  );
  return { people, asked };
}

/** The rooms in question, its own first; a session by video that had a room keeps having one. */
function roomsFor(session: Displaced, inQuestion: readonly Room[], present: readonly Room[]): string[] {
  const had = present.filter((one) => one.resourceId === session.roomId && mayHaveRoom(session.mode));
  const candidates = inQuestion.length > 0 || had.length === 0 ? inQuestion : had;
  return candidates
    .map((one) => one.resourceId)
    .sort((a, b) => Number(b === session.roomId) - Number(a === session.roomId));
}

/**
 * A new time for each displaced session, nearest last day first: the same people and length, the same room where it is
 * free, never inside the absence and never in the way of another proposal. Nothing is written.
 */
export async function proposals(
  asker: Asker,
  displaced: readonly Displaced[],
  away: { resourceId: string; interval: Interval },
  days: number,
): Promise<Proposal[]> {
  const { tx, courtId, now, settings } = asker;
  const rooms = await roomsOf(tx, courtId);
  const planned = await Promise.all(
    displaced.map(async (session) => ({
      session,
      ...(await comingTo(asker, session)),
      dueOn: await dueOf(tx, session.cases),
    })),
  );
  planned.sort((a, b) => (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999"));
  const wanted = new Map<string, Wanted>();
  for (const one of [...rooms, ...planned.flatMap((each) => each.people)]) wanted.set(one.resourceId, one);
  const from = toMinutes(now.setZone("Asia/Shanghai").startOf("day"));
  let snapshot = await snapshotOf(
    tx,
    courtId,
    [...wanted.values()],
    { from, to: from + days * 1440 },
    now,
    settings,
  );
  snapshot = changed(snapshot, [away.resourceId], (one) => ({ absences: [...one.absences, away.interval] }));
  return planned.map(({ session, people, asked, dueOn }) => {
    const candidates = roomsFor(
      session,
      roomsIn(rooms, asked, session.mode),
      rooms.filter((one) => one.resourceId !== away.resourceId),
    );
    const minutes = session.during.end.diff(session.during.start, "minutes").minutes;
    const earliestAt = toMinutes(now) + settings.minimumNoticeMinutes;
    const { slots } = findSlots(withoutOwn(snapshot, { session, people }), {
      ...termsOf(asked, session.mode),
      mandatoryIds: people.map((one) => one.resourceId),
      roomCandidateIds: candidates,
      durationMinutes: minutes,
      stepMinutes: settings.slotStepMinutes,
      mode: session.mode,
      weights: settings.rankingWeights,
      earliestAt,
      ...(dueOn ? { latestDueAt: toMinutes(dueInstant(dueOn)) } : {}),
    });
    // Nobody who has kept a day free is called in before it, unless the last day leaves no other way.
    const wasAt = toMinutes(session.during.start);
    const slot = slots.find((one) => one.from >= wasAt) ?? slots[0] ?? null;
    if (slot) snapshot = withClaim(snapshot, slot.resourceIds, slot);
    return { session, people, slot, dueOn };
  });
}
