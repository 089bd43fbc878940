import { and, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { iso } from "./iso.server";
import { type Question, query } from "./query.server";
import { judgeBarred } from "./review-facts.server";

type Judge = {
  readonly id: string;
  readonly name: string;
  readonly team: string | null;
  readonly team_en: string | null;
};

/** The court's judges with their teams, and who of them may not act in this case. */
export async function judgesOf(question: Question<unknown>) {
  const { tx, courtId, now, settings } = question;
  const row = question.theCase();
  const at = now.toUTC().toISO();
  const judges = await tx.execute<Judge>(sql`
    select p.id, p.name, min(t.name) as team, min(t.name_en) as team_en
    from grants g join people p on p.id = g.person_id
    left join teams t on t.court_id = g.court_id and t.judge_id = p.id
    where g.court_id = ${courtId} and g.role = 'judge' and g.valid_from <= ${at}::timestamptz
      and (g.valid_to is null or g.valid_to > ${at}::timestamptz)
    group by p.id, p.name order by 3 nulls last, 2`);
  const shown = [];
  for (const { id, name, team, team_en } of judges) {
    const barred = await judgeBarred(tx, { ...row, judgeId: id }, settings);
    shown.push({ judgeId: id, name, team, teamEn: team_en, barred });
  }
  return shown;
}

/** The newest wish of a party to take its application back that no ruling has answered yet. */
async function withdrawalAsked({ tx, courtId }: Question<unknown>, caseId: string) {
  const r = schema.records;
  const [last] = await tx
    .select({ verb: r.verb, data: r.data, at: r.at, actorId: r.actorId })
    .from(r)
    .where(
      and(
        eq(r.courtId, courtId),
        eq(r.chain, `case:${caseId}`),
        sql`${r.verb} in ('withdraw-application', 'take-up', 'hand-over')`,
      ),
    )
    .orderBy(desc(r.seq))
    .limit(1);
  if (last?.verb !== "withdraw-application" || last.data.asked !== true) return null;
  const p = schema.parties;
  const [party] = await tx
    .select({ name: p.name })
    .from(p)
    .where(and(eq(p.courtId, courtId), sql`${p.id}::text = ${last.actorId}`));
  return { at: iso(last.at), by: party?.name ?? null };
}

/** What the judge's screen shows beside the package: who else could review, and whether a side wants its application back. */
export const reviewScreenQuery = query({
  name: "review-screen",
  ability: "view-review",
  input: z.object({ caseId: z.string().uuid("idMalformed") }),
  run: async (question) => ({
    judges: await judgesOf(question),
    withdrawalAsked: await withdrawalAsked(question, question.theCase().id),
  }),
});
