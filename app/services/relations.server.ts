import { sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import { arrayText } from "#db/types";
import type { Relation } from "~/domain/policy/abilities";
import type { Actor } from "~/domain/policy/actor";
import type { CaseRow } from "./command.server";

/** Why a person no longer sees a case: recusal suspends access at once (CPL 48), revocation ends it. */
export const SHUTS_OUT = ["recused", "revoked"];

/** The cases among these from which the actor is shut out. */
export async function barredFrom(
  tx: Tx,
  actor: Actor,
  caseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (actor.kind !== "user" || !caseIds.length) return new Set();
  const bars = await tx.execute<{ caseId: string }>(sql`select case_id as "caseId" from bars
    where court_id = ${actor.courtId} and case_id = any(${arrayText(caseIds)}::uuid[])
      and person_id = ${actor.userId} and why = any(${arrayText(SHUTS_OUT)}::text[])`);
  return new Set(bars.map((one) => one.caseId));
}

/** What of a case can tie somebody to it. */
export type CaseTies = Pick<
  CaseRow,
  "courtId" | "id" | "mediatorId" | "lawyerId" | "teamId" | "orgId" | "judgeId"
>;

/** What ties an actor to a case, once it is known from which he is barred; empty = nothing does. */
export function relationsOf(actor: Actor, row: CaseTies, barred: ReadonlySet<string>): Relation[] {
  if (row.courtId !== actor.courtId || barred.has(row.id)) return [];
  if (actor.kind === "job") return ["court"];
  if (actor.kind === "party") return actor.caseId === row.id ? ["ownSide"] : [];
  const relations: Relation[] = ["court"];
  if (row.mediatorId === actor.userId || row.lawyerId === actor.userId) relations.push("assigned");
  if (row.teamId && actor.teamIds.some((id) => id === row.teamId)) relations.push("team");
  if (row.orgId && actor.orgIds.some((id) => id === row.orgId)) relations.push("org");
  if (row.judgeId === actor.userId) relations.push("reviewing");
  return relations;
}

/**
 * What ties an actor to a case; empty = nothing does, and the case does not exist for him.
 * Read afresh for every act, so that a change of assignment counts from the next request on.
 */
export async function relationsTo(tx: Tx, actor: Actor, row: CaseRow): Promise<Relation[]> {
  return relationsOf(actor, row, await barredFrom(tx, actor, [row.id]));
}
