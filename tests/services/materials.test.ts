import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/policy/actor";
import { Forbidden, NotFound } from "~/services/command.server";
import { handInMaterials } from "~/services/hand-in-materials.server";
import { materialsQuery, readMaterialQuery } from "~/services/queries-materials.server";
import { ask } from "~/services/query.server";
import { readStoredFile, storeFile } from "~/services/store-file.server";
import { withdrawMaterial } from "~/services/withdraw-material.server";
import { useCourt } from "./court";
import { castOf, does, refuses } from "./journey";

const court = useCourt();
const PDF = Buffer.from("%PDF-1.4\n%%EOF\n");

const ofMediation = { kind: "evidence", reach: "mediation" } as const;

async function uploaded(actor: Actor, caseId: string, name = "借条.pdf") {
  const stored = await storeFile(court().deps, actor, { bytes: PDF, name, caseId });
  if (!stored.ok) throw new Error(stored.refusal);
  return stored.fileId;
}

const seenBy = async (actor: Actor, caseId: string) => {
  const shown = await ask(court().deps, actor, materialsQuery, { caseId });
  if (!shown.ok) throw new Error(shown.refusal);
  return shown.materials;
};

describe("materials of a case", () => {
  it("what a side gives to the mediator alone is found by neither the other side nor the judge, by any door", async () => {
    const c = court();
    const cast = await castOf(c);
    const { caseId, claimant, respondent, mediator, judge } = cast;
    const fileId = await uploaded(claimant, caseId);
    const wish = { caseId, ...ofMediation, fileIds: [fileId] };
    const { materialIds } = await does(c, claimant, handInMaterials, wish);
    const [materialId = ""] = materialIds;
    expect(await seenBy(mediator, caseId)).toMatchObject([
      { title: "借条", side: "claimant", isByParty: true, type: "pdf", size: PDF.length },
    ]);
    expect(await seenBy(claimant, caseId)).toHaveLength(1);
    for (const stranger of [respondent, judge]) {
      expect(await seenBy(stranger, caseId)).toEqual([]);
      await expect(ask(c.deps, stranger, readMaterialQuery, { caseId, materialId })).rejects.toThrow(
        NotFound,
      );
      await expect(readStoredFile(c.deps, stranger, fileId)).rejects.toThrow(NotFound);
    }
    expect((await readStoredFile(c.deps, mediator, fileId)).bytes).toEqual(PDF);
  });

  it("what is meant for both reaches the other side; what belongs to the file reaches the judge", async () => {
    const c = court();
    const cast = await castOf(c);
    const { caseId, claimant, claimantId, respondent, mediator, judge } = cast;
    const shared = await uploaded(claimant, caseId);
    const wish = { caseId, ...ofMediation, fileIds: [shared], reach: "bothSides" as const };
    const { materialIds } = await does(c, claimant, handInMaterials, wish);
    const id = await uploaded(mediator, caseId, "身份证复印件.pdf");
    await does(c, mediator, handInMaterials, {
      ...wish,
      fileIds: [id],
      kind: "identity",
      reach: "mediation",
      partyId: claimantId,
      title: "身份证",
    });
    expect((await seenBy(respondent, caseId)).map((one) => one.title)).toEqual(["借条"]);
    expect((await seenBy(judge, caseId)).map((one) => one.title)).toEqual(["身份证"]);
    const read = await ask(c.deps, respondent, readMaterialQuery, {
      caseId,
      materialId: materialIds[0] ?? "",
    });
    expect(read.ok && read.bytes).toEqual(PDF);
  });

  it("whoever handed it in takes it back, and from then on nobody has it; others cannot", async () => {
    const c = court();
    const { caseId, claimant, mediator } = await castOf(c);
    const fileId = await uploaded(claimant, caseId);
    const wish = { caseId, ...ofMediation, fileIds: [fileId] };
    const [materialId = ""] = (await does(c, claimant, handInMaterials, wish)).materialIds;
    await refuses(c, mediator, withdrawMaterial, { caseId, materialId }, "forbidden");
    await does(c, claimant, withdrawMaterial, { caseId, materialId });
    expect(await seenBy(mediator, caseId)).toEqual([]);
    await expect(readStoredFile(c.deps, mediator, fileId)).rejects.toThrow(NotFound);
    await expect(does(c, claimant, withdrawMaterial, { caseId, materialId })).rejects.toThrow(NotFound);
  });

  it("takes only files of this case that the same hand uploaded, once, and for nobody else's side", async () => {
    const c = court();
    const { caseId, claimant, respondentId, mediator } = await castOf(c);
    const other = await castOf(c);
    const mine = await uploaded(claimant, caseId);
    const wish = { caseId, ...ofMediation, fileIds: [mine] };
    const theirs = await uploaded(mediator, caseId);
    const elsewhere = await uploaded(other.claimant, other.caseId);
    for (const fileId of [theirs, elsewhere])
      await refuses(c, claimant, handInMaterials, { ...wish, fileIds: [fileId] }, "invalidInput");
    await expect(does(c, claimant, handInMaterials, { ...wish, partyId: respondentId })).rejects.toThrow(
      Forbidden,
    );
    await does(c, claimant, handInMaterials, wish);
    await refuses(c, claimant, handInMaterials, wish, "invalidInput");
    await refuses(
      c,
      mediator,
      handInMaterials,
      { ...wish, fileIds: [theirs], partyId: other.claimantId },
      "partyUnknown",
    );
  });
});
