import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { FILE_KINDS, mediaTypes } from "~/adapters/file-kinds";
import { partiesOfCase, personName } from "./case-head.server";
import { Forbidden, NotFound } from "./command.server";
import { documentShown, readableDocuments } from "./document-access.server";
import { documentBytes } from "./documents.server";
import { contactLogPaper, sessionNoticePaper } from "./notice-papers.server";
import { fileQuery, query } from "./query.server";

const caseId = z.string().uuid("idMalformed");

/** The case's documents as this actor may read them. */
export const documentsQuery = query({
  name: "documents",
  ability: "view-files",
  input: z.object({ caseId }),
  run: async (question) => ({
    documents: (await readableDocuments(question.tx, question.actor, question.theCase())).map(documentShown),
  }),
});

/** One document's bytes, for the door that sends files; for everybody who may not read it, it is not there. */
export const readDocumentQuery = fileQuery({
  name: "read-document",
  ability: "view-files",
  input: z.object({ caseId, documentId: z.string().uuid("idMalformed") }),
  run: async (question) => {
    const { tx, actor, courtId, input, deps } = question;
    const document = (await readableDocuments(tx, actor, question.theCase())).find(
      (one) => one.id === input.documentId,
    );
    const bytes = document ? await deps.files.get(document.fileId) : undefined;
    if (!document || !bytes) throw new NotFound("document");
    const f = schema.files;
    const [file] = await tx
      .select({ name: f.name, kind: f.type })
      .from(f)
      .where(and(eq(f.courtId, courtId), eq(f.id, document.fileId)));
    const kind = FILE_KINDS.find((one) => one === file?.kind);
    return {
      documentId: document.id,
      name: file?.name ?? `${document.title}.docx`,
      type: kind ? mediaTypes[kind] : "application/octet-stream",
      sha256: document.sha256,
      bytes,
    };
  },
});

/** The notice of a session for one party, made afresh from the booking as it stands; a link gets its own. */
export const sessionNoticeQuery = fileQuery({
  name: "session-notice",
  ability: "view-files",
  input: z.object({
    caseId,
    sessionId: z.string().uuid("idMalformed"),
    partyId: z.string().uuid("idMalformed").optional(),
  }),
  run: async (question) => {
    const { tx, actor, courtId, input } = question;
    const row = question.theCase();
    const partyId = actor.kind === "party" ? actor.partyId : input.partyId;
    const party = (await partiesOfCase(tx, courtId, row.id)).find((one) => one.id === partyId);
    const data = party ? await sessionNoticePaper(tx, row, party, input.sessionId) : null;
    if (!data) throw new NotFound("session");
    return docx("调解时间地点通知书", await documentBytes(question, row, "sessionNotice", data));
  },
});

/** The log of contacts as a document, for those who keep it and for the file of an unreachable party. */
export const contactLogQuery = fileQuery({
  name: "contact-log",
  ability: "edit-contacts",
  input: z.object({ caseId }),
  run: async (question) => {
    const { tx, actor, courtId } = question;
    if (actor.kind !== "user") throw new Forbidden("contact-log");
    const row = question.theCase();
    const madeBy = (await personName(tx, courtId, actor.userId)) ?? "";
    return docx(
      "联系记录",
      await documentBytes(question, row, "contactLog", await contactLogPaper(tx, row, madeBy)),
    );
  },
});

const docx = (title: string, bytes: Buffer) => ({ name: `${title}.docx`, type: mediaTypes.docx, bytes });
