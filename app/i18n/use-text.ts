import { createContext, useContext, useMemo } from "react";
import { type Format, formatFor } from "./format";
import { DEFAULT_LOCALE, type Locale } from "./locale";
import { type Catalogue, type Text, textFor } from "./text";

export interface Reader {
  locale: Locale;
  /** IANA zone of the reader's own device, once known; times are the court's first in any case. */
  zone?: string;
}

export const ReaderContext = createContext<Reader>({ locale: DEFAULT_LOCALE });

export function useLocale(): Locale {
  return useContext(ReaderContext).locale;
}

/** `const t = useText(cases); t("title")`. A page carries only the catalogues that it imports. */
export function useText<const Zh extends Readonly<Record<string, string>>>(
  catalogue: Catalogue<Zh>,
): Text<Zh> {
  const locale = useLocale();
  return useMemo(() => textFor(locale, catalogue), [locale, catalogue]);
}

/**
 * The formatter of dates, money and names in the reader's language. `knownZone` is his zone as the court knows it, for as
 * long as his device has not said its own.
 */
export function useFormat(knownZone?: string | null): Format {
  const { locale, zone: ownZone } = useContext(ReaderContext);
  const zone = ownZone ?? knownZone ?? undefined;
  return useMemo(() => formatFor(locale, zone), [locale, zone]);
}
