import { daysBetween } from "~/domain/cases/calendar";
import type { UserActor } from "~/domain/policy/actor";
import type { Deps } from "~/services/deps.server";
import { clockStartsQuery } from "~/services/queries-screens.server";
import { ask } from "~/services/query.server";

interface Timed {
  caseId: string;
  due: { on: string; daysLeft: number } | null;
}
type Span = { total: number; gone: number; extended: boolean };

/** The length of each case's pressing clock and the part of it that is gone, for its ruler; null where none runs. */
export async function spansOf(
  deps: Deps,
  actor: UserActor,
  rows: readonly Timed[],
): Promise<(row: Timed) => Span | null> {
  const clocks = await ask(deps, actor, clockStartsQuery, { caseIds: rows.map((row) => row.caseId) });
  const starts = clocks.ok ? clocks.starts : {};
  return ({ caseId, due }) => {
    const start = starts[caseId];
    if (!start || !due) return null;
    const total = daysBetween(start.on, due.on);
    return { total, gone: total - due.daysLeft, extended: start.extended };
  };
}
