/*
 * An element sheet 要素表 as data: what a kind of dispute turns on, in the order of the official forms (法〔2025〕82号). Forms,
 * validation, comparison of both sides' answers, merge fields and spreadsheet columns all read these, so that another
 * sheet is another file.
 */

/** `part` says where the official form has it: what is asked for, jurisdiction and preservation, facts, grounds, the wish to mediate. */
export const PARTS = ["claim", "jurisdiction", "fact", "basis", "mediation"] as const;
export type Part = (typeof PARTS)[number];

export type Option = { readonly key: string; readonly zh: string; readonly en: string };

type Kind =
  /** Integer fen. */
  | { readonly type: "money" }
  /** YYYY-MM-DD. */
  | { readonly type: "date" }
  /** Both days included; the last may be missing while it goes on. */
  | { readonly type: "period" }
  | { readonly type: "flag" }
  | { readonly type: "choice" | "choices"; readonly options: readonly Option[] }
  | { readonly type: "text"; readonly isLong?: boolean }
  /** A whole number of `unit`. */
  | { readonly type: "count"; readonly unit?: "day" | "month" | "copy" }
  /** A share as a decimal: 0.035 is 3.5 %. `per` the time it is for. */
  | { readonly type: "rate"; readonly per: "year" | "month" | "day" | "none" }
  /** Square metres, two decimals. */
  | { readonly type: "area" }
  | { readonly type: "list"; readonly of: readonly Element[] };

export type ElementType = Kind["type"];

export type Element = Kind & {
  /** Unique within its block; `block.element` is its name everywhere. */
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  /** Without it the sheet is not complete. */
  readonly isRequired?: boolean;
  /** Differs from case to case of a series, so that a spreadsheet has a column for it. */
  readonly varies?: boolean;
  /** Asked only where that flag of the same block is set. */
  readonly ifSet?: string;
  /** What an agreement makes of a claim: somebody pays it, does it, or refrains from it. */
  readonly settles?: "pay" | "act" | "refrain";
  /** Which choice of the same block says whose duty that is; the respondent's unless it does. */
  readonly owedBy?: string;
};

export type Block = {
  readonly key: string;
  readonly part: Part;
  readonly zh: string;
  readonly en: string;
  readonly elements: readonly Element[];
};

/** What whoever works with the sheet should look at; never refuses anything. */
export type Advice = { readonly zh: string; readonly en: string; readonly source: string };

export type Sheet = {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  /** Codes of causes of the scheme in force; `205` takes `205.5` too. */
  readonly causes: readonly string[];
  /** There is an official form of it; without one it follows the judicial interpretations. */
  readonly isOfficial: boolean;
  readonly blocks: readonly Block[];
  readonly advice: readonly Advice[];
};

type Named<Extra> = (key: string, zh: string, en: string, more?: Extra) => Element;
type Marks = Pick<Element, "isRequired" | "varies" | "ifSet">;

export const money: Named<Marks> = (key, zh, en, more) => ({ type: "money", key, zh, en, ...more });
export const date: Named<Marks> = (key, zh, en, more) => ({ type: "date", key, zh, en, ...more });
export const period: Named<Marks> = (key, zh, en, more) => ({ type: "period", key, zh, en, ...more });
export const flag: Named<Marks> = (key, zh, en, more) => ({ type: "flag", key, zh, en, ...more });
export const text: Named<Marks> = (key, zh, en, more) => ({ type: "text", key, zh, en, ...more });
export const longText: Named<Marks> = (key, zh, en, more) => ({
  type: "text",
  isLong: true,
  key,
  zh,
  en,
  ...more,
});
export const area: Named<Marks> = (key, zh, en, more) => ({ type: "area", key, zh, en, ...more });
export const count: Named<Marks & { unit?: "day" | "month" | "copy" }> = (key, zh, en, more) => ({
  type: "count",
  key,
  zh,
  en,
  ...more,
});
export const rate: Named<Marks & { per?: "year" | "month" | "day" | "none" }> = (key, zh, en, more) => ({
  type: "rate",
  per: "year",
  key,
  zh,
  en,
  ...more,
});
export const choice = (
  key: string,
  zh: string,
  en: string,
  options: readonly Option[],
  more?: Marks,
): Element => ({ type: "choice", key, zh, en, options, ...more });
export const choices = (
  key: string,
  zh: string,
  en: string,
  options: readonly Option[],
  more?: Marks,
): Element => ({ type: "choices", key, zh, en, options, ...more });
export const list = (key: string, zh: string, en: string, of: readonly Element[], more?: Marks): Element => ({
  type: "list",
  key,
  zh,
  en,
  of,
  ...more,
});

/** `cash 现金 Cash` a line. */
export const options = (...lines: readonly string[]): readonly Option[] =>
  lines.map((line) => {
    const [key = "", zh = "", ...en] = line.split(" ");
    return { key, zh, en: en.join(" ") };
  });

/** A claim that an agreement can turn into an obligation. */
export const settled = (
  settles: NonNullable<Element["settles"]>,
  element: Element,
  owedBy?: string,
): Element => ({ ...element, settles, ...(owedBy ? { owedBy } : {}) });

/** A claim for money. */
export const paid = (element: Element): Element => settled("pay", element);

export const block = (
  part: Part,
  key: string,
  zh: string,
  en: string,
  elements: readonly Element[],
): Block => ({
  part,
  key,
  zh,
  en,
  elements,
});

/** A yes or no, and what there is to say of a yes: most of the official forms is made of these. */
export const flagged = (
  key: string,
  zh: string,
  en: string,
  ...more: readonly Element[]
): readonly Element[] => [
  flag(key, zh, en),
  ...(more.length > 0
    ? more.map((one) => ({ ...one, ifSet: key }))
    : [longText(`${key}Detail`, "具体情况", "Details", { ifSet: key })]),
];
