import * as documentCodes from "./document-codes";
import * as fieldErrors from "./field-errors";
import type { Locale } from "./locale";
import * as reviewCodes from "./review-codes";
import { sayAny } from "./text";

/** What a refusal's `missing` list may hold: faults of a package, of an agreement's terms, open checklist items, field codes. */
const PLACES = [
  { catalogue: reviewCodes, prefix: "package." },
  { catalogue: reviewCodes, prefix: "check." },
  { catalogue: documentCodes, prefix: "fault." },
  { catalogue: fieldErrors, prefix: "" },
] as const;

/** The words for one entry of a `missing` list; undefined for a code without words, so that the page can leave it out. */
export function missingText(locale: Locale, code: string, params: object = {}): string | undefined {
  for (const { catalogue, prefix } of PLACES) {
    const key = `${prefix}${code}`;
    if (Object.hasOwn(catalogue.zh, key)) return sayAny(locale, catalogue, key, params);
  }
  return undefined;
}
