import type { DocumentKind } from "./document-kinds";

/**
 * What may be written for many cases at one go: notices, forms and letters. What somebody decides or signs (rulings,
 * statements, agreements) is never here: the judge opens each (INT 356), each side reads its own.
 */
export const BATCH_KINDS = [
  "sessionNotice",
  "guidance",
  "consentForm",
  "rightsNotice",
  "serviceAddress",
  "delegationLetter",
] as const satisfies readonly DocumentKind[];
export type BatchKind = (typeof BATCH_KINDS)[number];

/** The kinds with an addressee: one for every party of a case, each of which sees only its own. */
export const TO_PARTIES: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  "sessionNotice",
  "guidance",
  "consentForm",
  "rightsNotice",
  "serviceAddress",
]);

/** draft: chosen, not yet started; packing: every document stands in its file, the archive is being made. */
export const BATCH_STATUSES = ["draft", "running", "packing", "done", "stopped"] as const;
export type BatchStatus = (typeof BATCH_STATUSES)[number];

export const ITEM_STATUSES = ["queued", "done", "missing", "failed"] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** Why a case has no document: something it lacks, or something no document can hold. */
export const ITEM_REASONS = [
  "caseClosed",
  "noSession",
  "noMediator",
  "noParty",
  "tooLong",
  "unmade",
  "stopped",
] as const;
export type ItemReason = (typeof ITEM_REASONS)[number];

/** What a kind asks of a case, as far as it can be seen before anything is written. */
export type BatchCase = {
  readonly isClosed: boolean;
  readonly hasSession: boolean;
  readonly hasMediator: boolean;
};

/** The first thing a case lacks for a document of that kind, or null. */
export function lacking(kind: BatchKind, of: BatchCase): ItemReason | null {
  if (of.isClosed) return "caseClosed";
  if (kind === "sessionNotice" && !of.hasSession) return "noSession";
  if (kind === "delegationLetter" && !of.hasMediator) return "noMediator";
  return null;
}

/** "W2026-000012": the year of the start and the court's serial number in it. */
export const batchNumber = (year: number, serial: number): string =>
  `W${year}-${String(serial).padStart(6, "0")}`;
/** "W2026-000012-0003": a document's own number in its batch, the same however often the work is taken up again. */
export const batchDocumentNumber = (batch: string, ordinal: number): string =>
  `${batch}-${String(ordinal).padStart(4, "0")}`;

/** Documents of one volume of the print file: a word processor opens it and a printer takes it in one go. */
export const VOLUME = 200;
/** Most cases of one batch. */
export const MOST_CASES = 5000;
