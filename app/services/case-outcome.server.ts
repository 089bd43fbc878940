import { and, asc, eq } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import type { CaseFacts } from "~/domain/cases/facts";
import { asId, type PartyId } from "~/domain/ids";
import { isUndisputed } from "~/domain/mediation/undisputed-facts";
import type { Actor } from "~/domain/policy/actor";
import { currentAgreement } from "./agreement-facts.server";
import { partiesOfCase } from "./case-head.server";
import type { CaseRow } from "./command.server";
import { documentShown, readableDocuments } from "./document-access.server";
import { isInCircle } from "./mediation-circle.server";
import { factsRecorded } from "./package-sources.server";

/** The documents of a case that this actor may read, newest first; the bytes go through the file door. */
export const documentsShown = async (tx: Tx, actor: Actor, row: CaseRow) =>
  (await readableDocuments(tx, actor, row)).map(documentShown).reverse();

export async function numbersShown(tx: Tx, row: CaseRow) {
  const n = schema.caseNumbers;
  const rows = await tx
    .select({ family: n.family, number: n.number, source: n.source, givenAt: n.givenAt })
    .from(n)
    .where(and(eq(n.courtId, row.courtId), eq(n.caseId, row.id)))
    .orderBy(asc(n.givenAt));
  return rows.map((one) => ({ ...one, givenAt: one.givenAt.toUTC().toISO() }));
}

/** The facts put up for signing, with who has signed them; outside the mediation only those that everybody signed. */
export async function undisputedShown(tx: Tx, actor: Actor, row: CaseRow) {
  const parties = (await partiesOfCase(tx, row.courtId, row.id)).map((party) => ({
    partyId: asId<PartyId>(party.id),
    side: party.side,
  }));
  const facts = await factsRecorded(tx, row);
  return facts
    .filter((one) => isInCircle(actor) || isUndisputed(one, parties))
    .map((one) => ({
      factId: one.factId as string,
      ordinal: one.no,
      text: one.text,
      signedBy: one.signatures.map((signature) => signature.partyId as string),
    }));
}

/** The agreement that stands; one that is not signed by all is shown to those who mediate alone. */
export async function agreementShown(tx: Tx, actor: Actor, row: CaseRow, facts: CaseFacts) {
  const agreement = await currentAgreement(tx, row);
  if (!agreement || (!agreement.effectiveAt && !isInCircle(actor))) return null;
  const s = schema.signatures;
  const signatures = await tx
    .select({ partyId: s.partyId, kind: s.signerKind, at: s.happenedAt })
    .from(s)
    .where(
      and(
        eq(s.courtId, row.courtId),
        eq(s.subjectKind, "agreement"),
        eq(s.subjectId, agreement.id),
        eq(s.contentHash, agreement.contentHash ?? ""),
      ),
    );
  return {
    agreementId: agreement.id,
    version: agreement.version,
    status: agreement.status,
    route: agreement.route,
    effectiveAt: agreement.effectiveAt?.toUTC().toISO() ?? null,
    missing: facts.agreement?.missing ?? [],
    allSigned: facts.agreement?.allSigned ?? false,
    signatures: signatures.map((one) => ({ ...one, at: one.at.toUTC().toISO() })),
  };
}
