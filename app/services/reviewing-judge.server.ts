import { and, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import { schema } from "#db/client";
import { ok, type Result, refuse } from "~/domain/result";
import type { CaseRow, Command } from "./command.server";
import { judgeBarred } from "./review-facts.server";

async function isJudge(command: Command<unknown>, personId: string): Promise<boolean> {
  const g = schema.grants;
  const [grant] = await command.tx
    .select({ id: g.id })
    .from(g)
    .where(
      and(
        eq(g.courtId, command.courtId),
        eq(g.personId, personId),
        eq(g.role, "judge"),
        lte(g.validFrom, command.now),
        or(isNull(g.validTo), gt(g.validTo, command.now)),
      ),
    )
    .limit(1);
  return grant !== undefined;
}

async function teamJudge(command: Command<unknown>, row: CaseRow): Promise<string | null> {
  if (!row.teamId) return null;
  const t = schema.teams;
  const [team] = await command.tx
    .select({ judgeId: t.judgeId })
    .from(t)
    .where(and(eq(t.courtId, row.courtId), eq(t.id, row.teamId)));
  return team?.judgeId ?? null;
}

/** Another judge of the court's teams who is not shut out, for when the case's own team has none left. */
async function substitute(command: Command<unknown>, row: CaseRow): Promise<string | null> {
  const t = schema.teams;
  const teams = await command.tx
    .select({ judgeId: t.judgeId })
    .from(t)
    .where(eq(t.courtId, row.courtId))
    .orderBy(t.name);
  for (const { judgeId } of teams) {
    if (judgeId && !(await judgeBarred(command.tx, { ...row, judgeId }, command.settings))) return judgeId;
  }
  return null;
}

/**
 * Who reviews: the judge named, else the one who had it, else the team's; a judge whom the court's settings shut out
 * (he mediated, or guided) is refused when named and passed over otherwise (domain.md C9, INV 16).
 */
export async function reviewingJudge(
  command: Command<unknown>,
  row: CaseRow,
  named: string | undefined,
): Promise<Result<{ judgeId: string | null }>> {
  const barred = (judgeId: string) => judgeBarred(command.tx, { ...row, judgeId }, command.settings);
  if (named) {
    if (!(await isJudge(command, named)))
      return refuse("notFoundInRoster", { fields: { judgeId: ["notFoundInRoster"] } });
    if (await barred(named)) return refuse("barred", { fields: { judgeId: ["barred"] } });
    return ok({ judgeId: named });
  }
  for (const judgeId of [row.judgeId, await teamJudge(command, row)]) {
    if (judgeId && !(await barred(judgeId))) return ok({ judgeId });
  }
  return ok({ judgeId: await substitute(command, row) });
}

/** Who mediated may not act later in the same dispute (INV 16); kept for good, whatever the settings say. */
export async function barMediators(command: Command<unknown>, row: CaseRow): Promise<void> {
  const b = schema.bars;
  const held = await command.tx
    .selectDistinct({ mediatorId: schema.sessions.mediatorId, lawyerId: schema.sessions.lawyerId })
    .from(schema.sessionCases)
    .innerJoin(
      schema.sessions,
      and(
        eq(schema.sessions.courtId, schema.sessionCases.courtId),
        eq(schema.sessions.id, schema.sessionCases.sessionId),
      ),
    )
    .where(
      and(
        eq(schema.sessionCases.courtId, row.courtId),
        eq(schema.sessionCases.caseId, row.id),
        inArray(schema.sessions.status, ["open", "held"]),
      ),
    );
  const people = [row.mediatorId, row.lawyerId, ...held.flatMap((one) => [one.mediatorId, one.lawyerId])];
  const rows = [...new Set(people)].flatMap((personId) =>
    personId ? [{ courtId: row.courtId, caseId: row.id, personId, why: "mediated", since: command.now }] : [],
  );
  if (rows.length) await command.tx.insert(b).values(rows).onConflictDoNothing();
}
