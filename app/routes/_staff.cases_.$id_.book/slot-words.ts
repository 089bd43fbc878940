import type { Format } from "~/i18n/format";
import type { Locale } from "~/i18n/locale";
import * as slotCodes from "~/i18n/slot-codes";
import { sayAny } from "~/i18n/text";

/** Whoever a reason is about, as the engine names him. */
export type Who = { readonly label: string; readonly labelEn: string } | null;

const nameOf = (locale: Locale, who: Who) => (locale === "zh-CN" ? who?.label : who?.labelEn || who?.label);

/** An obstacle in words, with its owner where there is one and the need that makes it one. */
export function obstacleWords(locale: Locale, code: string, who: Who, need?: string | null): string {
  const name = nameOf(locale, who);
  const key = `conflictOf.${code}`;
  const what =
    name && Object.hasOwn(slotCodes.zh, key)
      ? sayAny(locale, slotCodes, key, { who: name })
      : sayAny(locale, slotCodes, `conflict.${code}`);
  return need ? `${what}${sayAny(locale, slotCodes, `need.${need}`)}` : what;
}

/** Why a slot stands where it stands, each reason once. */
export const rankWords = (locale: Locale, reasons: readonly { code: string }[]): string[] => [
  ...new Set(reasons.map(({ code }) => sayAny(locale, slotCodes, `rank.${code}`))),
];

/** Words to one sentence, closed as the language does it. */
export const sentenceOf = (locale: Locale, parts: readonly string[]): string =>
  locale === "zh-CN" ? `${parts.join("；")}。` : `${parts.join("; ")}.`;

export const monthName = (format: Format, month: string): string => format.month(`${month}-01`);
