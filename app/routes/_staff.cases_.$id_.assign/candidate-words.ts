import type { Reason } from "~/domain/assignment/eligibility";
import type { Format } from "~/i18n/format";
import type { Locale } from "~/i18n/locale";
import * as people from "~/i18n/people-codes";
import { sayAny } from "~/i18n/text";

/** Why somebody stands where he stands, reason by reason. */
export function reasonWords(locale: Locale, format: Format, reasons: readonly Reason[]): string[] {
  return reasons.map(({ code, params }) => {
    const untilOn = params?.untilOn;
    const shown = typeof untilOn === "string" ? { ...params, untilOn: format.date(untilOn) } : params;
    return sayAny(locale, people, `reason.${code}`, shown);
  });
}
