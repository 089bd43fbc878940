import type { DateTime } from "luxon";
import type { Tx } from "#db/client";
import type { Interval } from "~/domain/scheduling/interval";
import { COURT_ZONE, toMinutesUp } from "~/domain/scheduling/minutes";
import type { ResourceKind, ResourceSnapshot, SchedulingSnapshot } from "~/domain/scheduling/snapshot";
import { busyOf, reachOf } from "./busy-time.server";
import { courtCalendar, schedulingCalendar } from "./calendar.server";
import { type ResourceRules, rulesOfResources } from "./resource-rules.server";
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

/** One resource as the slot engine knows it. */
export const resourceOf = (
  { resourceId, homeId, kind, label, facilities }: Wanted,
  rules: ResourceRules | undefined,
  busy: ResourceSnapshot["busy"] | undefined,
): ResourceSnapshot => ({
  resourceId,
  homeId,
  kind,
  label,
  absences: [],
  ...rules,
  busy: busy ?? [],
  ...(facilities && { facilities }),
});

/**
 * Everything the slot engine may know about these resources, read afresh. `horizon` in epoch minutes; the time of a
 * session that is being moved counts as free, towards caps as well.
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
  const [rules, calendar] = await Promise.all([
    rulesOfResources(tx, courtId, ids, horizon.from),
    courtCalendar(tx, courtId),
  ]);
  const moving = movingId ? { courtId, sessionId: movingId } : undefined;
  const busy = await busyOf(tx, wanted, reachOf([...rules.values()], horizon), moving);
  const resources = wanted.map((one) => resourceOf(one, rules.get(one.resourceId), busy.get(one.resourceId)));
  return {
    now: toMinutesUp(now),
    zone: COURT_ZONE,
    horizon,
    court: schedulingCalendar(calendar, settings),
    resources,
  };
}

/** The same snapshot with taken time read again: under the locks nothing else of it can have changed what is decided. */
export async function withBusyAgain(
  tx: Tx,
  snapshot: SchedulingSnapshot,
  wanted: readonly Wanted[],
): Promise<SchedulingSnapshot> {
  const { horizon, resources } = snapshot;
  const busy = await busyOf(tx, wanted, reachOf(resources, horizon));
  return {
    ...snapshot,
    resources: resources.map((one) => ({ ...one, busy: busy.get(one.resourceId) ?? [] })),
  };
}
