import { expect, it } from "vitest";
import { elementsOf } from "./sheet";
import { SHEETS, sheetOf } from "./sheet-list";
import { begunWith, figureOf, proposalsOf } from "./sheet-terms";

it("offers an agreement what both sides agree on, or what the respondent grants, and begins with nothing else", () => {
  const sheet = sheetOf("private-lending");
  if (!sheet) throw new Error("no sheet");
  const answers = { "principal.amount": 5_000_000, "interest.amount": 400_000, "common.total": 5_400_000 };
  const admitted = { stand: "admitted", value: null, note: "" } as const;
  const partly = { stand: "partly", value: 250_000, note: "" } as const;
  const begun = (interest: object) =>
    proposalsOf(sheet, answers, { "principal.amount": admitted, ...interest }).map((one) => {
      const side = begunWith(one);
      return [one.name, side && figureOf(one, side), one.owedBy];
    });
  expect(begun({ "interest.amount": partly })).toEqual([
    ["principal.amount", 5_000_000, "respondent"],
    ["interest.amount", 250_000, "respondent"],
  ]);
  expect(begun({ "interest.amount": { ...partly, stand: "denied" } })[1]).toEqual([
    "interest.amount",
    null,
    "respondent",
  ]);
  // Granted while the claimant asked for something else.
  expect(begun({ "interest.amount": { ...partly, to: 300_000 } })[1]?.[1]).toBeNull();
});

it("lets the sheet say whose duty it is", () => {
  const sheet = sheetOf("divorce");
  const answers = { "support.exists": true, "support.payer": "claimant", "support.amount": "每月 2,000 元" };
  const [support] = sheet ? proposalsOf(sheet, answers, {}) : [];
  expect([support?.settles, support?.owedBy]).toEqual(["act", "claimant"]);
});

it.each(SHEETS.map((sheet) => [sheet.key, sheet] as const))(
  "has in the sheet %s something to settle, and no total beside its parts",
  (_key, sheet) => {
    const settled = elementsOf(sheet).filter(({ element }) => element.settles);
    expect(settled.length).toBeGreaterThan(0);
    expect(settled.every(({ block, element }) => block.part === "claim" && element.type !== "flag")).toBe(
      true,
    );
    expect(settled.map(({ name }) => name)).not.toContain("common.total");
  },
);
