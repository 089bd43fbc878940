import type { UserActor } from "~/domain/policy/actor";
import { can } from "~/domain/policy/can";
import { guarded } from "~/platform/answer.server";
import type { Deps } from "~/services/deps.server";
import { iso } from "~/services/iso.server";
import { sessionsQuery } from "~/services/queries-calendar.server";
import { capacityQuery } from "~/services/queries-capacity.server";
import { clocksQuery } from "~/services/queries-clocks.server";
import { tasksQuery } from "~/services/queries-tasks.server";
import { ask } from "~/services/query.server";
import { isUnconfirmed, markOf } from "../_staff.calendar/week";
import { weekOf } from "../_staff.calendar/week.server";

const AT_RISK_DAYS = 3;
const SHOWN_AT_MOST = 12;
const SOON_HOURS = 48;

/** Everything a coordinator looks at first; each part leads to its list. */
export async function boardOf(deps: Deps, actor: UserActor, search: URLSearchParams) {
  const now = deps.clock.now();
  const ofToday = new URLSearchParams({ by: search.get("by") ?? "room" });
  const mayTasks = can(actor, "work-tasks", ["court"]).ok;
  const [week, clocks, coming, capacity, tasks] = await Promise.all([
    weekOf(deps, actor, ofToday),
    guarded(() => ask(deps, actor, clocksQuery, { dueWithin: AT_RISK_DAYS })),
    guarded(() => ask(deps, actor, sessionsQuery, { days: AT_RISK_DAYS })),
    guarded(() => ask(deps, actor, capacityQuery, {})),
    mayTasks ? guarded(() => ask(deps, actor, tasksQuery, {})) : null,
  ]);
  if (!clocks.ok || !coming.ok || !capacity.ok) throw new Response(null, { status: 404 });
  // On a rest day the next working day is what can still be seen to.
  const isRest = week.days.some((one) => one.on === week.today && one.kind === "rest");
  const on = isRest ? (capacity.days[0]?.on ?? week.today) : week.today;
  const shown = isRest
    ? await weekOf(deps, actor, new URLSearchParams({ by: search.get("by") ?? "room", on }))
    : week;
  const isShown = (one: { readonly on: string }) => one.on === on;
  const until = iso(now.plus({ hours: SOON_HOURS }));
  return {
    on,
    week: {
      ...shown,
      days: shown.days.filter(isShown),
      // Moving is the week board's: here a block leads to its session.
      entries: shown.entries.filter(isShown).map((one) => ({ ...one, isMovable: false })),
      offered: shown.offered.filter(isShown),
      elsewhere: shown.elsewhere.filter(isShown),
    },
    clocks: { total: clocks.total, rows: clocks.rows.slice(0, SHOWN_AT_MOST) },
    soon: coming.sessions
      .map((one) => ({ ...one, mark: markOf(one) }))
      .filter(
        (one) =>
          one.cases.length > 0 && one.startAt > iso(now) && one.startAt < until && isUnconfirmed(one.mark),
      ),
    capacity,
    tasks: tasks?.ok ? { total: tasks.total, counts: tasks.counts } : null,
  };
}

export type BoardShown = Awaited<ReturnType<typeof boardOf>>;
