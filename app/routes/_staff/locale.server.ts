import type { Locale } from "~/i18n/locale";
import { chooseLocale } from "~/platform/language";

/** The language of whoever asks, for sentences made in loaders and actions. */
export const localeOf = (request: Request): Locale =>
  chooseLocale({
    cookie: request.headers.get("Cookie"),
    acceptLanguage: request.headers.get("Accept-Language"),
  });
