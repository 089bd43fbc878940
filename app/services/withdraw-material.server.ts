import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { ok, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import { NotFound, verb } from "./command.server";
import { readableMaterials } from "./materials.server";
import { actorIdOf } from "./record.server";

/** Takes back what one handed in oneself: from then on nobody sees it; that it was there stays in the records. */
export const withdrawMaterial = verb({
  name: "withdraw-material",
  ability: "upload-file",
  input: z.object({ caseId: idText, materialId: idText }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { tx, courtId, input, now, actor } = command;
    const row = command.theCase();
    const seen = await readableMaterials(tx, actor, row);
    const material = seen.find((one) => one.id === input.materialId);
    if (!material) throw new NotFound("material");
    const byId = actorIdOf(actor);
    if (material.byId !== byId) return refuse("forbidden");
    const m = schema.materials;
    await tx
      .update(m)
      .set({ withdrawnAt: now, withdrawnById: byId })
      .where(and(eq(m.courtId, courtId), eq(m.id, material.id)));
    await command.record({ caseId: row.id, data: { materialId: material.id } });
    return ok({ materialId: material.id });
  },
});
