import { REFUSALS } from "~/domain/result";
import { fieldErrorText } from "~/i18n/field-error-text";
import * as imports from "~/i18n/imports";
import type { Locale } from "~/i18n/locale";
import { missingText } from "~/i18n/missing-text";
import { refusalText } from "~/i18n/refusal-text";
import { sayAny, textFor } from "~/i18n/text";

/** What is wrong with one cell or line, in the reader's language; the column is named as the sheet has it. */
export function errorWords(locale: Locale, error: { column: string; code: string }): string {
  const { column, code } = error;
  const own = `code.${code}`;
  const refusal = REFUSALS.find((one) => one === code);
  const message = Object.hasOwn(imports.zh, own)
    ? sayAny(locale, imports, own)
    : ((refusal ? refusalText(locale, { refusal }) : missingText(locale, code)) ??
      fieldErrorText(locale, code));
  return column ? textFor(locale, imports)("cellError", { column, message }) : message;
}
