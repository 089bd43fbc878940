import type { Sheet } from "./element";
import { copyright } from "./sheets/copyright";
import { creditCard } from "./sheets/credit-card";
import { divorce } from "./sheets/divorce";
import { financialLoan } from "./sheets/financial-loan";
import { labour } from "./sheets/labour";
import { medicalDamage } from "./sheets/medical-damage";
import { privateLending } from "./sheets/private-lending";
import { propertyService } from "./sheets/property-service";
import { sale } from "./sheets/sale";
import { trafficAccident } from "./sheets/traffic-accident";

/** Every element sheet; a new one is a file in `sheets/` and a line here. */
export const SHEETS: readonly Sheet[] = [
  creditCard,
  privateLending,
  financialLoan,
  propertyService,
  trafficAccident,
  divorce,
  labour,
  sale,
  medicalDamage,
  copyright,
];

/** The sheet for a cause; of two that fit, the one that names it more closely. Null: there is none, and nothing is missing. */
export function sheetFor(causeCode: string): Sheet | null {
  const fits = (code: string) => causeCode === code || causeCode.startsWith(`${code}.`);
  const [best] = SHEETS.flatMap((sheet) => sheet.causes.filter(fits).map((code) => ({ sheet, code }))).sort(
    (a, b) => b.code.length - a.code.length,
  );
  return best?.sheet ?? null;
}

/** By its key, as stored with what was answered. */
export const sheetOf = (key: string): Sheet | null => SHEETS.find((one) => one.key === key) ?? null;
