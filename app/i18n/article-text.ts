import type { Article, Law } from "~/domain/cases/laws";
import * as laws from "./laws";
import type { Locale } from "./locale";
import { textFor } from "./text";

const DIGITS = "零一二三四五六七八九";

/** 1–999 as articles are numbered: 二百零五, 十三, 一百一十. */
export function chineseNumber(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  let said = hundreds > 0 ? `${DIGITS[hundreds]}百` : "";
  if (tens > 0) said += `${tens === 1 && hundreds === 0 ? "" : DIGITS[tens]}十`;
  else if (hundreds > 0 && ones > 0) said += "零";
  return ones > 0 ? said + DIGITS[ones] : said;
}

/** `CPL 205` -> 《民事诉讼法》第二百零五条 / Civil Procedure Law, art. 205. */
export function articleText(locale: Locale, article: Article): string {
  const t = textFor(locale, laws);
  const [key, number] = article.split(" ");
  const law = t(key as Law);
  if (!number) return law;
  const asked = Number(number);
  const isPlain = Number.isInteger(asked) && asked > 0 && asked < 1000;
  return t("article", { law, number: locale === "zh-CN" && isPlain ? chineseNumber(asked) : number });
}
