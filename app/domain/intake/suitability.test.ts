import { describe, expect, test } from "vitest";
import { CAUSES, causeNamed, causeOf } from "./causes";
import { judgeSuitability, type SuitabilityInput } from "./suitability";

const input = (change: Partial<SuitabilityInput> = {}): SuitabilityInput => ({
  cause: causeOf("115.2")!,
  regime: "POST_FILING",
  intake: "LAWSUIT",
  registered: true,
  partyRefuses: false,
  courtHasJurisdiction: true,
  asksForStatus: false,
  online: false,
  canUseOnline: true,
  medicalCommitteeAlone: false,
  ...change,
});
const codes = (change: Partial<SuitabilityInput>) =>
  judgeSuitability(input(change)).against.map((one) => one.code);

describe("what stands against mediation", () => {
  test("nothing, for a registered credit card dispute", () => {
    expect(judgeSuitability(input())).toMatchObject({ mediable: true, against: [] });
  });
  test.each([
    [{ partyRefuses: true }, "partyRefuses"],
    [{ cause: causeOf("458")! }, "specialProcedure"],
    [{ cause: causeOf("22.1")!, asksForStatus: true }, "statusConfirmation"],
    [{ courtHasJurisdiction: false }, "outsideJurisdiction"],
    [{ online: true, canUseOnline: false }, "offlineOnly"],
    [{ registered: false }, "registerFirst"],
    [{ medicalCommitteeAlone: true }, "medicalCommitteeBarred"],
  ] as const)("%o", (change, code) => expect(codes(change)).toEqual([code]));
  test("registration is not asked of an own application or under the old regime", () => {
    expect(codes({ registered: false, intake: "SELF_APPLIED" })).toEqual([]);
    expect(codes({ registered: false, regime: "PRE_FILING" })).toEqual([]);
  });
  test("divorce is mediated although it is about status", () => {
    const divorce = judgeSuitability(input({ cause: causeOf("14")!, asksForStatus: true }));
    expect(divorce.mediable).toBe(true);
    expect(divorce.notes.map((one) => one.code)).toContain("divorceNotEndless");
  });
});

describe("causes", () => {
  test("have unique codes and names", () => {
    expect(new Set(CAUSES.map((one) => one.code)).size).toBe(CAUSES.length);
    expect(new Set(CAUSES.map((one) => one.zh)).size).toBe(CAUSES.length);
  });
  test("are found by their official names only", () => {
    expect(causeNamed("信用卡纠纷")?.code).toBe("115.2");
    expect(causeNamed("物业服务合同")?.code).toBe("126");
    expect(causeNamed("互联网金融纠纷")).toBeUndefined();
  });
  test("special procedures are neither mediated nor confirmed; divorce is not confirmed", () => {
    for (const one of CAUSES.filter((each) => each.group === "special"))
      expect(one.mediable || one.confirmable).toBe(false);
    expect(causeOf("14")).toMatchObject({ mediable: true, confirmable: false });
  });
});
