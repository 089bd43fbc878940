import { and, eq, inArray } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import type { Relation } from "~/domain/policy/abilities";
import type { Actor } from "~/domain/policy/actor";
import type { CaseRow } from "./command.server";

/** Why a person no longer sees a case: recusal suspends access at once (CPL 48), revocation ends it. */
const SHUTS_OUT = ["recused", "revoked"];

/**
 * What ties an actor to a case; empty = nothing does, and the case does not exist for him.
 * Read afresh for every act, so that a change of assignment counts from the next request on.
 */
export async function relationsTo(tx: Tx, actor: Actor, row: CaseRow): Promise<Relation[]> {
  if (row.courtId !== actor.courtId) return [];
  if (actor.kind === "job") return ["court"];
  if (actor.kind === "party") return actor.caseId === row.id ? ["ownSide"] : [];
  const t = schema.bars;
  const bars = await tx
    .select({ why: t.why })
    .from(t)
    .where(
      and(
        eq(t.courtId, row.courtId),
        eq(t.caseId, row.id),
        eq(t.personId, actor.userId),
        inArray(t.why, SHUTS_OUT),
      ),
    );
  if (bars.length) return [];
  const relations: Relation[] = ["court"];
  if (row.mediatorId === actor.userId || row.lawyerId === actor.userId) relations.push("assigned");
  if (row.teamId && actor.teamIds.some((id) => id === row.teamId)) relations.push("team");
  if (row.orgId && actor.orgIds.some((id) => id === row.orgId)) relations.push("org");
  if (row.judgeId === actor.userId) relations.push("reviewing");
  return relations;
}
