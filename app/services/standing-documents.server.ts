import { and, asc, eq } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import type { DocumentKind } from "~/domain/documents/document-kinds";
import { currentAgreement } from "./agreement-facts.server";
import { agreementNumber } from "./agreement-papers.server";
import type { CaseRow } from "./command.server";

export type DocumentRow = typeof schema.documents.$inferSelect;

/** Papers of one version of an agreement; they carry its number. */
const OF_AGREEMENT: readonly DocumentKind[] = ["agreement", "confirmationApplication"];

export const allDocuments = (tx: Tx, row: CaseRow): Promise<DocumentRow[]> => {
  const d = schema.documents;
  return tx
    .select()
    .from(d)
    .where(and(eq(d.courtId, row.courtId), eq(d.caseId, row.id)))
    .orderBy(asc(d.createdAt), asc(d.id));
};

/**
 * The documents that stand: everything but agreements that were never signed by all, and applications for them. Such a
 * draft is an offer (INV 22, ONL 18): it reaches no judge and no package. Nor does a report on ending that nobody has
 * written yet: what was drafted at the end of the period waits for its signature.
 */
export async function standingDocuments(tx: Tx, row: CaseRow): Promise<DocumentRow[]> {
  const agreement = await currentAgreement(tx, row);
  const effective = agreement?.effectiveAt ? agreementNumber(row, agreement.version) : null;
  return (await allDocuments(tx, row)).filter(
    (one) =>
      (!OF_AGREEMENT.includes(one.kind) || (effective !== null && one.number === effective)) &&
      (one.kind !== "terminationReport" || row.terminationReportedAt !== null),
  );
}

export async function standingDocument(
  tx: Tx,
  row: CaseRow,
  kind: DocumentKind,
): Promise<DocumentRow | undefined> {
  return (await standingDocuments(tx, row)).filter((one) => one.kind === kind).at(-1);
}
