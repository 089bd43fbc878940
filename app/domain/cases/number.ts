import { z } from "zod";
import { ok, type Result, refuse } from "../result";
import { NUMBER_FAMILIES, type NumberFamily, type NumberPurpose } from "./number-families";

/** domain.md 3.1: (year) court code, type code, serial, 号, and 之N for a later document of the same case. */
const CASE_NO =
  /^\((\d{4})\)(最高法|[\u4e00-\u9fa5]\d{0,4})([\u4e00-\u9fa5]{1,5})(\d{1,8})号(?:之([一二三四五六七八九十]+))?$/;

export type CaseNumber = {
  readonly year: number;
  /** 法院代字, e.g. 京0107. */
  readonly courtCode: string;
  /** 类型代字, e.g. 民初. */
  readonly type: string;
  readonly serial: number;
  readonly part: string | null;
};

/** Half-width brackets, no spaces, and the old 字第 stripped: the form that is stored and compared. */
export function normaliseCaseNumber(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/[〔[【]/g, "(")
    .replace(/[〕\]】]/g, ")")
    .replace("字第", "")
    .replace(/(\D)0+(\d+号)/, "$1$2");
}

export function parseCaseNumber(text: string): CaseNumber | null {
  const match = CASE_NO.exec(normaliseCaseNumber(text));
  if (!match) return null;
  const [, year, courtCode, type, serial, part] = match;
  return {
    year: Number(year),
    courtCode: courtCode!,
    type: type!,
    serial: Number(serial),
    part: part ?? null,
  };
}

/** As courts print it: full-width brackets on request. */
export function renderCaseNumber(number: CaseNumber, brackets: "half" | "full" = "half"): string {
  const [open, close] = brackets === "full" ? ["（", "）"] : ["(", ")"];
  const part = number.part ? `之${number.part}` : "";
  return `${open}${number.year}${close}${number.courtCode}${number.type}${number.serial}号${part}`;
}

/**
 * Which type codes a purpose may bear in a year. After 2025 the code for confirmations was not found for certain, so both
 * stand and the court chooses; 民诉前调 is abolished by then.
 */
export function familiesFor(purpose: NumberPurpose, year: number): readonly NumberFamily[] {
  switch (purpose) {
    case "mediation":
      return year <= 2024 ? ["民诉前调"] : ["民初"];
    case "confirmation":
      if (year <= 2021) return ["民特"];
      return year <= 2024 ? ["诉前调确"] : ["诉前调确", "民特"];
    case "statement":
      return year >= 2022 && year <= 2024 ? ["诉前调书", "民初"] : ["民初"];
    case "firstInstance":
      return ["民初"];
    case "paymentOrder":
      return ["民督"];
    case "preservation":
      return ["财保"];
    case "enforcement":
      return ["执"];
  }
}

/**
 * Is this a number of this court, of a family that the purpose bears in its year (domain.md 3.1)? Answers the parsed
 * number. Refuses with numberMalformed, numberOfOtherCourt, numberFamilyUnknown (nobody here knows the type code), or
 * numberOfOtherPurpose (known, but of another kind of case or document, or of other years).
 */
export function checkCaseNumber(
  text: string,
  of: { readonly courtCode: string; readonly purpose: NumberPurpose },
): Result<{ number: CaseNumber; text: string }> {
  const number = parseCaseNumber(text);
  if (!number) return refuse("numberMalformed");
  if (number.courtCode !== of.courtCode)
    return refuse("numberOfOtherCourt", { params: { expected: of.courtCode, given: number.courtCode } });
  const families = familiesFor(of.purpose, number.year);
  if (!families.some((family) => family === number.type)) {
    const isKnown = NUMBER_FAMILIES.some((family) => family === number.type);
    return refuse(isKnown ? "numberOfOtherPurpose" : "numberFamilyUnknown", {
      params: { given: number.type, expected: families },
    });
  }
  return ok({ number, text: renderCaseNumber(number) });
}

export const caseNumberSchema = z
  .string()
  .trim()
  .transform(normaliseCaseNumber)
  .refine((text) => parseCaseNumber(text) !== null, "numberMalformed");

/** Ours, gap-free, and visibly no 案号: `SJS-TJ-2026-000123`. `prefix` is the court's own, e.g. SJS. */
export function renderRegistrationNumber(prefix: string, year: number, serial: number): string {
  return `${prefix}-TJ-${year}-${String(serial).padStart(6, "0")}`;
}

export function parseRegistrationNumber(
  text: string,
): { prefix: string; year: number; serial: number } | null {
  const match = /^([A-Z]{2,8})-TJ-(\d{4})-(\d{6,})$/.exec(text.trim().toUpperCase());
  return match ? { prefix: match[1]!, year: Number(match[2]), serial: Number(match[3]) } : null;
}
