import { and, eq, inArray, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { schema, type Tx } from "#db/client";
import { arrayText, rangeText } from "#db/types";
import type { Interval } from "~/domain/scheduling/interval";
import { fromMinutes, toMinutes, toMinutesUp } from "~/domain/scheduling/minutes";
import type {
  BusyInterval,
  ResourceKind,
  ResourceSnapshot,
  SchedulingSnapshot,
} from "~/domain/scheduling/snapshot";
import { courtCalendar, schedulingCalendar } from "./calendar.server";
import type { Settings } from "./settings.server";

export type Wanted = {
  readonly resourceId: string;
  readonly homeId: string;
  readonly kind: ResourceKind;
  readonly label: string;
  /** As English readers know it: a party and an agent have their one name. */
  readonly labelEn: string;
  readonly facilities?: readonly string[];
};

type BusyRow = {
  resource_id: string;
  from_at: string;
  to_at: string;
  hold_until: string | null;
  mine: boolean;
};

/** A session whose own time does not count as taken, because it is to be moved. */
export type Moving = { readonly courtId: string; readonly sessionId: string };

const takenBy = ({ courtId, sessionId }: Moving) => sql`b.mine and exists (
  select 1 from occupancies o join bookings k on k.court_id = o.court_id and k.id = o.booking_id
  where o.court_id = ${courtId} and k.session_id = ${sessionId}::uuid and o.released_at is null
    and o.home_id = w.home and o.resource_id = w.id and o.during = b.during)`;

/** Taken time in every court; of another court's nothing but the range comes back (design idea 2). */
async function busyOf(
  tx: Tx,
  wanted: readonly Wanted[],
  horizon: Interval,
  moving?: Moving,
): Promise<Map<string, BusyInterval[]>> {
  const found = new Map<string, BusyInterval[]>();
  if (!wanted.length) return found;
  const range = rangeText({ start: fromMinutes(horizon.from), end: fromMinutes(horizon.to) });
  const minutes = (text: string) =>
    toMinutes(DateTime.fromSQL(text.replace(/([+-]\d{2})$/, "$1:00"), { setZone: true }));
  const rows = await tx.execute<BusyRow>(sql`
    select w.id as resource_id, lower(b.during)::text as from_at, upper(b.during)::text as to_at, b.hold_until::text as hold_until, b.mine
    from unnest(${arrayText(wanted.map((one) => one.homeId))}::text[], ${arrayText(wanted.map((one) => one.resourceId))}::uuid[]) as w(home, id),
    lateral busy(w.home, w.id, ${range}::tstzrange) b
    where ${moving ? sql`not (${takenBy(moving)})` : sql`true`}`);
  for (const row of rows) {
    const list = found.get(row.resource_id) ?? [];
    list.push({
      from: minutes(row.from_at),
      to: minutes(row.to_at),
      elsewhere: !row.mine,
      ...(row.hold_until ? { hold: { expiresAt: minutes(row.hold_until) } } : {}),
    });
    found.set(row.resource_id, list);
  }
  return found;
}

/**
 * Everything the slot engine may know about these resources, read afresh. `horizon` in epoch minutes; the time of a
 * session that is being moved counts as free.
 */
export async function snapshotOf(
  tx: Tx,
  courtId: string,
  wanted: readonly Wanted[],
  horizon: Interval,
  now: DateTime,
  settings: Settings,
  movingId?: string,
): Promise<SchedulingSnapshot> {
  const ids = wanted.map((one) => one.resourceId);
  const h = schema.weeklyHours;
  const a = schema.absences;
  const hours = ids.length
    ? await tx
        .select()
        .from(h)
        .where(and(eq(h.courtId, courtId), inArray(h.resourceId, ids)))
    : [];
  const absences = ids.length
    ? await tx
        .select()
        .from(a)
        .where(and(eq(a.courtId, courtId), inArray(a.resourceId, ids)))
    : [];
  const moving = movingId ? { courtId, sessionId: movingId } : undefined;
  const busy = await busyOf(tx, wanted, horizon, moving);
  const resources: ResourceSnapshot[] = wanted.map((one) => {
    const own = hours.filter((row) => row.resourceId === one.resourceId);
    return {
      resourceId: one.resourceId,
      homeId: one.homeId,
      kind: one.kind,
      label: one.label,
      ...(own.length
        ? {
            weeklyHours: own.map((row) => ({
              weekday: row.weekday,
              fromMin: row.fromMinute,
              toMin: row.toMinute,
              validFrom: row.validFrom,
              ...(row.validTo ? { validTo: row.validTo } : {}),
              resident: row.resident,
            })),
          }
        : {}),
      absences: absences
        .filter((row) => row.resourceId === one.resourceId)
        .map((row) => ({ from: toMinutes(row.during.start), to: toMinutes(row.during.end) })),
      busy: busy.get(one.resourceId) ?? [],
      ...(one.facilities ? { facilities: one.facilities } : {}),
    };
  });
  return {
    now: toMinutesUp(now),
    zone: "Asia/Shanghai",
    horizon,
    court: schedulingCalendar(await courtCalendar(tx, courtId), settings),
    resources,
  };
}

/** The same snapshot with taken time read again: under the locks nothing else of it can have changed what is decided. */
export async function withBusyAgain(
  tx: Tx,
  snapshot: SchedulingSnapshot,
  wanted: readonly Wanted[],
): Promise<SchedulingSnapshot> {
  const busy = await busyOf(tx, wanted, snapshot.horizon);
  return {
    ...snapshot,
    resources: snapshot.resources.map((one) => ({ ...one, busy: busy.get(one.resourceId) ?? [] })),
  };
}
