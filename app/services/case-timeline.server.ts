import { and, desc, eq, lt, ne } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import { isId } from "~/domain/ids";
import { namesOfPeople } from "./case-people.server";
import type { CaseRow } from "./command.server";
import { withoutChoices } from "./offers.server";

const PAGE = 40;

/**
 * What happened to a case, from its record, the latest first. Who merely works on the case reads acts, times and names;
 * the codes and ids that each act kept are for those who may read records.
 */
export async function timelineOf(
  tx: Tx,
  row: CaseRow,
  options: { withData: boolean; seesChoices: boolean; before?: number | undefined },
) {
  const r = schema.records;
  const rows = await tx
    .select()
    .from(r)
    .where(
      and(
        eq(r.courtId, row.courtId),
        eq(r.chain, `case:${row.id}`),
        // Notes are kept on their writer's chain; an installation from before then has them here, where nobody shall read of them.
        ne(r.verb, "write-note"),
        options.before === undefined ? undefined : lt(r.seq, options.before),
      ),
    )
    .orderBy(desc(r.seq))
    .limit(PAGE);
  const names = await namesOfPeople(
    tx,
    row.courtId,
    rows.filter((one) => one.actorKind === "user" && isId(one.actorId)).map((one) => one.actorId),
  );
  const p = schema.parties;
  const parties = await tx
    .select({ id: p.id, side: p.side })
    .from(p)
    .where(and(eq(p.courtId, row.courtId), eq(p.caseId, row.id)));
  return rows.map((one) => ({
    seq: one.seq,
    verb: one.verb,
    role: one.role,
    by: names.get(one.actorId)?.name ?? null,
    side: parties.find((party) => party.id === one.actorId)?.side ?? null,
    at: one.happenedAt.toUTC().toISO(),
    recordedAt: one.at.toUTC().toISO(),
    late: one.data.late === true,
    stage: typeof one.data.stage === "string" ? one.data.stage : null,
    data: options.withData ? (options.seesChoices ? one.data : withoutChoices(one.verb, one.data)) : null,
  }));
}
