import { describe, expect, it } from "vitest";
import { MATERIAL_KINDS, maySeeMaterial } from "./materials";

const ofClaimant = { kind: "evidence", reach: "mediation", side: "claimant", isOwn: false } as const;
const circle = { side: null, isInCircle: true };
const bench = { side: null, isInCircle: false };

describe("who sees what was handed in", () => {
  it("a side sees its own and what the other meant for it", () => {
    expect(maySeeMaterial(ofClaimant, { side: "claimant", isInCircle: true })).toBe(true);
    expect(maySeeMaterial(ofClaimant, { side: "respondent", isInCircle: true })).toBe(false);
    const shared = { ...ofClaimant, reach: "bothSides" } as const;
    expect(maySeeMaterial(shared, { side: "respondent", isInCircle: true })).toBe(true);
  });

  it("those who mediate see all, the bench what belongs to the court's file, however widely it was shared", () => {
    const seen = (reader: typeof circle, reach: "mediation" | "bothSides") =>
      MATERIAL_KINDS.filter((kind) => maySeeMaterial({ ...ofClaimant, kind, reach }, reader));
    expect(seen(circle, "mediation")).toEqual([...MATERIAL_KINDS]);
    for (const reach of ["mediation", "bothSides"] as const)
      expect(seen(bench, reach)).toEqual(["application", "identity", "authority"]);
    expect(maySeeMaterial({ ...ofClaimant, isOwn: true }, bench)).toBe(true);
  });
});
