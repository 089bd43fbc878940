import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { FILE_KINDS, mediaTypes } from "~/adapters/file-kinds";
import { idText } from "./case-act.server";
import { namesOfPeople } from "./case-people.server";
import { NotFound } from "./command.server";
import { iso } from "./iso.server";
import { readableMaterials } from "./materials.server";
import { fileQuery, query } from "./query.server";
import { actorIdOf } from "./record.server";

/** What was handed in to a case, as this actor may see it. Instants ISO in UTC, sizes in bytes. */
export const materialsQuery = query({
  name: "materials",
  ability: "view-files",
  input: z.object({ caseId: idText }),
  run: async (question) => {
    const { tx, actor, courtId } = question;
    const rows = await readableMaterials(tx, actor, question.theCase());
    const f = schema.files;
    const files = rows.length
      ? await tx
          .select({ id: f.id, type: f.type, size: f.size })
          .from(f)
          .where(
            and(
              eq(f.courtId, courtId),
              inArray(
                f.id,
                rows.map((row) => row.fileId),
              ),
            ),
          )
      : [];
    const staff = rows.filter((row) => row.byKind === "user").map((row) => row.byId);
    const names = actor.kind === "party" ? new Map() : await namesOfPeople(tx, courtId, staff);
    return {
      materials: rows.map((row) => {
        const file = files.find((one) => one.id === row.fileId);
        return {
          materialId: row.id,
          fileId: row.fileId,
          kind: row.kind,
          title: row.title,
          partyId: row.partyId,
          side: row.side,
          reach: row.reach,
          isByParty: row.byKind === "party",
          byName: names.get(row.byId) ?? null,
          isOwn: row.byId === actorIdOf(actor),
          type: file?.type ?? "",
          size: file?.size ?? 0,
          handedInAt: iso(row.handedInAt),
        };
      }),
    };
  },
});

/** One material's bytes; for everybody who may not see it, it is not there. */
export const readMaterialQuery = fileQuery({
  name: "read-material",
  ability: "view-files",
  input: z.object({ caseId: idText, materialId: idText }),
  run: async (question) => {
    const { tx, actor, courtId, input, deps } = question;
    const material = (await readableMaterials(tx, actor, question.theCase())).find(
      (one) => one.id === input.materialId,
    );
    const bytes = material ? await deps.files.get(material.fileId) : undefined;
    if (!material || !bytes) throw new NotFound("material");
    const f = schema.files;
    const [file] = await tx
      .select({ name: f.name, kind: f.type })
      .from(f)
      .where(and(eq(f.courtId, courtId), eq(f.id, material.fileId)));
    const kind = FILE_KINDS.find((one) => one === file?.kind);
    return {
      materialId: material.id,
      name: file?.name ?? material.title,
      type: kind ? mediaTypes[kind] : "application/octet-stream",
      bytes,
    };
  },
});
