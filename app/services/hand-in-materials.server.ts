import { and, count, eq, inArray } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { schema } from "#db/client";
import { insertRows } from "#db/insert-rows";
import { MATERIAL_KINDS, MATERIAL_REACHES, MOST_MATERIALS } from "~/domain/mediation/materials";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { partiesOfCase } from "./case-head.server";
import { Forbidden, verb } from "./command.server";
import { actorIdOf } from "./record.server";

const withoutEnding = (name: string) => name.replace(/\.[a-z0-9]{1,5}$/i, "").trim();

/**
 * Hands files in to a case, each uploaded before by the same hand: what they are, whose, and for whom their giver means
 * them. A side hands in its own; staff enters for whoever brought it. `title` names them; without it each bears its file's
 * name.
 */
export const handInMaterials = verb({
  name: "hand-in-materials",
  ability: "upload-file",
  input: z.object({
    caseId: idText,
    fileIds: z.array(idText).min(1, "required").max(20, "tooMany"),
    kind: z.enum(MATERIAL_KINDS, "notChosen"),
    reach: z.enum(MATERIAL_REACHES, "notChosen"),
    partyId: idText.optional(),
    title: z.string().trim().max(80, "tooLong").default(""),
  }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, now, actor } = command;
    const row = command.theCase();
    if (row.stage === "closed") return refuse("wrongStage");
    if (actor.kind === "party" && input.partyId && input.partyId !== actor.partyId)
      throw new Forbidden("hand-in-materials");
    const partyId = actor.kind === "party" ? actor.partyId : (input.partyId ?? null);
    const parties = await partiesOfCase(tx, courtId, row.id);
    const party = parties.find((one) => one.id === partyId);
    if (partyId && !party) return refuse("partyUnknown", { fields: { partyId: ["notChosen"] } });
    const f = schema.files;
    const m = schema.materials;
    const fileIds = [...new Set(input.fileIds)];
    const byId = actorIdOf(actor);
    const files = await tx
      .select({ id: f.id, name: f.name })
      .from(f)
      .where(and(eq(f.courtId, courtId), eq(f.caseId, row.id), eq(f.byId, byId), inArray(f.id, fileIds)));
    const [known] = await tx
      .select({ n: count() })
      .from(m)
      .where(and(eq(m.courtId, courtId), inArray(m.fileId, fileIds)));
    if (files.length !== fileIds.length || known?.n)
      return refuse("invalidInput", { fields: { fileIds: ["invalid"] } });
    const [there] = await tx
      .select({ n: count() })
      .from(m)
      .where(and(eq(m.courtId, courtId), eq(m.caseId, row.id)));
    if ((there?.n ?? 0) + files.length > MOST_MATERIALS)
      return refuse("invalidInput", { fields: { fileIds: ["tooMany"] } });
    const rows = fileIds.map((fileId) => ({
      courtId,
      id: uuidv7(),
      caseId: row.id,
      fileId,
      kind: input.kind,
      title: input.title || withoutEnding(files.find((one) => one.id === fileId)?.name ?? ""),
      partyId,
      side: party?.side ?? null,
      reach: input.reach,
      byKind: actor.kind,
      byId,
      handedInAt: now,
    }));
    await tx.execute(insertRows(m, rows));
    const materialIds = rows.map((one) => one.id);
    const { kind, reach } = input;
    await command.record({ caseId: row.id, data: { materialIds, kind, reach, ...(partyId && { partyId }) } });
    return ok({ materialIds });
  },
});
