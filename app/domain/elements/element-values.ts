import { z } from "zod";
import { fenSchema } from "../intake/amount";
import type { Element } from "./element";

/**
 * What was answered to one element, as stored and as the API takes it: money in fen, dates YYYY-MM-DD, rates as decimals
 * (0.035), options by key. Null: nothing was answered.
 */
export type ElementValue =
  | number
  | string
  | boolean
  | readonly string[]
  | { readonly from: string; readonly to: string | null }
  | readonly Row[]
  | null;
export type Row = { readonly [key: string]: ElementValue };

const MOST_ROWS = 50;
const SHORT = 200;
const LONG = 5000;

const date = z.iso.date("dateInvalid");

/** One element's value; null, and nothing else, where there is no answer. Codes of faults are those of refused fields. */
export function valueSchema(element: Element): z.ZodType<ElementValue> {
  return givenSchema(element).nullable();
}

function givenSchema(element: Element): z.ZodType<ElementValue> {
  switch (element.type) {
    case "money":
      return fenSchema;
    case "date":
      return date;
    case "period":
      return z
        .object({ from: date, to: date.nullable() })
        .refine(({ from, to }) => to === null || from <= to, "endBeforeStart");
    case "flag":
      return z.boolean("notChosen");
    case "choice":
      return keysOf(element.options);
    case "choices":
      return z.array(keysOf(element.options)).max(element.options.length, "tooLong");
    case "text":
      return z
        .string()
        .trim()
        .max(element.isLong ? LONG : SHORT, "textTooLong");
    case "count":
      return z.int("invalid").min(0, "tooLow").max(100_000, "tooHigh");
    case "rate":
      return z.number("invalid").min(0, "tooLow").max(10, "tooHigh");
    case "area":
      return z.number("invalid").min(0, "tooLow").max(10_000_000, "tooHigh");
    case "list":
      return z.array(z.object(shapeOf(element.of))).max(MOST_ROWS, "tooLong");
  }
}

const keysOf = (options: readonly { readonly key: string }[]) => {
  const known = new Set(options.map(({ key }) => key));
  return z.string().refine((key) => known.has(key), "notChosen");
};

/** The shape of several elements beside each other; what is not given is null. */
export const shapeOf = (elements: readonly Element[]): Record<string, z.ZodType<ElementValue>> =>
  Object.fromEntries(elements.map((one) => [one.key, valueSchema(one).default(null)]));

/** Nothing was said: null, empty text, an empty list. "No" is an answer. */
export const isBlank = (value: ElementValue | undefined): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** The same answer, whatever the order in which a row's parts or chosen options were written. */
export function isSameValue(a: ElementValue | undefined, b: ElementValue | undefined): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function ordered(value: ElementValue | undefined): unknown {
  if (isBlank(value)) return null;
  if (Array.isArray(value))
    return value.every((one) => typeof one === "string") ? [...value].sort() : value.map(ordered);
  if (typeof value === "object" && value !== null)
    return Object.entries(value)
      .filter(([, one]) => !isBlank(one))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, ordered(one)]);
  return typeof value === "string" ? value.trim() : value;
}
