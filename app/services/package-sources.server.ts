import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import { asId, type CaseId, type FactId, type FileId, type PartyId } from "~/domain/ids";
import type { UndisputedFact } from "~/domain/mediation/undisputed-facts";
import type { PackageKind } from "~/domain/review/decision-codes";
import {
  buildPackage,
  type Package,
  type PackageElements,
  type PackageParty,
  type PackageSources,
} from "~/domain/review/package";
import { currentAgreement } from "./agreement-facts.server";
import type { CaseRow } from "./command.server";
import { courtDay } from "./deps.server";
import { filledSheet, type Version } from "./element-answers.server";
import { standingDocuments } from "./standing-documents.server";

type Tables = Pick<typeof schema, "parties" | "agents" | "undisputedFacts" | "clocks">;
const ofCase = (t: Tables[keyof Tables], row: CaseRow) =>
  and(eq(t.courtId, row.courtId), eq(t.caseId, row.id));

async function partiesOf(tx: Tx, row: CaseRow): Promise<PackageParty[]> {
  const p = schema.parties;
  const a = schema.agents;
  const parties = await tx.select().from(p).where(ofCase(p, row)).orderBy(asc(p.side), asc(p.ordinal));
  const agents = await tx.select().from(a).where(ofCase(a, row)).orderBy(asc(a.name));
  const t = schema.attendances;
  const checked = await tx
    .select({ partyId: t.partyId })
    .from(t)
    .where(and(eq(t.courtId, row.courtId), eq(t.caseId, row.id), eq(t.identityChecked, true)));
  return parties.map((party) => ({
    partyId: asId<PartyId>(party.id),
    side: party.side,
    name: party.name,
    identityVerified: checked.some((one) => one.partyId === party.id),
    serviceAddress: party.serviceAddressConfirmedAt ? "confirmed" : null,
    agents: agents
      .filter((agent) => agent.partyId === party.id)
      .map((agent) => ({ name: agent.name, specialAuthority: agent.authority === "special" })),
  }));
}

export async function factsRecorded(tx: Tx, row: CaseRow): Promise<UndisputedFact[]> {
  const u = schema.undisputedFacts;
  const facts = await tx
    .select()
    .from(u)
    .where(and(ofCase(u, row), isNull(u.withdrawnAt)))
    .orderBy(asc(u.ordinal));
  if (!facts.length) return [];
  const s = schema.signatures;
  const signatures = await tx
    .select({ subjectId: s.subjectId, partyId: s.partyId, at: s.happenedAt })
    .from(s)
    .where(
      and(
        eq(s.courtId, row.courtId),
        eq(s.subjectKind, "undisputedFacts"),
        inArray(
          s.subjectId,
          facts.map((fact) => fact.id),
        ),
      ),
    );
  return facts.map((fact) => ({
    factId: asId<FactId>(fact.id),
    no: fact.ordinal,
    text: fact.fact,
    source: fact.source === "evidence" ? "evidence" : "bothSaid",
    elementKey: fact.elementName,
    ...(fact.claimantVersion !== null && fact.respondentVersion !== null
      ? { agreedIn: { claimant: fact.claimantVersion, respondent: fact.respondentVersion } }
      : {}),
    signatures: signatures
      .filter((one) => one.subjectId === fact.id && one.partyId)
      .map((one) => ({
        partyId: asId<PartyId>(one.partyId as string),
        signedAt: one.at.toUTC().toISO() as string,
      })),
  }));
}

