import { z } from "zod";

/** GB 32100: no I, O, S, V, Z. */
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORG_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
/** GB 11714 counts letters of the whole alphabet from 10. */
const ORG_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

export type CreditCodeFault = "creditCodeForm" | "creditCodeOrganisation" | "creditCodeChecksum";

export function normaliseCreditCode(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "").toUpperCase();
}

/** Unified social credit code: form, the organisation code inside (GB 11714), check character (GB 32100). */
export function creditCodeFault(code: string): CreditCodeFault | null {
  if (!/^[0-9A-HJ-NP-RTUW-Y]{18}$/.test(code)) return "creditCodeForm";
  if (organisationCheck(code.slice(8, 16)) !== code[16]) return "creditCodeOrganisation";
  return creditCodeCheck(code) === code[17] ? null : "creditCodeChecksum";
}

/** The check character that belongs to the first 17. */
export function creditCodeCheck(code: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(code[index]!), 0);
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

/** The check character of an 8-character organisation code. */
export function organisationCheck(code: string): string {
  const sum = ORG_WEIGHTS.reduce((total, weight, i) => total + weight * ORG_ALPHABET.indexOf(code[i]!), 0);
  const check = 11 - (sum % 11);
  if (check === 10) return "X";
  return check === 11 ? "0" : String(check);
}

export const creditCodeSchema = z
  .string()
  .transform(normaliseCreditCode)
  .superRefine((code, context) => {
    const fault = creditCodeFault(code);
    if (fault) context.addIssue({ code: "custom", message: fault });
  });
