import * as fieldErrors from "./field-errors";
import type { Locale } from "./locale";
import { sayAny } from "./text";

/** The words for a field's error code. A code without words of its own, such as a library's, is said in general: never shown raw. */
export function fieldErrorText(locale: Locale, code: string): string {
  return sayAny(locale, fieldErrors, Object.hasOwn(fieldErrors.zh, code) ? code : "invalid");
}
