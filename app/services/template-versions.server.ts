import { and, desc, eq, lte } from "drizzle-orm";
import { schema, type Tx } from "#db/client";
import { TEMPLATE_VERSION, type TemplateKind } from "~/adapters/documents/fields";
import type { OwnTemplate } from "~/adapters/documents/render.server";
import { DOCUMENT_KINDS } from "~/domain/documents/document-kinds";
import type { Deps } from "./deps.server";

export type TemplateVersion = typeof schema.documentTemplates.$inferSelect;

/** The court's version of a kind that holds on a court day, YYYY-MM-DD: the newest of those in force. Null is the built-in one. */
export async function templateInForce(
  of: { readonly tx: Tx; readonly courtId: string; readonly today: string },
  kind: TemplateKind,
): Promise<TemplateVersion | null> {
  const known = DOCUMENT_KINDS.find((one) => one === kind);
  if (!known) return null;
  const t = schema.documentTemplates;
  const [row] = await of.tx
    .select()
    .from(t)
    .where(and(eq(t.courtId, of.courtId), eq(t.kind, known), lte(t.effectiveOn, of.today)))
    .orderBy(desc(t.effectiveOn), desc(t.version))
    .limit(1);
  return row && !row.isBuiltIn ? row : null;
}

/** "2026-1" is built in; "v3" is the court's third. */
export const templateLabel = (version: Pick<TemplateVersion, "version"> | null): string =>
  version ? `v${version.version}` : TEMPLATE_VERSION;

/** The version as the renderer takes it; its hash names the bytes. */
export const ownTemplate = (
  deps: Pick<Deps, "files">,
  version: Pick<TemplateVersion, "fileId" | "sha256"> | null,
): OwnTemplate | undefined =>
  version
    ? {
        key: version.sha256,
        bytes: async () => {
          const bytes = await deps.files.get(version.fileId);
          if (!bytes) throw new Error("the template's file is gone");
          return bytes;
        },
      }
    : undefined;
