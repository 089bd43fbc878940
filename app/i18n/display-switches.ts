import { type Locale, otherLocale } from "./locale";
import * as shell from "./shell";
import { textFor } from "./text";

/** Where display choices are posted. */
const ACTION = "/language";

/** What the frames' two switches need: each leads to the other language or size and back to `returnTo` (a path of this site). */
export function displaySwitches(locale: Locale, isLarge: boolean, returnTo: string) {
  const t = textFor(locale, shell);
  const other = otherLocale(locale);
  return {
    language: { action: ACTION, name: "lang", value: other, lang: other, label: t("language"), returnTo },
    largeType: {
      action: ACTION,
      name: "type",
      value: isLarge ? "normal" : "large",
      label: isLarge ? t("normalType") : t("largeType"),
      returnTo,
    },
  } as const;
}
