import { describe, expect, it } from "vitest";
import { CAUSES } from "../intake/causes";
import type { Element } from "./element";
import { type Answers, answersSchema, elementsOf, isAsked, missingIn } from "./sheet";
import { compareSides, responsesSchema } from "./sheet-comparison";
import { SHEETS, sheetFor, sheetOf } from "./sheet-list";
import { creditCard } from "./sheets/credit-card";

const answers: Answers = {
  "principal.asOf": "2026-10-31",
  "principal.amount": 1_234_567,
  "outstanding.since": "2026-03-05",
  "dunning.done": false,
};

describe.each(SHEETS)("the sheet $key", (sheet) => {
  const all = elementsOf(sheet);

  it("names each element once, in both languages, and leads flags before what hangs on them", () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    const texts = (one: Element): string[] => [
      one.zh,
      one.en,
      ...("options" in one ? one.options.flatMap(({ zh, en }) => [zh, en]) : []),
      ...("of" in one ? one.of.flatMap(texts) : []),
    ];
    for (const { element } of all) for (const text of texts(element)) expect(text.trim()).not.toBe("");
    for (const { block, element } of all) {
      if (!element.ifSet) continue;
      const keys = block.elements.map(({ key }) => key);
      expect(block.elements.find(({ key }) => key === element.ifSet)?.type).toBe("flag");
      expect(keys.indexOf(element.ifSet)).toBeLessThan(keys.indexOf(element.key));
    }
  });

  it("belongs to causes that are known", () => {
    for (const code of sheet.causes)
      expect(CAUSES.some((cause) => cause.code === code || cause.code.startsWith(`${code}.`))).toBe(true);
  });
});

describe("answers", () => {
  const schema = answersSchema(creditCard);

  it("are kept by name, blanks left out", () => {
    const given = { ...answers, "card.holder": "  ", "charges.amount": null };
    expect(schema.parse(given)).toEqual(answers);
  });

  it("are refused at the element that is wrong", () => {
    const refused = schema.safeParse({ "principal.amount": 1.5, "principal.asOf": "2026-02-30" });
    expect(refused.error?.issues.map(({ path, message }) => [path.join(), message])).toEqual([
      ["principal.asOf", "dateInvalid"],
      ["principal.amount", "amountNotWhole"],
    ]);
    expect(schema.safeParse({ "principal.nothing": 1 }).success).toBe(false);
  });

  it("are asked for only where their flag is set", () => {
    const detail = elementsOf(creditCard).find(({ name }) => name === "dunning.doneDetail");
    expect(detail && [isAsked(detail, answers), isAsked(detail, { "dunning.done": true })]).toEqual([
      false,
      true,
    ]);
    expect(missingIn(creditCard, answers).map(({ name }) => name)).toEqual([
      "common.total",
      "card.number",
      "outstanding.principal",
    ]);
  });
});

describe("both sides' answers", () => {
  it("are agreed only without another figure", () => {
    const responses = responsesSchema(creditCard).parse({
      "principal.asOf": { stand: "admitted" },
      "principal.amount": { stand: "admitted", value: 1_000_000 },
      "outstanding.since": { stand: "denied", value: "2026-03-05", note: "并未逾期" },
    });
    const compared = compareSides(creditCard, answers, responses);
    expect(compared.map(({ name, comparison }) => [name, comparison])).toEqual([
      ["principal.asOf", "agreed"],
      ["principal.amount", "partly"],
      ["outstanding.since", "disputed"],
      ["dunning.done", "unanswered"],
    ]);
  });
});

it("finds the sheet of a cause by its nearest code", () => {
  expect(sheetFor("115.2")).toBe(creditCard);
  expect(sheetFor("115.20")).toBeNull();
  expect(sheetOf("credit-card")).toBe(creditCard);
});
