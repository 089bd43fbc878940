import { DEFAULT_LOCALE, isLocale, type Locale } from "~/i18n/locale";

export const TYPE_SIZES = ["normal", "large"] as const;
export type TypeSize = (typeof TYPE_SIZES)[number];

export interface DisplayHeaders {
  cookie: string | null;
  acceptLanguage: string | null;
}

/** One cookie's value by name; undefined when it is not there. */
export function cookieValue(header: string | null, name: string): string | undefined {
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

/** The reader's language: his own choice, else what his browser asks for, else Chinese. */
export function chooseLocale({ cookie, acceptLanguage }: DisplayHeaders): Locale {
  const chosen = cookieValue(cookie, "lang");
  return isLocale(chosen) ? chosen : (askedLocale(acceptLanguage) ?? DEFAULT_LOCALE);
}

/** The best of an Accept-Language header that we have; any Chinese is ours. */
function askedLocale(header: string | null): Locale | undefined {
  const wishes = (header ?? "").split(",").map((part) => {
    const [tag = "", ...params] = part.split(";").map((piece) => piece.trim());
    const weight = Number(params.find((param) => param.startsWith("q="))?.slice(2) ?? 1);
    return { language: tag.toLowerCase().split("-")[0], weight: Number.isFinite(weight) ? weight : 0 };
  });
  for (const wish of wishes.sort((a, b) => b.weight - a.weight)) {
    if (wish.weight <= 0) continue;
    if (wish.language === "zh") return "zh-CN";
    if (wish.language === "en") return "en";
  }
  return undefined;
}

export function chooseTypeSize(cookie: string | null): TypeSize {
  return cookieValue(cookie, "type") === "large" ? "large" : "normal";
}

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** A Set-Cookie value that keeps a display choice for a year. */
export function displayCookie(name: "lang" | "type", value: Locale | TypeSize, isSecure: boolean): string {
  return `${name}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly${isSecure ? "; Secure" : ""}`;
}
