import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FactId, PartyId } from "../ids";
import { type Obligation, obligationSchema, type Terms, termsSchema } from "./agreement";
import { equalInstalments, missingTerms } from "./completeness";
import { isUndisputed, rewordFact, signFact } from "./undisputed-facts";

const BANK = "0192f000-0000-7000-8000-000000000001" as PartyId;
const ZHANG = "0192f000-0000-7000-8000-000000000002" as PartyId;
const STRANGER = "0192f000-0000-7000-8000-000000000003" as PartyId;
const pay: Obligation = {
  kind: "pay",
  obligorId: ZHANG,
  obligeeId: BANK,
  amountFen: 3_600_000,
  dueOn: "2026-12-31",
  instalments: [],
  channel: "转账至尾号1234账户",
};
const terms = (change: Partial<Terms> = {}): Terms => ({
  mainFacts: "被告欠付信用卡本金",
  obligations: [pay],
  defaultClause: "acceleration",
  feeSplit: "respondent",
  finality: true,
  adjudicationClause: false,
  statusContent: false,
  titleContent: false,
  guarantors: [],
  bindsOnSigning: false,
  ...change,
});
const context = { parties: [BANK, ZHANG], route: "confirm", today: "2026-11-23" } as const;
const codes = (change: Partial<Terms>, route: "confirm" | "statement" = "confirm") =>
  missingTerms(terms(change), { ...context, route }).map((one) => one.code);
const withPay = (change: Partial<Obligation>) => codes({ obligations: [{ ...pay, ...change }] });

test("complete terms miss nothing", () => {
  expect(missingTerms(terms(), context)).toEqual([]);
});

describe("what is missing is named", () => {
  test.each([
    [{ obligorId: undefined }, ["obligorMissing"]],
    [{ obligeeId: undefined }, ["obligeeMissing"]],
    [{ obligeeId: STRANGER }, ["partyUnknown"]],
    [{ obligeeId: ZHANG }, ["sameParty"]],
    [{ amountFen: undefined }, ["amountMissing"]],
    [{ channel: "" }, ["channelMissing"]],
    [{ dueOn: undefined }, ["dueMissing"]],
    [{ dueOn: "2026-11-22" }, ["duePast"]],
    [{ kind: "act" as const }, ["objectMissing"]],
    [{ kind: "refrain" as const, object: "不再使用该图片", dueOn: undefined }, []],
  ])("in an obligation: %o", (change, expected) => expect(withPay(change)).toEqual(expected));
  test.each([
    [{ obligations: [] }, ["noObligation"]],
    [{ mainFacts: "" }, ["factsMissing"]],
    [{ defaultClause: null }, ["defaultClauseMissing"]],
    [{ feeSplit: null }, ["feeSplitMissing"]],
    [{ finality: null }, ["finalityMissing"]],
    [{ adjudicationClause: true }, ["adjudicationClause"]],
    [{ guarantors: [{ name: "", served: false }] }, ["guarantorUnnamed"]],
  ])("in the terms: %o", (change, expected) => expect(codes(change)).toEqual(expected));
  test("status and title are possible by statement, not by confirmation", () => {
    expect(codes({ statusContent: true, titleContent: true })).toEqual([
      "statusNotConfirmable",
      "titleNotConfirmable",
    ]);
    expect(codes({ statusContent: true, titleContent: true }, "statement")).toEqual([]);
  });
});

describe("instalments", () => {
  const plan = [
    { dueOn: "2026-12-31", amountFen: 1_800_000 },
    { dueOn: "2027-01-31", amountFen: 1_800_000 },
  ];
  test("add up, in order, to the same last day", () => {
    expect(withPay({ instalments: plan, dueOn: undefined })).toEqual([]);
    expect(withPay({ instalments: plan, dueOn: "2027-01-31" })).toEqual([]);
    expect(withPay({ instalments: plan })).toEqual(["instalmentDueMismatch"]);
    expect(withPay({ instalments: [...plan].reverse(), dueOn: undefined })).toEqual(["instalmentOrder"]);
    expect(
      missingTerms(terms({ obligations: [{ ...pay, dueOn: undefined, instalments: [plan[0]!] }] }), context),
    ).toEqual([{ code: "instalmentSum", params: { no: 1, sum: 1_800_000, amount: 3_600_000 } }]);
  });
  test("property: equal shares always add up and are never negative", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 10_000_000_00 }),
        fc.integer({ min: 1, max: 60 }),
        (amount, count) => {
          const shares = equalInstalments(
            amount,
            Array.from({ length: count }, (_, index) => `d${index}`),
          );
          expect(shares.reduce((sum, one) => sum + one.amountFen, 0)).toBe(amount);
          expect(shares.every((one) => one.amountFen > 0)).toBe(true);
        },
      ),
    );
  });
});

test("a draft may be incomplete but not malformed; errors are codes", () => {
  expect(termsSchema.parse({ obligations: [{ kind: "pay" }] }).finality).toBeNull();
  const fault = (value: object) => obligationSchema.safeParse(value).error?.issues[0]?.message;
  expect(fault({ kind: "pay", dueOn: "2026-02-30" })).toBe("dateInvalid");
  expect(fault({ kind: "pay", amountFen: 0 })).toBe("amountNotPositive");
  expect(fault({ kind: "pay", amountFen: 1.5 })).toBe("amountNotWhole");
});

describe("undisputed facts", () => {
  const parties = [
    { partyId: BANK, side: "claimant" },
    { partyId: ZHANG, side: "respondent" },
  ];
  const fact = {
    factId: "f" as FactId,
    no: 1,
    text: "2024年5月发卡",
    source: "bothSaid",
    elementKey: null,
    signatures: [],
  } as const;
  const signed = signFact(signFact(fact, BANK, "2026-11-23T01:00:00Z"), ZHANG, "2026-11-23T02:00:00Z");
  test("need the signature of everybody on both sides", () => {
    expect(isUndisputed(signFact(fact, BANK, "2026-11-23T01:00:00Z"), parties)).toBe(false);
    expect(isUndisputed(signed, parties)).toBe(true);
    expect(isUndisputed(signed, parties.slice(0, 1))).toBe(false);
  });
  test("lose every signature with a changed word, and are signed once", () => {
    expect(rewordFact(signed, "2024年6月发卡").signatures).toEqual([]);
    expect(rewordFact(signed, signed.text)).toBe(signed);
    expect(signFact(signed, BANK, "2026-11-24T01:00:00Z")).toBe(signed);
  });
});
