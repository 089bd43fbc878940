import { eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { causeOf } from "~/domain/intake/causes";
import type { TriageInput } from "~/domain/review/triage";
import { factsOf } from "./facts.server";
import { judgesOf } from "./queries-review-screen.server";
import { type Question, query } from "./query.server";

const caseId = z.string().uuid("idMalformed");

/** What the file says about the questions of triage; people correct what a file cannot know. */
async function triageRead(question: Question<unknown>): Promise<TriageInput> {
  const row = question.theCase();
  const facts = await factsOf(question, row);
  const cause = causeOf(row.causeCode);
  const isClear = facts.undisputedFacts.signed > 0;
  return {
    clearMoneyClaim: isClear && row.amountFen !== null && (cause?.smallClaimEligible ?? false),
    factsClear: isClear,
    amountFen: row.amountFen,
    smallClaimExcluded: !(cause?.smallClaimEligible ?? false) || (cause?.appraisalLikely ?? false),
    bothAgreeSmallClaim: false,
    bothAgreeSummary: false,
    summaryExcluded: false,
    defendantMissing: row.mediationEnd === "unreachable",
    panelRequired: false,
  };
}

/** What allotting a case needs: the file's own answers for the proposal, teams with their judges, all judges. */
export const triageQuery = query({
  name: "triage",
  ability: "allot-track",
  input: z.object({ caseId }),
  run: async (question) => {
    const t = schema.teams;
    const teams = await question.tx
      .select({ teamId: t.id, name: t.name, nameEn: t.nameEn, judgeId: t.judgeId })
      .from(t)
      .where(eq(t.courtId, question.courtId))
      .orderBy(t.name);
    const row = question.theCase();
    return {
      read: await triageRead(question),
      averageWageFen: question.settings.averageWage?.fen ?? null,
      teams,
      teamId: row.teamId,
      judges: await judgesOf(question),
    };
  },
});
