import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { schema } from "#db/client";
import type { commonFields, DocumentData, TemplateKind } from "~/adapters/documents/fields";
import { renderDocument } from "~/adapters/documents/render.server";
import type { DocumentKind } from "~/domain/documents/document-kinds";
import type { Actor } from "~/domain/policy/actor";
import { documentDate } from "~/i18n/agreement-text";
import * as documentCodes from "~/i18n/document-codes";
import * as words from "~/i18n/documents";
import { sayAny, textFor } from "~/i18n/text";
import { caseHead } from "./case-head.server";
import type { CaseRow, Command } from "./command.server";
import type { Deps } from "./deps.server";
import { actorIdOf } from "./record.server";
import { ownTemplate, templateInForce, templateLabel } from "./template-versions.server";

/** The kinds that have a template of their own and stand in the file as documents. */
export type IssuedKind = TemplateKind & DocumentKind;
type Common = (typeof commonFields)[number];
/** What a kind is filled with, less what every document has. */
export type PaperData<K extends TemplateKind> = Omit<DocumentData[K], Common>;

export type Issued = { readonly documentId: string; readonly fileId: string; readonly sha256: string };
export type IssueOptions = {
  /** The document's own number: a ruling's official one, an agreement's own. */
  readonly number?: string | null;
  /** What stands in the number's place while there is none. */
  readonly numberShown?: string;
  /** Court day on the document, YYYY-MM-DD; today unless given. */
  readonly on?: string;
  /** What it is called while it is not what its kind says: a draft. */
  readonly title?: string;
  /** Writes a new text of a document that stands in the file already (its number came, it was signed). */
  readonly replaces?: string;
};

const NOBODY = "00000000-0000-0000-0000-000000000000";
/** A job has no person's id. */
export const authorOf = (actor: Actor): string => (actor.kind === "job" ? NOBODY : actorIdOf(actor));

/** The finished bytes of any template for a case, with the court's name, number, date and demo mark on them. */
export async function documentBytes<K extends TemplateKind>(
  command: { readonly deps: Pick<Deps, "demo" | "files"> } & Pick<
    Command<unknown>,
    "tx" | "today" | "courtId"
  >,
  row: CaseRow,
  kind: K,
  data: PaperData<K>,
  options: IssueOptions = {},
): Promise<Buffer> {
  const head = await caseHead(command.tx, row);
  const common = commonValues({
    demo: command.deps.demo,
    courtName: head.court.name,
    docNo: options.number ?? options.numberShown ?? row.caseNo ?? row.registrationNo,
    on: options.on ?? command.today,
  });
  const template = await templateInForce(command, kind);
  return renderDocument(kind, { ...data, ...common } as DocumentData[K], ownTemplate(command.deps, template));
}

/** What every document has: the court, its own number, the day on it, and in a demo that all is invented. */
export const commonValues = (of: {
  demo: boolean;
  courtName: string;
  docNo: string;
  on: string;
}): Record<Common, string> => ({
  courtName: of.courtName,
  docNo: of.docNo,
  issuedOn: documentDate("zh-CN", of.on),
  demoMark: of.demo ? textFor("zh-CN", words)("demoMark") : "",
});

/** Renders a document, keeps its bytes and enters it in the case's file. A failed act leaves at most bytes that nothing points at. */
export async function issueDocument<K extends IssuedKind>(
  command: Command<unknown>,
  row: CaseRow,
  kind: K,
  data: PaperData<K>,
  options: IssueOptions = {},
): Promise<Issued> {
  const { tx, courtId, now, actor, deps } = command;
  const bytes = await documentBytes(command, row, kind, data, options);
  const stored = await deps.files.put(bytes, { kinds: ["docx"] });
  if (!stored.ok) throw new Error(`a rendered ${kind} was not taken: ${stored.refusal}`);
  const { id: fileId, sha256, size } = stored.file;
  const title = options.title ?? sayAny("zh-CN", documentCodes, `kind.${kind}`);
  const byId = authorOf(actor);
  const template = templateLabel(await templateInForce(command, kind));
  await tx.insert(schema.files).values({
    courtId,
    id: fileId,
    caseId: row.id,
    name: `${title}.docx`,
    type: "docx",
    size,
    sha256,
    byId,
    createdAt: now,
  });
  const d = schema.documents;
  const number = options.number ?? null;
  if (options.replaces) {
    const f = schema.files;
    const [earlier] = await tx
      .select({ fileId: d.fileId })
      .from(d)
      .where(and(eq(d.courtId, courtId), eq(d.id, options.replaces)));
    // The earlier text is no longer the document: nobody reaches it by its file any more.
    if (earlier) await tx.delete(f).where(and(eq(f.courtId, courtId), eq(f.id, earlier.fileId)));
    await tx
      .update(d)
      .set({ fileId, sha256, number, title, template })
      .where(and(eq(d.courtId, courtId), eq(d.id, options.replaces)));
    return { documentId: options.replaces, fileId, sha256 };
  }
  const documentId = uuidv7();
  await tx.insert(d).values({
    courtId,
    id: documentId,
    caseId: row.id,
    kind,
    title,
    template,
    fileId,
    sha256,
    number,
    byId,
    createdAt: now,
  });
  return { documentId, fileId, sha256 };
}
