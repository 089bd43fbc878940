import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { checkTemplate } from "~/adapters/documents/check-template.server";
import { dateSchema } from "~/domain/mediation/agreement";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { verb } from "./command.server";
import { addTemplateVersion } from "./template-version-added.server";
import { TEMPLATE_KINDS } from "./template-versions.server";

/** Bytes of a template at most: pictures in a letterhead are no album. */
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * Takes a template that the court edited. It is checked against the kind's fields first, and every fault is named; fields
 * that are nowhere in it are no fault, but somebody has to say that they are left out on purpose.
 */
export const uploadTemplate = verb({
  name: "upload-template",
  ability: "manage-templates",
  input: z.object({
    kind: z.enum(TEMPLATE_KINDS),
    fileId: idText,
    effectiveOn: dateSchema,
    isMissingMeant: z.boolean().default(false),
  }),
  cases: () => [],
  run: async (command) => {
    const { tx, courtId, input, today, deps } = command;
    if (input.effectiveOn < today) return refuse("invalidInput", { fields: { effectiveOn: ["datePast"] } });
    const f = schema.files;
    const [file] = await tx
      .select()
      .from(f)
      .where(and(eq(f.courtId, courtId), eq(f.id, input.fileId)));
    // A document of a case is no template, whoever knows its file's id.
    const bytes = file && file.caseId === null ? await deps.files.get(file.id) : undefined;
    if (!file || !bytes) return refuse("fileUnreadable", { fields: { fileId: ["invalid"] } });
    if (bytes.length > MOST_BYTES) return refuse("fileTooLarge", { params: { maxBytes: MOST_BYTES } });
    const findings = await checkTemplate(input.kind, bytes);
    const faults = findings.filter((one) => one.code !== "missingField");
    const shown = faults.length ? faults : input.isMissingMeant ? [] : findings;
    if (shown.length)
      return refuse("invalidInput", {
        fields: { fileId: [faults.length ? "templateFaulty" : "templateLacks"] },
        params: { findings: shown.map((one) => `${one.code} ${one.name}`) },
      });
    const { fileId, effectiveOn, kind } = input;
    return ok(
      await addTemplateVersion(command, { kind, fileId, sha256: file.sha256, name: file.name, effectiveOn }),
    );
  },
});
