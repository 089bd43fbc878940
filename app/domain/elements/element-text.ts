import { fenOfYuan } from "../intake/amount";
import type { Element, Sheet } from "./element";
import { type ElementValue, isBlank, type Row } from "./element-values";
import { elementsOf } from "./sheet";

/** What forms and spreadsheets hold for one name: one text, or the texts of several ticked boxes. */
export type Texts = { one(name: string): string; all(name: string): readonly string[] };

/** A value read from what somebody wrote, or what is wrong with it, by the field's own name. */
export type Read = { readonly value: ElementValue; readonly faults: Readonly<Record<string, string>> };

const good = (value: ElementValue): Read => ({ value, faults: {} });
const bad = (name: string, fault: string): Read => ({ value: null, faults: { [name]: fault } });

/** The most rows of a list that a form is read for; a sheet allows no more. */
const MOST_ROWS = 50;

/**
 * Reads one element's answer out of texts: amounts in yuan, shares in per cent, `yes`/`no`, periods from `name.from` and
 * `name.to`, lists row by row from `name.0.key` on. Blank is no answer. Whether a value is allowed is for the schema.
 */
export function readElement(element: Element, name: string, texts: Texts): Read {
  const text = texts.one(name).normalize("NFKC").trim();
  switch (element.type) {
    case "text":
      return good(texts.one(name).trim());
    case "date":
    case "choice":
      return good(text || null);
    case "flag":
      return good(text === "yes" ? true : text === "no" ? false : null);
    case "choices":
      return good(texts.all(name).filter(Boolean));
    case "period": {
      const [from, to] = [texts.one(`${name}.from`).trim(), texts.one(`${name}.to`).trim()];
      if (!from && !to) return good(null);
      return from ? good({ from, to: to || null }) : bad(`${name}.from`, "required");
    }
    case "money": {
      if (!text) return good(null);
      const read = fenOfYuan(text);
      return read.fault === undefined ? good(read.fen) : bad(name, read.fault);
    }
    case "count":
    case "area":
    case "rate": {
      if (!text) return good(null);
      const number = Number(text.replace(/[,%\s]/g, ""));
      if (!Number.isFinite(number)) return bad(name, "invalid");
      return good(element.type === "rate" ? Math.round(number * 1e6) / 1e8 : number);
    }
    case "list":
      return readRows(element.of, name, texts);
  }
}

function readRows(of: readonly Element[], name: string, texts: Texts): Read {
  const rows: Row[] = [];
  const faults: Record<string, string> = {};
  for (let n = 0; n < MOST_ROWS; n++) {
    const read = of.map((one) => [one.key, readElement(one, `${name}.${n}.${one.key}`, texts)] as const);
    for (const [, one] of read) Object.assign(faults, one.faults);
    if (read.some(([, one]) => !isBlank(one.value)))
      rows.push(Object.fromEntries(read.map(([key, one]) => [key, one.value])));
  }
  return { value: rows, faults };
}

/** A whole side's answers out of a form, with every fault by its field's name. */
export function readAnswers(
  sheet: Sheet,
  texts: Texts,
): { readonly answers: Record<string, ElementValue>; readonly faults: Readonly<Record<string, string>> } {
  const answers: Record<string, ElementValue> = {};
  const faults: Record<string, string> = {};
  for (const { name, element } of elementsOf(sheet)) {
    const read = readElement(element, name, texts);
    Object.assign(faults, read.faults);
    if (!isBlank(read.value)) answers[name] = read.value;
  }
  return { answers, faults };
}

/** What a form shows of a value again: the text that `readElement` reads back. */
export function textOfValue(element: Element, value: ElementValue | undefined): string {
  if (value === undefined || value === null) return "";
  if (element.type === "money" && typeof value === "number") return (value / 100).toFixed(2);
  if (element.type === "rate" && typeof value === "number") return String(Math.round(value * 1e8) / 1e6);
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
