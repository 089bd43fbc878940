import { type SQL, sql } from "drizzle-orm";
import { arrayText } from "#db/types";
import { ABILITY_TABLE, RELATIONS_OF } from "~/domain/policy/abilities";
import { type Actor, actorName } from "~/domain/policy/actor";

/** Cases that a person was shut out of stay invisible in lists as well (relations.server.ts says why). */
const notShutOut = (personId: string) => sql`not exists (
  select 1 from bars b where b.court_id = c.court_id and b.case_id = c.id
    and b.person_id = ${personId}::uuid and b.why in ('recused', 'revoked'))`;

const among = (column: SQL, ids: readonly string[]) =>
  ids.length ? sql`${column} = any(${arrayText(ids)}::uuid[])` : sql`false`;

/**
 * SQL over `cases c`: what this actor may see at all, by the same ties as one case (`relationsTo`). A role that may look
 * at no case (the administrator's) sees none in lists either.
 */
export function visibleTo(actor: Actor): SQL {
  if (actor.kind === "job") return sql`true`;
  if (actor.kind === "party") return sql`c.id = ${actor.caseId}::uuid`;
  if (!ABILITY_TABLE["view-case"].who[actor.role]) return sql`false`;
  const ties: SQL[] = RELATIONS_OF[actorName(actor)].flatMap((relation) => {
    switch (relation) {
      case "court":
        return [sql`true`];
      case "assigned":
        return [sql`c.mediator_id = ${actor.userId}::uuid`, sql`c.lawyer_id = ${actor.userId}::uuid`];
      case "org":
        return [among(sql`c.org_id`, actor.orgIds)];
      case "team":
        return [among(sql`c.team_id`, actor.teamIds)];
      case "reviewing":
        return [sql`c.judge_id = ${actor.userId}::uuid`];
      default:
        return [];
    }
  });
  return ties.length ? sql`(${sql.join(ties, sql` or `)}) and ${notShutOut(actor.userId)}` : sql`false`;
}
