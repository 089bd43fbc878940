import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { asId, type PartyId } from "~/domain/ids";
import { ok, refuse } from "~/domain/result";
import { act, caseShape, idText, recordAct, standing } from "./case-act.server";
import { verb } from "./command.server";

/** Hands in what the judge asked for; the files are uploaded before and named here. */
export const supplyMaterials = verb({
  name: "supply-materials",
  ability: "supply-materials",
  input: z.object({ ...caseShape, fileIds: z.array(idText).max(20).default([]) }),
  cases: (input) => [input.caseId],
  run: async (command) => {
    const { input, tx, courtId, actor } = command;
    const f = schema.files;
    const known = input.fileIds.length
      ? await tx
          .select({ id: f.id })
          .from(f)
          .where(and(eq(f.courtId, courtId), eq(f.caseId, input.caseId), inArray(f.id, input.fileIds)))
      : [];
    if (known.length !== new Set(input.fileIds).size)
      return refuse("invalidInput", { fields: { fileIds: ["invalid"] } });
    const acted = await act(command, "supply-materials", {
      event: "supplyMaterials",
      input: actor.kind === "party" ? { partyId: asId<PartyId>(actor.partyId) } : {},
    });
    if (!acted.ok) return acted;
    await recordAct(command, acted, { fileIds: input.fileIds });
    return ok(standing(acted));
  },
});