async function mediationOf(tx: Tx, row: CaseRow): Promise<PackageSources["mediation"]> {
  const m = schema.rosterMembers;
  const o = schema.organisations;
  const a = schema.assignments;
  const [mediator] = row.mediatorId
    ? await tx
        .select({ name: m.name })
        .from(m)
        .where(and(eq(m.courtId, row.courtId), eq(m.personId, row.mediatorId)))
    : [];
  const [org] = row.orgId
    ? await tx
        .select({ name: o.name })
        .from(o)
        .where(and(eq(o.courtId, row.courtId), eq(o.id, row.orgId)))
    : [];
  const [assignment] = await tx
    .select({ at: a.acceptedAt })
    .from(a)
    .where(and(eq(a.courtId, row.courtId), eq(a.caseId, row.id), eq(a.status, "accepted")))
    .orderBy(desc(a.offeredAt))
    .limit(1);
  const sc = schema.sessionCases;
  const s = schema.sessions;
  const held = await tx
    .select({ mode: s.mode, at: s.openedAt })
    .from(sc)
    .innerJoin(s, and(eq(s.courtId, sc.courtId), eq(s.id, sc.sessionId)))
    .where(and(eq(sc.courtId, row.courtId), eq(sc.caseId, row.id), eq(s.status, "held")))
    .orderBy(asc(s.openedAt));
  const r = schema.terminationReports;
  const [report] = await tx
    .select()
    .from(r)
    .where(and(eq(r.courtId, row.courtId), eq(r.caseId, row.id)));
  return {
    mediatorName: mediator?.name ?? "",
    orgName: org?.name ?? null,
    acceptedOn: assignment?.at ? courtDay(assignment.at) : null,
    sessions: held.flatMap((one) => (one.at ? [{ heldOn: courtDay(one.at), mode: one.mode }] : [])),
    end: row.mediationEnd,
    report: report
      ? {
          reason: report.reason,
          costRaisingConduct: report.costRaisingConduct,
          suggestions: report.suggestions,
        }
      : null,
  };
}

async function agreementOf(tx: Tx, row: CaseRow): Promise<PackageSources["agreement"]> {
  const agreement = await currentAgreement(tx, row);
  if (!agreement || (agreement.route !== "confirm" && agreement.route !== "statement")) return null;
  const s = schema.signatures;
  const applied = await tx
    .select({ partyId: s.partyId })
    .from(s)
    .where(
      and(
        eq(s.courtId, row.courtId),
        eq(s.subjectKind, "confirmationApplication"),
        eq(s.subjectId, agreement.id),
      ),
    );
  const c = schema.clocks;
  const [until] = await tx
    .select()
    .from(c)
    .where(and(ofCase(c, row), eq(c.rule, "T11"), isNull(c.endedAt)));
  return {
    number: `${row.registrationNo}-${agreement.version}`,
    effectiveOn: agreement.effectiveAt ? courtDay(agreement.effectiveAt) : null,
    route: agreement.route,
    terms: agreement.terms,
    appliedBy: applied.flatMap((one) => (one.partyId ? [asId<PartyId>(one.partyId)] : [])),
    applyUntilOn: until?.dueOn ?? null,
  };
}

/** Of each side the newest that it handed in; nothing where the claimant handed nothing in. */
async function elementsOf(tx: Tx, row: CaseRow): Promise<PackageElements | null> {
  const filled = await filledSheet(tx, row, { pleaded: true });
  if (!filled || filled.claimant.version === 0) return null;
  const { sheet, claimant, respondent } = filled;
  const said = <T>({ version, answers }: Version<T>) => ({ version, answers });
  return {
    sheetKey: sheet.key,
    claimant: said(claimant),
    respondent: respondent.version === 0 ? null : said(respondent),
  };
}

/** Settled while an agreement stands; failed once the mediation ended without one. */
export const packageKindOf = (row: CaseRow): PackageKind =>
  row.stage === "failed" || row.stage === "dismissed" ? "failed" : "settled";

/** The package as it would be handed over now. The confidential tables are not read here, and could not be put in. */
export async function packageOf(tx: Tx, row: CaseRow): Promise<Package> {
  const documents = await standingDocuments(tx, row);
  return buildPackage({
    kind: packageKindOf(row),
    caseId: asId<CaseId>(row.id),
    caseNumber: row.caseNo,
    registrationNumber: row.registrationNo,
    regime: row.regime,
    intake: row.intake,
    causeCode: row.causeCode,
    amountFen: row.amountFen,
    claims: row.claims,
    parties: await partiesOf(tx, row),
    mediation: await mediationOf(tx, row),
    undisputedFacts: await factsRecorded(tx, row),
    elements: await elementsOf(tx, row),
    agreement: await agreementOf(tx, row),
    documents: documents.map((one) => ({
      kind: one.kind,
      fileId: asId<FileId>(one.fileId),
      name: one.title,
    })),
  });
}
