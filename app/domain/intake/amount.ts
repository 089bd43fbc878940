import { z } from "zod";

export const AMOUNT_FAULTS = [
  "amountNotNumber",
  "amountTooFine",
  "amountNegative",
  "amountTooLarge",
] as const;
export type AmountFault = (typeof AMOUNT_FAULTS)[number];

/** Twelve digits of yuan fit, in fen, into a whole number that JavaScript and the database hold exactly. */
const MOST_DIGITS = 12;

/** An amount in whole fen, nothing included, as the API and the forms hand it over. */
export const fenSchema = z.coerce
  .number("amountNotNumber")
  .int("amountNotWhole")
  .min(0, "amountNegative")
  .max(1e14, "amountTooLarge");

/**
 * An amount of yuan as people and spreadsheets write it (`9,360.50 元`, `￥9360.5`, full-width digits) in whole fen, or
 * what is wrong with it. Zeros after the second decimal change nothing and are let through.
 */
export function fenOfYuan(
  text: string,
): { readonly fen: number; readonly fault?: undefined } | { readonly fault: AmountFault } {
  const plain = text.normalize("NFKC").replace(/[,\s元¥￥]/g, "");
  const match = /^([-−]?)(\d+)(?:\.(\d+))?$/.exec(plain);
  if (!match) return { fault: "amountNotNumber" };
  const [, minus, yuan = "", decimals = ""] = match;
  const fine = decimals.replace(/0+$/, "");
  if (fine.length > 2) return { fault: "amountTooFine" };
  const whole = yuan.replace(/^0+(?=\d)/, "");
  if (whole.length > MOST_DIGITS) return { fault: "amountTooLarge" };
  const fen = Number(whole) * 100 + Number(fine.padEnd(2, "0"));
  return minus && fen > 0 ? { fault: "amountNegative" } : { fen };
}
