import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHECKLIST, checklistFor, JUDGE_ITEMS, MACHINE_ITEMS, openItems } from "./checklist";
import { enforcementFee, halfFee, paymentOrderFee, preservationFee, propertyFee } from "./fees";
import { proposeProcedure, type TriageInput } from "./triage";

const yuan = (amount: number) => Math.round(amount * 100);

describe("fees", () => {
  test.each([
    [8_000, 50, 25, 16.67, 50],
    [10_000, 50, 25, 16.67, 50],
    [36_000, 700, 350, 233.33, 440],
    [50_000, 1_050, 525, 350, null],
    [100_000, 2_300, 1_150, 766.67, 1_400],
    [200_000, 4_300, 2_150, 1_433.33, null],
    [500_000, 8_800, 4_400, 2_933.33, 7_400],
    [1_000_000, 13_800, 6_900, 4_600, 12_400],
    [5_000_000, 46_800, 23_400, 15_600, 52_400],
    [10_000_000, 81_800, 40_900, 27_266.67, 77_400],
    [20_000_000, 141_800, 70_900, 47_266.67, null],
  ])("of %i yuan", (amount, court, half, order, enforcement) => {
    expect(propertyFee(yuan(amount))).toBe(yuan(court));
    expect(halfFee(propertyFee(yuan(amount)))).toBe(yuan(half));
    expect(paymentOrderFee(yuan(amount))).toBe(yuan(order));
    if (enforcement !== null) expect(enforcementFee(yuan(amount))).toBe(yuan(enforcement));
  });
  test("preservation has a floor and a cap", () => {
    expect(preservationFee(yuan(1_000))).toBe(yuan(30));
    expect(preservationFee(yuan(100_000))).toBe(yuan(30 + 990));
    expect(preservationFee(yuan(10_000_000))).toBe(yuan(5_000));
  });
  test("property: more never costs less, and everything is whole fen", () => {
    const amounts = fc.integer({ min: 0, max: 5_000_000_000 });
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        for (const fee of [propertyFee, enforcementFee, preservationFee]) {
          expect(fee(Math.min(a, b))).toBeLessThanOrEqual(fee(Math.max(a, b)));
          expect(Number.isInteger(fee(a))).toBe(true);
        }
      }),
    );
  });
});

describe("the checklist", () => {
  const proven = Object.fromEntries(MACHINE_ITEMS.map((item) => [item, true])) as Record<
    (typeof MACHINE_ITEMS)[number],
    boolean
  >;
  const judged = {
    askedTogether: "yes",
    voluntary: "yes",
    lawful: "yes",
    noHarmToOthers: "yes",
    publicOrder: "yes",
    contentClear: "yes",
    notSham: "yes",
  } as const;
  test("is done when the file proves its part and the judge has said yes to all of his", () => {
    expect(openItems(checklistFor("confirm", proven, judged))).toEqual([]);
    expect(openItems(checklistFor("statement", proven, judged))).toEqual([]);
  });
  test("stays open for what is unanswered or answered no", () => {
    expect(openItems(checklistFor("confirm", proven, { ...judged, voluntary: "no" }))).toEqual(["voluntary"]);
    expect(openItems(checklistFor("confirm", { ...proven, withinThirtyDays: false }, {}))).toEqual([
      "withinThirtyDays",
      ...JUDGE_ITEMS,
    ]);
  });
  test("a statement does not ask what only a confirmation needs", () => {
    const asked = checklistFor("statement", proven, {}).map((one) => one.item);
    expect(asked).toContain("registered");
    expect(asked).not.toContain("withinThirtyDays");
    expect(asked).not.toContain("noTitleContent");
    expect(CHECKLIST.withinThirtyDays.article).toBe("CPL 205");
  });
});

describe("triage", () => {
  const input = (change: Partial<TriageInput> = {}): TriageInput => ({
    clearMoneyClaim: true,
    factsClear: true,
    amountFen: yuan(50_000),
    smallClaimExcluded: false,
    bothAgreeSmallClaim: false,
    bothAgreeSummary: false,
    summaryExcluded: false,
    defendantMissing: false,
    panelRequired: false,
    ...change,
  });
  const settings = { averageWageFen: yuan(100_000) };
  test.each([
    [{}, "smallClaim"],
    [{ amountFen: yuan(50_000) + 1 }, "summary"],
    [{ amountFen: yuan(200_000), bothAgreeSmallClaim: true }, "smallClaim"],
    [{ amountFen: yuan(200_000) + 1, bothAgreeSmallClaim: true }, "summary"],
    [{ smallClaimExcluded: true }, "summary"],
    [{ defendantMissing: true }, "ordinarySole"],
    [{ clearMoneyClaim: false, factsClear: false }, "ordinaryPanel"],
    [{ clearMoneyClaim: false, factsClear: false, bothAgreeSummary: true }, "summary"],
    [{ panelRequired: true }, "ordinaryPanel"],
  ] as const)("%o -> %s", (change, procedure) => {
    expect(proposeProcedure(input(change), settings).procedure).toBe(procedure);
  });
  test("no amount is small while no average wage is entered, and it says so", () => {
    const proposal = proposeProcedure(input(), { averageWageFen: null });
    expect(proposal).toEqual({ procedure: "summary", reasons: ["wageUnknown", "clearFacts"] });
  });
});
