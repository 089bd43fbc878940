import { isLocale, type Locale } from "~/i18n/locale";
import * as shell from "~/i18n/shell";
import { textFor } from "~/i18n/text";

type Match = { readonly id: string; readonly data?: unknown };

function localeIn(matches: readonly Match[]): Locale {
  const root = matches.find((match) => match.id === "root")?.data;
  const found = typeof root === "object" && root !== null && "locale" in root ? root.locale : undefined;
  return isLocale(found) ? found : "zh-CN";
}

/** A page's `<title>`: what it is, then the site, in the reader's language. */
export function pageTitle(matches: readonly Match[], say: (locale: Locale) => string) {
  const locale = localeIn(matches);
  return [
    {
      title: textFor(locale, shell)("pageTitle", {
        title: say(locale),
        site: textFor(locale, shell)("brand"),
      }),
    },
  ];
}
