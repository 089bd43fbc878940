import { and, desc, eq, ne, sql } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import type { AgreementFacts, CaseFacts } from "~/domain/cases/facts";
import { asId, type PartyId } from "~/domain/ids";
import { missingTerms } from "~/domain/mediation/completeness";
import type { CaseRow } from "./command.server";
import { courtDay } from "./deps.server";

export type AgreementRow = typeof schema.agreements.$inferSelect;

/** The agreement that counts: the newest that no later version has replaced. */
export async function currentAgreement(tx: Tx, row: CaseRow): Promise<AgreementRow | null> {
  const a = schema.agreements;
  const [found] = await tx
    .select()
    .from(a)
    .where(and(eq(a.courtId, row.courtId), eq(a.caseId, row.id), ne(a.status, "superseded")))
    .orderBy(desc(a.version))
    .limit(1);
  return found ?? null;
}

async function signersOf(
  tx: Tx,
  row: CaseRow,
  subjectKind: "agreement" | "confirmationApplication",
  subjectId: string,
) {
  const s = schema.signatures;
  return tx
    .select({ kind: s.signerKind, partyId: s.partyId, hash: s.contentHash })
    .from(s)
    .where(and(eq(s.courtId, row.courtId), eq(s.subjectKind, subjectKind), eq(s.subjectId, subjectId)));
}

/** What the case table looks at in the agreement; null while none is drafted. */
export async function agreementFacts(tx: Tx, row: CaseRow): Promise<AgreementFacts | null> {
  const agreement = await currentAgreement(tx, row);
  if (!agreement) return null;
  const p = schema.parties;
  const parties = await tx
    .select({ id: p.id })
    .from(p)
    .where(and(eq(p.courtId, row.courtId), eq(p.caseId, row.id)));
  const a = schema.agents;
  const agents = await tx
    .select({ authority: a.authority })
    .from(a)
    .where(and(eq(a.courtId, row.courtId), eq(a.caseId, row.id)));
  const signed = (await signersOf(tx, row, "agreement", agreement.id)).filter(
    (one) => one.hash === agreement.contentHash,
  );
  const applied = await signersOf(tx, row, "confirmationApplication", agreement.id);
  const everyParty = (of: readonly { partyId: string | null }[]) =>
    parties.length > 0 && parties.every((party) => of.some((one) => one.partyId === party.id));
  const missing = missingTerms(agreement.terms, {
    parties: parties.map((party) => asId<PartyId>(party.id)),
    route: agreement.route,
    today: courtDay(agreement.createdAt),
  });
  return {
    missing: missing.map((one) => one.code),
    allSigned:
      agreement.effectiveAt !== null || (everyParty(signed) && signed.some((one) => one.kind === "mediator")),
    agentsAuthorised: agents.every((agent) => agent.authority === "special"),
    effectiveOn: agreement.effectiveAt ? courtDay(agreement.effectiveAt) : null,
    orgPresided: row.orgId !== null,
    statusContent: agreement.terms.statusContent,
    titleContent: agreement.terms.titleContent,
    bindsOnSigning: agreement.terms.bindsOnSigning,
    performedAtOnce: agreement.performedAtOnce,
    bothApplied: everyParty(applied),
    route: agreement.route,
  };
}

/** How much of an effective agreement is performed; overdue counts from the day after the due day. */
export async function performanceFacts(
  tx: Tx,
  row: CaseRow,
  today: string,
): Promise<CaseFacts["performance"]> {
  const o = schema.obligations;
  const [counted] = await tx
    .select({
      obligations: sql<number>`count(*)::int`,
      performed: sql<number>`count(${o.performedOn})::int`,
      overdue: sql<number>`(count(*) filter (where ${o.performedOn} is null and ${o.dueOn} < ${today}))::int`,
    })
    .from(o)
    .where(and(eq(o.courtId, row.courtId), eq(o.caseId, row.id)));
  return counted ?? { obligations: 0, performed: 0, overdue: 0 };
}
