import { and, eq, inArray, sql } from "drizzle-orm";
import { schema } from "#db/client";
import type { Command } from "./command.server";
import { lyingOutside, type PlannedSession } from "./lying-outside.server";
import type { Question } from "./query.server";

/** No longer than this may a party or an agent be away at once, weekly times included. */
export const MOST_DAYS = 92;

export type Of = {
  readonly caseId: string;
  readonly partyId: string;
  readonly agentId?: string | undefined;
};

/** Whose time it is: the agent's, or the natural party's own. An organisation has no time: null. */
export async function timeOf({ tx, courtId }: Pick<Command<unknown>, "tx" | "courtId">, of: Of) {
  const p = schema.parties;
  const a = schema.agents;
  const [found] = of.agentId
    ? await tx
        .select({ id: a.resourceId })
        .from(a)
        .where(
          and(
            eq(a.courtId, courtId),
            eq(a.caseId, of.caseId),
            eq(a.partyId, of.partyId),
            eq(a.id, of.agentId),
          ),
        )
    : await tx
        .select({ id: p.resourceId })
        .from(p)
        .where(and(eq(p.courtId, courtId), eq(p.caseId, of.caseId), eq(p.id, of.partyId)));
  return found?.id ?? null;
}

/** This case's planned sessions that lie in what this person has told; his other cases' are not named here. */
export async function outsideInCase(
  command: Command<unknown>,
  caseId: string,
  resourceId: string,
): Promise<PlannedSession[]> {
  const sc = schema.sessionCases;
  const found = await lyingOutside(command, {
    resourceId,
    homeId: resourceId,
    kind: "party",
    label: "",
    labelEn: "",
  });
  if (!found.length) return [];
  const own = await command.tx
    .select({ id: sc.sessionId })
    .from(sc)
    .where(and(eq(sc.courtId, command.courtId), eq(sc.caseId, caseId)));
  return found.filter((one) => own.some(({ id }) => id === one.sessionId));
}

/** Times that were told in this case, by the trail: an agent's times of another case are another party's to see. */
export async function toldInCase(
  { tx, courtId }: Pick<Question<unknown>, "tx" | "courtId">,
  caseId: string,
): Promise<ReadonlySet<string>> {
  const r = schema.records;
  const rows = await tx
    .select({ id: sql<string>`${r.data}->>'absenceId'` })
    .from(r)
    .where(
      and(
        eq(r.courtId, courtId),
        eq(r.chain, `case:${caseId}`),
        inArray(r.verb, ["report-absence", "report-weekly-absence"]),
      ),
    );
  return new Set(rows.map((row) => row.id));
}
