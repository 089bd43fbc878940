import type { Calculation, Step } from "~/domain/elements/calculators/calculation";
import * as calculations from "./calculations";
import { formatFor } from "./format";
import type { Locale } from "./locale";
import { sayAny } from "./text";

/** `0.138` as `13.8%`, without zeros that say nothing. */
export const percent = (rate: number): string => `${Number((rate * 100).toFixed(4))}%`;

/** A step in words; its amounts, shares and days by the endings of their names. */
export function stepWords(locale: Locale, { code, params }: Step): string {
  const format = formatFor(locale);
  const values = Object.entries(params).map(([name, value]): [string, string | number] => {
    if (name.endsWith("Fen")) return [name.slice(0, -3), format.money(Number(value))];
    if (name.endsWith("Rate")) return [name.slice(0, -4), percent(Number(value))];
    if (name.endsWith("On")) return [name.slice(0, -2), format.date(String(value))];
    if (name === "kind") return [name, sayAny(locale, calculations, `overtime.${value}`)];
    return [name === "grade" ? "level" : name, value];
  });
  return sayAny(locale, calculations, `step.${code}`, Object.fromEntries(values));
}

/** The whole sum as lines: each step with what it adds, then the total. */
export function calculationLines(locale: Locale, of: Calculation): readonly string[] {
  const format = formatFor(locale);
  return [
    ...of.steps.map((one) =>
      one.fen === null ? stepWords(locale, one) : `${stepWords(locale, one)} = ${format.money(one.fen)}`,
    ),
    sayAny(locale, calculations, "total", { total: format.money(of.totalFen) }),
    ...(of.isUnverified ? [sayAny(locale, calculations, "unverified")] : []),
  ];
}
