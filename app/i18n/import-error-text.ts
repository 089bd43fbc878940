import { REFUSALS } from "~/domain/result";
import { fieldErrorText } from "./field-error-text";
import * as imports from "./imports";
import type { Locale } from "./locale";
import { missingText } from "./missing-text";
import { refusalText } from "./refusal-text";
import { sayAny, textFor } from "./text";

/** What is wrong with one cell, in the reader's language, without the column's name. */
export function importCodeText(locale: Locale, code: string): string {
  const own = `code.${code}`;
  const refusal = REFUSALS.find((one) => one === code);
  return Object.hasOwn(imports.zh, own)
    ? sayAny(locale, imports, own)
    : ((refusal ? refusalText(locale, { refusal }) : missingText(locale, code)) ??
        fieldErrorText(locale, code));
}

/** What is wrong with one cell or line, in the reader's language; the column is named as the sheet has it. */
export function importErrorText(locale: Locale, error: { column: string; code: string }): string {
  const { column, code } = error;
  const message = importCodeText(locale, code);
  return column ? textFor(locale, imports)("cellError", { column, message }) : message;
}
