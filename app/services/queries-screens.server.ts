import { sql } from "drizzle-orm";
import { z } from "zod";
import { arrayText } from "#db/types";
import { visibleTo } from "./case-visibility.server";
import { many, query } from "./query.server";

type Named = { readonly id: string; readonly name: string; readonly nameEn: string };

/** Who and what a queue can be filtered by: mediators, organisations and teams of the court. */
export const queueChoicesQuery = query({
  name: "queue-choices",
  ability: "view-queue",
  input: z.object({}),
  run: async ({ tx, courtId }) => {
    const mediators = await tx.execute<Named>(sql`
      select person_id as id, name, name_en as "nameEn" from roster_members
      where court_id = ${courtId} and kind = 'mediator' order by name`);
    const orgs = await tx.execute<Named>(sql`
      select id, name, name_en as "nameEn" from organisations where court_id = ${courtId} order by name`);
    const teams = await tx.execute<Named>(sql`
      select id, name, name_en as "nameEn" from teams where court_id = ${courtId} order by name`);
    return { mediators: [...mediators], orgs: [...orgs], teams: [...teams] };
  },
});

/** First day of the clock that presses each of these cases (YYYY-MM-DD), for the rulers of a list. */
export const clockStartsQuery = query({
  name: "clock-starts",
  ability: "view-queue",
  input: z.object({ caseIds: many(z.string().uuid("idMalformed")) }),
  run: async ({ tx, courtId, actor, input }) => {
    const rows = input.caseIds.length
      ? await tx.execute<{ case_id: string; start_on: string; extended: boolean }>(sql`
          select k.case_id, k.start_on::text, jsonb_array_length(k.extensions) > 0 as extended
          from cases c join clocks k on k.court_id = c.court_id and k.case_id = c.id and k.rule = c.due_rule and k.ended_at is null
          where c.court_id = ${courtId} and c.id = any(${arrayText(input.caseIds)}::uuid[]) and (${visibleTo(actor)})`)
      : [];
    return {
      starts: Object.fromEntries(
        rows.map((row) => [row.case_id, { on: row.start_on, extended: row.extended }]),
      ),
    };
  },
});
