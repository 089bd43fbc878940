import { and, desc, eq, or } from "drizzle-orm";
import { z } from "zod";
import { schema, type Tx } from "#db/client";
import {
  commonFields,
  type DocumentData,
  documentFields,
  TEMPLATE_VERSION,
} from "~/adapters/documents/fields";
import { builtInTemplate, renderDocument } from "~/adapters/documents/render.server";
import { mediaTypes } from "~/adapters/file-kinds";
import * as documentCodes from "~/i18n/document-codes";
import { sayAny } from "~/i18n/text";
import { idText } from "./case-act.server";
import { NotFound } from "./command.server";
import { commonValues } from "./documents.server";
import { iso } from "./iso.server";
import { fileQuery, query } from "./query.server";
import { previewData } from "./template-preview.server";
import {
  ownTemplate,
  TEMPLATE_KINDS,
  type TemplatedKind,
  type TemplateVersion,
  templateInForce,
  templateLabel,
  versionInForce,
} from "./template-versions.server";

/** The first where none is named. */
const kind = z.enum(TEMPLATE_KINDS).default("guidance");
const titleOf = (of: TemplatedKind) => sayAny("zh-CN", documentCodes, `kind.${of}`);

/** Every kind with the version that holds today. */
export const templatesQuery = query({
  name: "templates",
  ability: "manage-templates",
  input: z.object({}),
  run: async (question) => {
    const kinds = [];
    for (const one of TEMPLATE_KINDS) {
      const inForce = await templateInForce(question, one);
      kinds.push({
        kind: one,
        inForce: templateLabel(inForce),
        isOwn: inForce !== null,
        since: inForce?.effectiveOn ?? null,
      });
    }
    return { kinds };
  },
});

/** One kind: its versions, newest first, and every field that its template may have. */
export const templateQuery = query({
  name: "template",
  ability: "manage-templates",
  input: z.object({ kind }),
  run: async (question) => {
    const { tx, courtId, input, today } = question;
    const t = schema.documentTemplates;
    const versions = await tx
      .select()
      .from(t)
      .where(and(eq(t.courtId, courtId), eq(t.kind, input.kind)))
      .orderBy(desc(t.version));
    const now = await versionInForce(question, input.kind);
    const { fields, lists } = documentFields[input.kind];
    return {
      kind: input.kind,
      today,
      builtIn: TEMPLATE_VERSION,
      inForce: templateLabel(now?.fileId ? now : null),
      versions: versions.map((one) => ({
        templateId: one.id,
        label: templateLabel(one),
        isBuiltIn: one.fileId === null,
        name: one.name,
        effectiveOn: one.effectiveOn,
        createdAt: iso(one.createdAt),
        isInForce: one.id === now?.id,
      })),
      fields: [...commonFields, ...fields],
      lists: Object.entries<readonly string[]>(lists).map(([list, items]) => ({ list, items })),
    };
  },
});

/** A version by its id; without one what holds today. A version of another kind is none. */
async function versionAsked(
  of: { readonly tx: Tx; readonly courtId: string; readonly today: string },
  input: { readonly kind: TemplatedKind; readonly templateId?: string | undefined },
): Promise<TemplateVersion | null> {
  if (!input.templateId) return templateInForce(of, input.kind);
  const t = schema.documentTemplates;
  const [row] = await of.tx
    .select()
    .from(t)
    .where(and(eq(t.courtId, of.courtId), eq(t.id, input.templateId), eq(t.kind, input.kind)));
  if (!row) throw new NotFound("template");
  return row;
}

/** A template's own file, to be edited in Word or WPS and uploaded again. */
export const templateFileQuery = fileQuery({
  name: "template-file",
  ability: "manage-templates",
  input: z.object({ kind, templateId: idText.optional() }),
  run: async (question) => {
    const { input, deps } = question;
    const version = await versionAsked(question, input);
    const own = ownTemplate(deps, version);
    const bytes = own ? await own.bytes() : await builtInTemplate(input.kind);
    return {
      bytes,
      name: `${titleOf(input.kind)}-${own ? templateLabel(version) : TEMPLATE_VERSION}.docx`,
      type: mediaTypes.docx,
    };
  },
});

/**
 * A version filled with a real case, by its number, or without one with the names of its fields alone; the look leaves a
 * trace, for names stand in it.
 */
export const templatePreviewQuery = fileQuery({
  name: "template-preview",
  ability: "manage-templates",
  input: z.object({ kind, templateId: idText.optional(), caseNumber: z.string().trim().max(60).optional() }),
  run: async (question) => {
    const { tx, courtId, input, deps, today, trace } = question;
    const asked = input.caseNumber ?? "";
    const number = asked.normalize("NFKC");
    const c = schema.cases;
    const [row] = number
      ? await tx
          .select()
          .from(c)
          .where(
            and(
              eq(c.courtId, courtId),
              or(eq(c.registrationNo, number), eq(c.caseNo, number), eq(c.caseNo, asked)),
            ),
          )
      : [];
    if (number && !row) throw new NotFound("case");
    const version = await versionAsked(question, input);
    const [court] = await tx.select().from(schema.courts).where(eq(schema.courts.id, courtId));
    const common = commonValues({
      demo: deps.demo,
      courtName: court?.name ?? "",
      docNo: row?.caseNo ?? row?.registrationNo ?? "",
      on: today,
    });
    const data = { ...(await previewData(question, input.kind, row ?? null)), ...common };
    const bytes = await renderDocument(
      input.kind,
      data as DocumentData[TemplatedKind],
      ownTemplate(deps, version),
    );
    await trace({ verb: "preview-template", data: { kind: input.kind, caseId: row?.id ?? null } });
    const name = `${titleOf(input.kind)}-${row?.registrationNo ?? templateLabel(version)}.docx`;
    return { bytes, name, type: mediaTypes.docx };
  },
});
