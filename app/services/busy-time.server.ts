import { sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { arrayText } from "#db/types";
import type { Interval } from "~/domain/scheduling/interval";
import { dayOf, dayStart, weekdayOf } from "~/domain/scheduling/minutes";
import { gapMinutes } from "~/domain/scheduling/own-time";
import type { BusyInterval, ResourceSnapshot } from "~/domain/scheduling/snapshot";
import { isoOf } from "./iso.server";

/** A session whose own time does not count as taken, because it is to be moved. */
export type Moving = { readonly courtId: string; readonly sessionId: string };

type Whose = { readonly resourceId: string; readonly homeId: string };

/** Four int4 per claim, as busy_packed (migration 0004) writes them: from, to, end of the hold or 0, this court's or not. */
const CLAIM_BYTES = 16;

export function unpacked(packed: Uint8Array): BusyInterval[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const claims: BusyInterval[] = [];
  for (let at = 0; at < packed.byteLength; at += CLAIM_BYTES) {
    const expiresAt = view.getInt32(at + 8);
    const range = {
      from: view.getInt32(at),
      to: view.getInt32(at + 4),
      elsewhere: view.getInt32(at + 12) === 0,
    };
    claims.push(expiresAt === 0 ? range : { ...range, hold: { expiresAt } });
  }
  return claims;
}

/**
 * How far taken time beyond the horizon matters to these resources: a cap counts whole weeks or days, a gap reaches over
 * the ends. Epoch minutes.
 */
export function reachOf(resources: readonly Partial<ResourceSnapshot>[], horizon: Interval): Interval {
  const first = dayOf(horizon.from);
  const last = dayOf(horizon.to - 1);
  const gap = Math.max(0, ...resources.map((one) => gapMinutes(one)));
  const [before, after] = resources.some((one) => one.maxPerWeek !== undefined)
    ? [first - weekdayOf(first) + 1, last - weekdayOf(last) + 8]
    : [first, last + 1];
  return {
    from: Math.min(dayStart(before), horizon.from - gap),
    to: Math.max(dayStart(after), horizon.to + gap),
  };
}

/** The claims of a session that is to be moved: they stand among the taken time, and do not count. */
async function ownClaims(tx: Tx, { courtId, sessionId }: Moving): Promise<ReadonlySet<string>> {
  const rows = await tx.execute<{ key: string }>(sql`
    select concat_ws(' ', o.resource_id, o.from_minute, o.to_minute) as key
    from occupancies o join bookings k on k.court_id = o.court_id and k.id = o.booking_id
    where o.court_id = ${courtId} and k.session_id = ${sessionId}::uuid and o.released_at is null`);
  return new Set(rows.map((row) => row.key));
}

/** Tells of a resource's claims which are not those of the session that is to be moved. */
export async function withoutOwn(
  tx: Tx,
  moving: Moving,
): Promise<(id: string) => (one: BusyInterval) => boolean> {
  const own = await ownClaims(tx, moving);
  return (id) => (one) => one.elsewhere || !own.has(`${id} ${one.from} ${one.to}`);
}

/** Taken time in every court, by its start; of another court's nothing but the range comes back (design idea 2). */
export async function busyOf(
  tx: Tx,
  wanted: readonly Whose[],
  within: Interval,
  moving?: Moving,
): Promise<ReadonlyMap<string, readonly BusyInterval[]>> {
  if (!wanted.length) return new Map();
  const range = `[${isoOf(within.from)},${isoOf(within.to)})`;
  const homes = arrayText(wanted.map((one) => one.homeId));
  const ids = arrayText(wanted.map((one) => one.resourceId));
  const rows = await tx.execute<{ resource_id: string; packed: Uint8Array }>(
    sql`select resource_id, packed from busy_packed(${homes}::text[], ${ids}::uuid[], ${range}::tstzrange)`,
  );
  const found = new Map(rows.map((row) => [row.resource_id, unpacked(row.packed)]));
  if (!moving) return found;
  const isOthers = await withoutOwn(tx, moving);
  for (const [id, claims] of found) found.set(id, claims.filter(isOthers(id)));
  return found;
}
