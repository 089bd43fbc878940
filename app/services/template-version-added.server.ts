import { v7 as uuidv7 } from "uuid";
import { schema } from "#db/client";
import type { Command } from "./command.server";
import { authorOf } from "./documents.server";
import { nextSerial } from "./numbers.server";
import type { TemplatedKind } from "./template-versions.server";

/** A new version of a kind, from a court day on; the versions before it stay, and so do documents made by them. */
export async function addTemplateVersion(
  command: Command<unknown>,
  of: {
    kind: TemplatedKind;
    fileId: string | null;
    sha256: string | null;
    name: string;
    effectiveOn: string;
  },
): Promise<{ templateId: string; version: number }> {
  const { tx, courtId, now, actor } = command;
  // One counter a kind: two uploads at a time get two numbers. The year says nothing here.
  const version = await nextSerial(tx, courtId, `template:${of.kind}`, 0);
  const templateId = uuidv7();
  await tx.insert(schema.documentTemplates).values({
    ...of,
    courtId,
    id: templateId,
    version,
    byId: authorOf(actor),
    createdAt: now,
  });
  await command.record({
    data: { templateId, kind: of.kind, version, sha256: of.sha256, effectiveOn: of.effectiveOn },
  });
  return { templateId, version };
}
