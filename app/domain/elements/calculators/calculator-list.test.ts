import { expect, it } from "vitest";
import { elementsOf } from "../sheet";
import { SHEETS } from "../sheet-list";
import { CALCULATORS, calculatorOf, calculatorsFor, filledFrom } from "./calculator-list";

const NAMES = new Set(SHEETS.flatMap((sheet) => elementsOf(sheet).map(({ name }) => name)));

it.each(CALCULATORS.map((one) => [one.key, one] as const))(
  "takes for %s from elements and into amounts that a sheet has",
  (_key, { from, into, fields }) => {
    expect([...Object.values(from).flat(), ...into].filter((name) => !NAMES.has(name))).toEqual([]);
    const keys = new Set(fields.map(({ key }) => key));
    expect(Object.keys(from).filter((key) => !keys.has(key))).toEqual([]);
  },
);

it("reckons with what a sheet fills in", () => {
  const wages = calculatorOf("wages-owed");
  const entered = wages
    ? filledFrom(wages, { "owed.monthly": 680_000, "owed.months": 4, "owed.paid": 80_000 })
    : {};
  expect(wages?.run(entered)?.totalFen).toBe(2_640_000);
  expect(calculatorOf("court-fee")?.run({ amount: 3_600_000, half: true })?.totalFen).toBe(35_000);
  const injury = { age: 40, yearly: 8_000_000, grade: "grade10", liability: 0.7 };
  expect(calculatorOf("injury")?.run(injury)?.totalFen).toBe(11_200_000);
});

it("offers a sheet its own, and the court fee to every one", () => {
  const names = new Set(["interest.amount", "common.total"]);
  expect(calculatorsFor(names).map(({ key }) => key)).toEqual(["court-fee", "lending-interest"]);
});
