import type { Tx } from "#db/client";
import type { DocumentKind } from "~/domain/documents/document-kinds";
import type { Actor } from "~/domain/policy/actor";
import { currentAgreement } from "./agreement-facts.server";
import { agreementNumber } from "./agreement-papers.server";
import type { CaseRow } from "./command.server";
import { iso } from "./iso.server";
import { isInCircle } from "./mediation-circle.server";
import { allDocuments, type DocumentRow, standingDocuments } from "./standing-documents.server";

/** What is addressed to both sides, or is theirs. */
const FOR_SIDES: readonly DocumentKind[] = [
  "guidance",
  "consentForm",
  "serviceAddress",
  "sessionNotice",
  "selectionNotice",
  "rightsNotice",
  "disclosure",
  "undisputedFacts",
  "extensionConsent",
  "agreement",
  "confirmationApplication",
  "rulingConfirmed",
  "rulingDismissed",
  "rulingNotAccepted",
  "rulingWithdrawn",
  "statement",
  "receipt",
  "correctionNotice",
  "intakeRefusal",
  "feeNotice",
  "summons",
  "enforcementSheet",
];
/** Minutes hold what was said; they are read where notes are written. */
const STAYS: readonly DocumentKind[] = ["minutes"];

/** May this actor fetch the file by its id? Uploads are for the file door to judge; a document's file follows the document. */
export async function mayReadFile(tx: Tx, actor: Actor, row: CaseRow, fileId: string): Promise<boolean> {
  if (!(await allDocuments(tx, row)).some((one) => one.fileId === fileId)) return true;
  return (await readableDocuments(tx, actor, row)).some((one) => one.fileId === fileId);
}

/** The documents of a case that this actor may read, oldest first. Others do not exist for him. */
export async function readableDocuments(tx: Tx, actor: Actor, row: CaseRow): Promise<DocumentRow[]> {
  const standing = await standingDocuments(tx, row);
  if (!isInCircle(actor)) return standing.filter((one) => !STAYS.includes(one.kind));
  const agreement = await currentAgreement(tx, row);
  const isOpen = agreement?.status === "signing" && (actor.kind !== "party" || row.stage === "signing");
  const onTheTable = agreement && isOpen ? agreementNumber(row, agreement.version) : null;
  const all = (await allDocuments(tx, row)).filter(
    (one) =>
      standing.some((each) => each.id === one.id) ||
      one.kind === "terminationReport" ||
      (onTheTable !== null && one.number === onTheTable),
  );
  if (actor.kind !== "party") return all;
  // What is addressed to one of a side's people is not the other side's, nor another addressee's.
  return all.filter(
    (one) => FOR_SIDES.includes(one.kind) && (one.partyId === null || one.partyId === actor.partyId),
  );
}

export const documentShown = (one: DocumentRow) => ({
  documentId: one.id,
  kind: one.kind,
  title: one.title,
  number: one.number,
  fileId: one.fileId,
  createdAt: iso(one.createdAt),
});
