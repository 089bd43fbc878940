import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { DISMISSAL_CODES, NON_ACCEPTANCE_CODES } from "~/domain/review/decision-codes";
import type { Package } from "~/domain/review/package";
import { agreementFacts } from "./agreement-facts.server";
import { agreementView } from "./agreement-view.server";
import { caseHead, personName } from "./case-head.server";
import { chancesOf } from "./chances.server";
import { clocksView } from "./clocks-view.server";
import type { CaseRow } from "./command.server";
import { documentShown, readableDocuments } from "./document-access.server";
import { factsOf } from "./facts.server";
import { undisputedView } from "./facts-view.server";
import { iso, isoOrNull } from "./iso.server";
import { neighbours } from "./queries-reviews.server";
import { type Question, query } from "./query.server";
import { checklistOf, currentPackage, judgeBarred } from "./review-facts.server";

async function decisionsOf({ tx }: Question<unknown>, row: CaseRow) {
  const d = schema.decisions;
  const rows = await tx
    .select()
    .from(d)
    .where(and(eq(d.courtId, row.courtId), eq(d.caseId, row.id)))
    .orderBy(asc(d.decidedAt));
  return rows.map((one) => ({
    decisionId: one.id,
    kind: one.kind,
    code: one.code,
    reason: one.reason,
    number: one.number,
    documentId: one.documentId,
    decidedAt: iso(one.decidedAt),
    servedAt: isoOrNull(one.servedAt),
  }));
}

async function servicesOf({ tx }: Question<unknown>, row: CaseRow) {
  const s = schema.services;
  return tx
    .select({ documentId: s.documentId, partyId: s.partyId, how: s.how, servedOn: s.servedOn })
    .from(s)
    .where(and(eq(s.courtId, row.courtId), eq(s.caseId, row.id)))
    .orderBy(asc(s.servedOn));
}

/**
 * One screen for the judge: the agreement that stands, facts that both sides signed, the checklist, the package as it was
 * handed over, the clocks, what he can decide, and his neighbours in the queue. Nothing unsigned is read here.
 */
export const reviewPageQuery = query({
  name: "review-page",
  ability: "view-review",
  input: z.object({ caseId: z.string().uuid("idMalformed") }),
  run: async (question) => {
    const { tx, actor, settings } = question;
    const row = question.theCase();
    const head = await caseHead(tx, row);
    const handed = await currentPackage(tx, row);
    const content = (handed?.content ?? null) as Package | null;
    const facts = await agreementFacts(tx, row);
    const barred = await judgeBarred(tx, row, settings);
    const agreement = await agreementView(tx, row, head);
    const cause = head.cause;
    return {
      header: {
        caseId: row.id,
        registrationNo: row.registrationNo,
        caseNo: row.caseNo,
        stage: row.stage,
        cause: { zh: cause.zh, en: cause.en },
        amountFen: row.amountFen,
        claims: row.claims,
        claimantNames: row.claimantNames,
        respondentNames: row.respondentNames,
        mediatorName: head.mediatorName,
        org: head.org ? { name: head.org.name, nameEn: head.org.nameEn } : null,
        judgeId: row.judgeId,
        judgeName: await personName(tx, row.courtId, row.judgeId),
        route: row.route,
        track: row.track,
        version: row.version,
      },
      parties: head.parties.map((party) => ({
        partyId: party.id,
        side: party.side,
        name: party.name,
        kind: party.kind,
        representative: party.orgRepName,
        idMasked: party.idMasked,
        agents: party.agents.map(({ name, unit, authority }) => ({ name, unit, authority })),
      })),
      package:
        handed && content
          ? {
              packageId: handed.id,
              version: handed.version,
              kind: handed.kind,
              status: handed.status,
              sha256: handed.sha256,
              handedOverAt: iso(handed.handedOverAt),
              takenUpAt: isoOrNull(handed.takenUpAt),
              points: handed.returnedPoints ?? [],
              content,
            }
          : null,
      agreement: agreement?.effectiveAt ? agreement : null,
      undisputedFacts: await undisputedView(tx, row, head),
      checklist: handed?.kind === "failed" ? [] : await checklistOf(tx, row, facts, barred),
      judgeBarred: barred,
      clocks: await clocksView(question, row),
      decisions: await decisionsOf(question, row),
      services: await servicesOf(question, row),
      documents: (await readableDocuments(tx, actor, row)).map(documentShown),
      codes: { dismissal: DISMISSAL_CODES, notAccepted: NON_ACCEPTANCE_CODES },
      next: chancesOf(question, await factsOf(question, row)),
      queue: await neighbours(question, row.id),
    };
  },
});
