import { and, eq, max } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import type { Package } from "~/domain/review/package";
import { currentAgreement } from "./agreement-facts.server";
import { act, caseShape, idText, recordAct } from "./case-act.server";
import { caseHead, personName } from "./case-head.server";
import { type CaseRow, type Command, verb } from "./command.server";
import { canonicalJson, contentHash } from "./content-hash.server";
import { issueDocument } from "./documents.server";
import { handOverPaper } from "./hand-over-paper.server";
import { packageOf } from "./package-sources.server";
import { barMediators, reviewingJudge } from "./reviewing-judge.server";

async function keepPackage(command: Command<unknown>, row: CaseRow, content: Package) {
  const p = schema.packages;
  const [last] = await command.tx
    .select({ version: max(p.version) })
    .from(p)
    .where(and(eq(p.courtId, row.courtId), eq(p.caseId, row.id)));
  const kept = { id: uuidv7(), version: (last?.version ?? 0) + 1, sha256: contentHash(content) };
  await command.tx.insert(p).values({
    courtId: row.courtId,
    caseId: row.id,
    ...kept,
    kind: content.kind,
    route: content.agreement?.route ?? null,
    status: "handedOver",
    content: JSON.parse(canonicalJson(content)),
    judgeId: row.judgeId,
    handedOverAt: command.now,
    checklist: {},
  });
  return kept;
}

/**
 * One act takes a case to the fast-track judge: settled, with agreement and application; or failed, with what the law
 * lets through. The package is built by a function that cannot hold anything confidential, and sealed by its hash.
 */
export const handOver = verb({
  name: "hand-over",
  ability: "hand-over",
  input: z.object({ ...caseShape, judgeId: idText.optional() }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, input } = command;
    const row = command.theCase();
    const judge = await reviewingJudge(command, row, input.judgeId);
    if (!judge.ok) return judge;
    const agreement = await currentAgreement(tx, row);
    const settled = row.stage !== "failed" && row.stage !== "dismissed";
    if (settled && !judge.judgeId) return refuse("invalidInput", { fields: { judgeId: ["required"] } });
    // Before the act: the clocks that it stops are part of what is handed over.
    const content = await packageOf(tx, row);
    const acted = await act(command, "hand-over", {
      event: "handOver",
      input: settled && agreement ? { route: agreement.route } : {},
      change: {
        judgeId: judge.judgeId,
        ...(settled && agreement ? { route: agreement.route } : {}),
      },
    });
    if (!acted.ok) return acted;
    const kept = await keepPackage(command, acted.row, content);
    await barMediators(command, acted.row);
    const head = await caseHead(tx, acted.row);
    const by = command.actor.kind === "user" ? await personName(tx, row.courtId, command.actor.userId) : null;
    await issueDocument(
      command,
      acted.row,
      "handOver",
      await handOverPaper(tx, acted.row, head, content, { by: by ?? "", at: acted.at }),
    );
    await recordAct(command, acted, {
      packageId: kept.id,
      version: kept.version,
      kind: content.kind,
      sha256: kept.sha256,
      judgeId: judge.judgeId,
    });
    return ok({
      packageId: kept.id,
      kind: content.kind,
      sha256: kept.sha256,
      judgeId: judge.judgeId,
      stage: acted.row.stage,
    });
  },
});
