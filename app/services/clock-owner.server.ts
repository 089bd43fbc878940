import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { DateTime } from "luxon";
import { schema, type Tx } from "#db/client";
import { CLOCK_RULES } from "~/domain/cases/clock-rules";
import type { Role } from "~/domain/policy/roles";
import type { ClockRow } from "./clocks.server";
import type { CaseRow } from "./command.server";

/** Everybody of the court who holds this role now, in the order of their ids. */
export async function holdersOf(tx: Tx, courtId: string, role: Role, now: DateTime): Promise<string[]> {
  const g = schema.grants;
  const rows = await tx
    .selectDistinct({ id: g.personId })
    .from(g)
    .where(
      and(
        eq(g.courtId, courtId),
        eq(g.role, role),
        lte(g.validFrom, now),
        or(isNull(g.validTo), gt(g.validTo, now)),
      ),
    )
    .orderBy(asc(g.personId));
  return rows.map((one) => one.id);
}

/** Who answers for the clock by name: its own owner, else whom its rule names on this case. Null: nobody sits there. */
export function namedOwner(clock: Pick<ClockRow, "ownerId" | "rule">, row: CaseRow): string | null {
  const { owner } = CLOCK_RULES[clock.rule];
  const ofRule = owner === "mediator" ? row.mediatorId : owner === "judge" ? row.judgeId : null;
  return clock.ownerId ?? ofRule;
}

/** The same, with the court's coordinators where nobody is named. */
export async function ownersOf(
  tx: Tx,
  clock: Pick<ClockRow, "ownerId" | "rule">,
  row: CaseRow,
  now: DateTime,
): Promise<string[]> {
  const named = namedOwner(clock, row);
  return named ? [named] : holdersOf(tx, row.courtId, "coordinator", now);
}

/** Who can be made to answer for a clock of this case: the court's desk and leaders, and who mediates or decides it. */
export async function answerable(tx: Tx, row: CaseRow, now: DateTime): Promise<string[]> {
  const ids: (string | null)[] = [row.mediatorId, row.judgeId];
  for (const role of ["coordinator", "clerk", "leader"] as const)
    ids.push(...(await holdersOf(tx, row.courtId, role, now)));
  return [...new Set(ids.filter((id) => id !== null))];
}
