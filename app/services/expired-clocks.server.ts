import { sql } from "drizzle-orm";
import { arrayText } from "#db/types";
import { endByOn } from "~/domain/cases/clock-warnings";
import { courtCalendar } from "./calendar.server";
import type { Question } from "./query.server";

/** A mediation that has run out: who has to end it, by which court day. Nobody is named where the court has nobody. */
export type ToEnd = {
  readonly byOn: string;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
};

type Row = { caseId: string; dueOn: string; ownerId: string | null; ownerName: string | null };

/** What has to be ended among these cases, by case. */
export async function toEndOf(
  { tx, courtId }: Pick<Question<unknown>, "tx" | "courtId">,
  caseIds: readonly string[],
): Promise<Map<string, ToEnd>> {
  if (!caseIds.length) return new Map();
  const rows = await tx.execute<Row>(sql`
    select k.case_id as "caseId", k.due_on::text as "dueOn", k.owner_id as "ownerId", coalesce(m.name, p.name) as "ownerName"
    from clocks k
    left join roster_members m on m.court_id = k.court_id and m.person_id = k.owner_id and m.kind = 'mediator'
    left join people p on p.id = k.owner_id
    where k.court_id = ${courtId} and k.case_id = any(${arrayText(caseIds)}::uuid[]) and k.ended_at is null
      and k.expired_at is not null`);
  if (!rows.length) return new Map();
  const calendar = await courtCalendar(tx, courtId);
  return new Map(
    rows.map(({ caseId, dueOn, ownerId, ownerName }) => [
      caseId,
      { byOn: endByOn(calendar, dueOn), ownerId, ownerName },
    ]),
  );
}
