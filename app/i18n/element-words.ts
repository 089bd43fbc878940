import type { Element } from "~/domain/elements/element";
import type { ElementValue, Row } from "~/domain/elements/element-values";
import { isBlank } from "~/domain/elements/element-values";
import type { Placed } from "~/domain/elements/sheet";
import { documentDate } from "./agreement-text";
import { percent } from "./calculation-words";
import * as elements from "./elements";
import { formatFor } from "./format";
import type { Locale } from "./locale";
import { textFor } from "./text";

/** A name in the reader's language. */
export const named = (locale: Locale, of: { readonly zh: string; readonly en: string }): string =>
  locale === "en" ? of.en : of.zh;

/** The unit in which an element is entered; null where it has none. */
export function unitWords(locale: Locale, element: Element): string | null {
  const t = textFor(locale, elements);
  if (element.type === "money") return t("yuan");
  if (element.type === "area") return t("squareMetres");
  if (element.type === "count") return element.unit ? t(element.unit) : null;
  if (element.type === "rate")
    return t(({ year: "perYear", month: "perMonth", day: "perDay", none: "percent" } as const)[element.per]);
  return null;
}

/** What an element says as one sentence, with the block that it stands in: what both sides sign. */
export function elementSentence(
  locale: Locale,
  { block, element }: Pick<Placed, "block" | "element">,
  value: ElementValue,
): string {
  const words = paperWords(locale, element, value);
  return locale === "en"
    ? `${named(locale, block)}, ${named(locale, element)}: ${words}.`
    : `${named(locale, block)}，${named(locale, element)}：${words}。`;
}

/** The same for papers, which write days out and name no weekday. */
export function paperWords(locale: Locale, element: Element, value: ElementValue | undefined): string {
  if (isBlank(value)) return "";
  if (element.type === "date") return documentDate(locale, String(value));
  if (element.type !== "period") return valueWords(locale, element, value);
  const { from, to } = value as { from: string; to: string | null };
  return textFor(locale, elements)(to ? "periodTo" : "periodSince", {
    from: documentDate(locale, from),
    to: to ? documentDate(locale, to) : "",
  });
}

/** What was answered, in words; empty where nothing was. */
export function valueWords(locale: Locale, element: Element, value: ElementValue | undefined): string {
  if (value === undefined || value === null || isBlank(value)) return "";
  const [format, t] = [formatFor(locale), textFor(locale, elements)];
  const optionOf = (key: unknown) =>
    "options" in element
      ? named(locale, element.options.find((one) => one.key === key) ?? { zh: "", en: "" })
      : "";
  switch (element.type) {
    case "money":
      return format.money(Number(value));
    case "rate":
      return percent(Number(value));
    case "area":
      return `${value} ${t("squareMetres")}`;
    case "count":
      return element.unit ? `${value} ${t(element.unit)}` : String(value);
    case "date":
      return format.date(String(value));
    case "period": {
      const { from, to } = value as { from: string; to: string | null };
      return to ? format.dateRange(from, to) : `${format.date(from)} —`;
    }
    case "flag":
      return t(value ? "yes" : "no");
    case "choice":
      return optionOf(value);
    case "choices":
      return format.list((value as readonly string[]).map(optionOf));
    case "text":
      return String(value);
    case "list":
      return (value as readonly Row[])
        .map((row) =>
          element.of
            .filter((one) => !isBlank(row[one.key]))
            .map((one) => `${named(locale, one)} ${valueWords(locale, one, row[one.key])}`)
            .join(locale === "en" ? ", " : "，"),
        )
        .join("\n");
  }
}
