import { and, asc, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { PHASE_OF, type Phase } from "~/domain/cases/stages";
import { sheetFor } from "~/domain/elements/sheet-list";
import type { PartyActor } from "~/domain/policy/actor";
import { currentAgreement } from "./agreement-facts.server";
import { agreementNumber } from "./agreement-papers.server";
import { linesOf } from "./agreement-view.server";
import { type CaseHead, caseHead } from "./case-head.server";
import { type CaseRow, Forbidden } from "./command.server";
import { documentShown, readableDocuments } from "./document-access.server";
import { isoOrNull } from "./iso.server";
import { currentOffer } from "./offers.server";
import { factsRecorded } from "./package-sources.server";
import { ownSessions } from "./party-sessions.server";
import { type PartyTodo, todosOf } from "./party-todo.server";
import { type Question, query } from "./query.server";
import { currentPackage } from "./review-facts.server";
import { allHaveSigned, signaturesOn } from "./signatures.server";

type Asked = Question<{ caseId: string }>;

function ownSide(question: Asked): PartyActor {
  if (question.actor.kind !== "party") throw new Forbidden("party-page");
  return question.actor;
}

/** While the talks last, facts to sign; after them only those that everybody signed. */
async function ownFacts({ tx }: Asked, row: CaseRow, partyId: string, partyIds: readonly string[]) {
  const isOpen = ["mediation", "signing", "failed"].includes(row.stage);
  const facts = (await factsRecorded(tx, row)).map((fact) => ({
    factId: fact.factId as string,
    no: fact.no,
    text: fact.text,
    source: fact.source,
    signedByMe: fact.signatures.some((one) => one.partyId === partyId),
    /** Who else has not signed, or will not, is not said. */
    complete: partyIds.every((id) => fact.signatures.some((one) => one.partyId === id)),
  }));
  return facts.filter((fact) => isOpen || fact.complete);
}

/** The agreement once it can be signed; a draft that the mediator still writes is not shown. */
async function ownAgreement({ tx, courtId }: Asked, row: CaseRow, head: CaseHead, partyId: string) {
  const agreement = await currentAgreement(tx, row);
  if (!agreement?.contentHash || agreement.status === "draft") return null;
  if (!agreement.effectiveAt && row.stage !== "signing") return null;
  const signed = await signaturesOn(tx, courtId, "agreement", agreement.id);
  const applied = await signaturesOn(tx, courtId, "confirmationApplication", agreement.id);
  const received = await signaturesOn(tx, courtId, "statement", agreement.id);
  const partyIds = head.parties.map((party) => party.id);
  const mine = (of: typeof signed) => of.some((one) => one.partyId === partyId);
  return {
    agreementId: agreement.id,
    number: agreementNumber(row, agreement.version),
    version: agreement.version,
    route: agreement.route,
    contentHash: agreement.contentHash,
    mainFacts: agreement.terms.mainFacts,
    lines: linesOf(head, agreement),
    effectiveAt: isoOrNull(agreement.effectiveAt),
    signedByMe: mine(signed),
    appliedByMe: mine(applied),
    applicationComplete: allHaveSigned(applied, partyIds, agreement.contentHash),
    receivedByMe: mine(received),
  };
}

async function ownObligations({ tx, courtId }: Asked, row: CaseRow, partyId: string) {
  const o = schema.obligations;
  const rows = await tx
    .select()
    .from(o)
    .where(and(eq(o.courtId, courtId), eq(o.caseId, row.id)))
    .orderBy(asc(o.dueOn), asc(o.ordinal), asc(o.instalment));
  return rows.map((one) => ({
    obligationId: one.id,
    ordinal: one.ordinal,
    instalment: one.instalment,
    kind: one.kind,
    amountFen: one.amountFen,
    dueOn: one.dueOn,
    performedOn: one.performedOn,
    owedByMe: one.obligorId === partyId,
  }));
}

async function ownConsent({ tx, courtId }: Asked, row: CaseRow, partyId: string) {
  const c = schema.consents;
  const [last] = await tx
    .select({ decision: c.decision })
    .from(c)
    .where(and(eq(c.courtId, courtId), eq(c.caseId, row.id), eq(c.partyId, partyId), eq(c.kind, "mediation")))
    .orderBy(desc(c.recordedAt), desc(c.id))
    .limit(1);
  return last?.decision ?? null;
}

const PHASES: readonly Phase[] = ["intake", "mediation", "review", "trial", "after"];

/**
 * What one side sees behind its link: how far the case is, the next session and its own answer, what to do, its papers,
 * facts and agreement to sign. Of the other side there is the name that every paper bears, and nothing else.
 */
export const partyPageQuery = query({
  name: "party-page",
  ability: "view-case",
  input: z.object({ caseId: z.string().uuid("idMalformed") }),
  run: async (question) => {
    const { tx, actor } = question;
    const { partyId, side } = ownSide(question);
    const row = question.theCase();
    const head = await caseHead(tx, row);
    const me = head.parties.find((party) => party.id === partyId);
    if (!me) throw new Forbidden("party-page");
    const partyIds = head.parties.map((party) => party.id);
    const sessions = await ownSessions(question, row, partyId, [
      me.id,
      ...me.agents.map((agent) => agent.id),
    ]);
    const facts = await ownFacts(question, row, partyId, partyIds);
    const agreement = await ownAgreement(question, row, head, partyId);
    const consent = await ownConsent(question, row, partyId);
    const handed = await currentPackage(tx, row);
    const asked = row.stage === "supplement" ? (handed?.returnedPoints ?? []) : [];
    const offer = await currentOffer(tx, row, question.now);
    const todos: readonly PartyTodo[] = todosOf({
      stage: row.stage,
      consent,
      offer: offer?.status !== "open" ? "none" : offer.answers[partyId] ? "answered" : "waiting",
      sessions,
      facts,
      agreement,
    });
    return {
      caseId: row.id,
      registrationNo: row.registrationNo,
      caseNo: row.caseNo,
      court: {
        name: head.court.name,
        nameEn: head.court.nameEn,
        shortName: head.court.shortName,
        address: head.court.address,
        phone: head.court.phone,
      },
      cause: { zh: head.cause.zh, en: head.cause.en },
      me: {
        partyId,
        side,
        name: me.name,
        consent,
        agents: me.agents.map(({ id, name }) => ({ agentId: id, name })),
        addressConfirmed: me.serviceAddressConfirmedAt !== null,
      },
      others: head.parties
        .filter((party) => party.side !== side)
        .map((party) => ({ name: party.name, side: party.side })),
      mediator: row.mediatorId ? { name: head.mediatorName, orgName: head.org?.name ?? null } : null,
      stage: row.stage,
      phase: PHASE_OF[row.stage],
      progress: PHASES.map((phase) => ({
        phase,
        state:
          phase === PHASE_OF[row.stage]
            ? ("now" as const)
            : PHASES.indexOf(phase) < PHASES.indexOf(PHASE_OF[row.stage])
              ? ("done" as const)
              : ("ahead" as const),
      })),
      todos,
      offer:
        offer?.status === "open"
          ? { until: offer.until, slots: offer.slots, chosen: offer.answers[partyId]?.choices ?? null }
          : null,
      sessions,
      facts,
      agreement,
      obligations: await ownObligations(question, row, partyId),
      asked,
      hasSheet: sheetFor(row.causeCode) !== null,
      documents: (await readableDocuments(tx, actor, row)).map(documentShown),
    };
  },
});

/** Only time and place, for answering a time without the second secret: nothing personal is in it. */
export const partyTimeQuery = query({
  name: "party-time",
  ability: "view-case",
  input: z.object({ caseId: z.string().uuid("idMalformed") }),
  run: async (question) => {
    const { tx } = question;
    const { partyId } = ownSide(question);
    const row = question.theCase();
    const a = schema.agents;
    const agents = await tx
      .select({ id: a.id })
      .from(a)
      .where(and(eq(a.courtId, row.courtId), eq(a.partyId, partyId)));
    const [court] = await tx.select().from(schema.courts).where(eq(schema.courts.id, row.courtId));
    const sessions = await ownSessions(question, row, partyId, [partyId, ...agents.map((agent) => agent.id)]);
    return {
      caseId: row.id,
      registrationNo: row.registrationNo,
      court: {
        name: court?.name ?? "",
        nameEn: court?.nameEn ?? "",
        address: court?.address ?? "",
        phone: court?.phone ?? "",
      },
      sessions: sessions.map(
        ({
          replyReason: _own,
          mediatorName: _who,
          mediatorNameEn: _whoEn,
          video: _behindTheSecret,
          ...one
        }) => one,
      ),
    };
  },
});
