import { dropDocumentBatch } from "./drop-document-batch.server";
import { finishDocumentBatch } from "./finish-document-batch.server";
import { prepareDocumentBatch } from "./prepare-document-batch.server";
import { documentBatchesQuery, documentBatchQuery } from "./queries-document-batches.server";
import {
  templateFileQuery,
  templatePreviewQuery,
  templateQuery,
  templatesQuery,
} from "./queries-templates.server";
import { restoreTemplate } from "./restore-template.server";
import { startDocumentBatch } from "./start-document-batch.server";
import { uploadTemplate } from "./upload-template.server";
import { writeBatchDocuments } from "./write-batch-documents.server";

/** What is asked about batches of documents and the court's templates. */
export const DOCUMENT_QUERIES = [
  documentBatchesQuery,
  documentBatchQuery,
  templatesQuery,
  templateQuery,
  templateFileQuery,
  templatePreviewQuery,
] as const;

/** One kind of document for many cases, from choosing to packing. */
export const DOCUMENT_VERBS = [
  prepareDocumentBatch,
  startDocumentBatch,
  dropDocumentBatch,
  writeBatchDocuments,
  finishDocumentBatch,
  uploadTemplate,
  restoreTemplate,
];
