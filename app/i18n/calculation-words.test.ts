import { expect, it } from "vitest";
import { STEP_CODES, type Step } from "~/domain/elements/calculators/calculation";
import { courtFee } from "~/domain/elements/calculators/court-fee";
import { lendingInterest } from "~/domain/elements/calculators/lending-interest";
import { calculationLines, stepWords } from "./calculation-words";
import { en, zh } from "./calculations";

/** Amounts do not break from their unit. */
const plain = (lines: readonly string[] | null) => lines?.map((line) => line.replaceAll("\u00a0", " "));

it("tells how a sum came about", () => {
  const fee = courtFee({ amountFen: 3_600_000, isHalf: true, isLabour: false });
  expect(plain(calculationLines("zh-CN", fee))).toEqual([
    "不超过 1 万元的部分，每件 50 元 = 50.00 元",
    "26,000.00 元 × 2.5% = 650.00 元",
    "减半收取 = -350.00 元",
    "合计：350.00 元",
  ]);
  const loan = lendingInterest({
    principalFen: 1_000_000,
    contractOn: "2022-03-01",
    suitOn: "2025-03-01",
    fromOn: "2022-03-01",
    untilOn: "2023-03-01",
    agreedRate: 0.24,
    claimedFen: 240_000,
  });
  expect(plain(loan && calculationLines("en", loan))).toEqual([
    "The one-year LPR published in the month of the contract (or suit) is 3.7% (since 2022-01-20 Thu); four times that is 14.8%",
    "24% a year was agreed, which is over the cap: 14.8% counts",
    "CNY 10,000.00 × 14.8% × 365 days ÷ 365 (from 2022-03-01 Tue to the day before 2023-03-01 Wed) = CNY 1,480.00",
    "CNY 2,400.00 is claimed, CNY 920.00 too much",
    "In all: CNY 1,480.00",
    "A rule or figure in this was not checked against the official text; check it before you rely on it.",
  ]);
});

it.each(STEP_CODES)("has no value in the words of %s that is left open", (code) => {
  const names = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
  expect(names(en[`step.${code}`])).toEqual(names(zh[`step.${code}`]));
  const of: Step = { code, params: {}, fen: null };
  expect(stepWords("zh-CN", of)).not.toContain("undefined");
});
