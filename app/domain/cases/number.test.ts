import { describe, expect, test } from "vitest";
import {
  caseNumberSchema,
  checkCaseNumber,
  parseCaseNumber,
  parseRegistrationNumber,
  renderCaseNumber,
  renderRegistrationNumber,
} from "./number";

test.each([
  ["（2021）川0104民诉前调801号", "(2021)川0104民诉前调801号"],
  ["(2024)粤0604诉前调确1716号", "(2024)粤0604诉前调确1716号"],
  ["〔2026〕京0107民初 12号", "(2026)京0107民初12号"],
  ["（2013）京民终5号之一", "(2013)京民终5号之一"],
  ["（2009）京0107民初字第5号", "(2009)京0107民初5号"],
  ["(2026)京0107民初00012号", "(2026)京0107民初12号"],
  ["(2020)最高法民终1号", "(2020)最高法民终1号"],
])("%s is read as %s", (text, stored) => {
  const number = parseCaseNumber(text);
  expect(number && renderCaseNumber(number)).toBe(stored);
  expect(caseNumberSchema.parse(text)).toBe(stored);
});

test.each(["2026京0107民初1号", "(2026)京0107民初号", "(26)京0107民初1号", "SJS-TJ-2026-000123", ""])(
  "%s is no case number",
  (text) => {
    expect(parseCaseNumber(text)).toBeNull();
    expect(caseNumberSchema.safeParse(text).error?.issues[0]?.message).toBe("numberMalformed");
  },
);

describe("a number fits court, purpose and year", () => {
  const check = (text: string, purpose: Parameters<typeof checkCaseNumber>[1]["purpose"]) =>
    checkCaseNumber(text, { courtCode: "京0107", purpose });
  test("first instance", () => {
    expect(check("（2026）京0107民初123号", "firstInstance")).toMatchObject({
      ok: true,
      text: "(2026)京0107民初123号",
    });
    expect(check("（2026）京0106民初123号", "firstInstance")).toMatchObject({
      refusal: "numberOfOtherCourt",
    });
    expect(check("（2026）京0107民终123号", "firstInstance")).toMatchObject({
      refusal: "numberFamilyUnknown",
    });
    expect(check("123", "firstInstance")).toMatchObject({ refusal: "numberMalformed" });
  });
  test("a number of another purpose is told apart from one that nobody knows", () => {
    expect(check("（2026）京0107民初1号", "confirmation")).toMatchObject({
      refusal: "numberOfOtherPurpose",
      params: { given: "民初", expected: ["诉前调确", "民特"] },
    });
    expect(check("（2025）京0107民诉前调1号", "firstInstance")).toMatchObject({
      refusal: "numberOfOtherPurpose",
    });
    expect(check("（2026）京0107行初1号", "confirmation")).toMatchObject({ refusal: "numberFamilyUnknown" });
  });
  test("the families changed in 2022 and 2025", () => {
    expect(check("（2024）京0107民诉前调1号", "mediation").ok).toBe(true);
    expect(check("（2025）京0107民诉前调1号", "mediation").ok).toBe(false);
    expect(check("（2021）京0107民特1号", "confirmation").ok).toBe(true);
    expect(check("（2022）京0107民特1号", "confirmation").ok).toBe(false);
    expect(check("（2026）京0107民特1号", "confirmation").ok).toBe(true);
  });
});

test("full-width brackets for print", () => {
  expect(renderCaseNumber(parseCaseNumber("(2026)京0107民初1号")!, "full")).toBe("（2026）京0107民初1号");
});

test("a registration number cannot be taken for a case number", () => {
  const text = renderRegistrationNumber("SJS", 2026, 123);
  expect(text).toBe("SJS-TJ-2026-000123");
  expect(parseRegistrationNumber(text)).toEqual({ prefix: "SJS", year: 2026, serial: 123 });
  expect(parseCaseNumber(text)).toBeNull();
  expect(parseRegistrationNumber("SJS-2026-1")).toBeNull();
});
