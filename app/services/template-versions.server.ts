import { and, desc, eq, lte } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import { documentFields, TEMPLATE_VERSION, type TemplateKind } from "~/adapters/documents/fields";
import type { OwnTemplate } from "~/adapters/documents/render.server";
import { DOCUMENT_KINDS, type DocumentKind } from "~/domain/documents/document-kinds";
import type { Deps } from "./deps.server";

export type TemplateVersion = typeof schema.documentTemplates.$inferSelect;

type OnDay = { readonly tx: Tx; readonly courtId: string; readonly today: string };

/** The court's own text of a kind that holds on a court day, YYYY-MM-DD. Null is the built-in one. */
export async function templateInForce(of: OnDay, kind: TemplateKind): Promise<TemplateVersion | null> {
  const row = await versionInForce(of, kind);
  return row?.fileId ? row : null;
}

/** The newest version of those whose day has come; one without a file is the way back to the built-in text. */
export async function versionInForce(of: OnDay, kind: TemplateKind): Promise<TemplateVersion | null> {
  const known = DOCUMENT_KINDS.find((one) => one === kind);
  if (!known) return null;
  const t = schema.documentTemplates;
  const [row] = await of.tx
    .select()
    .from(t)
    .where(and(eq(t.courtId, of.courtId), eq(t.kind, known), lte(t.effectiveOn, of.today)))
    .orderBy(desc(t.effectiveOn), desc(t.version))
    .limit(1);
  return row ?? null;
}

/** "2026-1" is built in; "v3" is the court's third. */
export const templateLabel = (version: Pick<TemplateVersion, "version"> | null): string =>
  version ? `v${version.version}` : TEMPLATE_VERSION;

/** The version as the renderer takes it; its hash names the bytes. */
export const ownTemplate = (
  deps: Pick<Deps, "files">,
  version: Pick<TemplateVersion, "fileId" | "sha256"> | null,
): OwnTemplate | undefined => {
  if (!version?.fileId || !version.sha256) return undefined;
  const { fileId, sha256 } = version;
  return {
    key: sha256,
    bytes: async () => {
      const bytes = await deps.files.get(fileId);
      if (!bytes) throw new Error("the template's file is gone");
      return bytes;
    },
  };
};

/** The kinds whose template a court may edit: those with a template that stand in the file as documents. */
export type TemplatedKind = TemplateKind & DocumentKind;
export const TEMPLATE_KINDS = DOCUMENT_KINDS.filter((kind): kind is TemplatedKind => kind in documentFields);
