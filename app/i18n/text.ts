import { createInstance } from "i18next";
import type { Locale } from "./locale";

type Entries = Readonly<Record<string, string>>;

/** Names between double braces: the values that a sentence needs. */
type Names<Sentence extends string> = Sentence extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

/** Keys as they are asked for: Chinese has only `_other`, English `_one` and `_other`; both are asked for by the stem. */
export type TextKey<Zh extends Entries> = Asked<keyof Zh & string>;
type Asked<Key extends string> = Key extends `${infer Stem}_other` ? Stem : Key;

type SentenceOf<Zh extends Entries, Key extends string> = Key extends keyof Zh
  ? Zh[Key]
  : `${Key}_other` extends keyof Zh
    ? Zh[`${Key}_other`]
    : never;
type ParamNames<Zh extends Entries, Key extends string> =
  | Names<SentenceOf<Zh, Key>>
  | (Key extends keyof Zh ? never : "count");
type Params<Names extends string> = {
  readonly [Name in Names]: Name extends "count" ? number : string | number;
};

/** The English catalogue that a Chinese one asks for: the same keys, plurals in two forms. */
export type English<Zh extends Entries> = {
  readonly [Key in keyof Zh & string as Key extends `${infer Stem}_other`
    ? `${Stem}_one` | `${Stem}_other`
    : Key]: string;
};

/** One area's sentences in both languages; `import * as cases from "~/i18n/cases"` is one. */
export interface Catalogue<Zh extends Entries> {
  readonly zh: Zh;
  readonly en: English<Zh>;
}

/** Says one sentence of a catalogue; a sentence with `{{names}}` asks for their values. */
export type Text<Zh extends Entries> = <Key extends TextKey<Zh>>(
  key: Key,
  ...params: [ParamNames<Zh, Key>] extends [never] ? [] : [Params<ParamNames<Zh, Key>>]
) => string;

type Translate = (key: string, params?: object) => string;

const filled = (sentence: string, params: object): string => {
  const values = new Map(Object.entries(params));
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values.get(name) ?? ""));
};
const known = new WeakMap<Entries, Translate>();

function translator(locale: Locale, entries: Entries): Translate {
  const found = known.get(entries);
  if (found) return found;
  const instance = createInstance();
  void instance.init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: { text: entries } },
    ns: ["text"],
    defaultNS: "text",
    // Keys are flat and may hold dots and colons; what is put in is escaped by React, and by the writers of mail and documents.
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  // Only a count needs the library's rules. A letter says some twenty sentences; asking it for each was a fifth of its cost.
  const translate: Translate = (key, params) => {
    const sentence = entries[key];
    if (sentence === undefined || (params && "count" in params))
      // No sentence names another, and a value that seems to is only a value.
      return instance.t(key, { ...params, nest: false });
    return params ? filled(sentence, params) : sentence;
  };
  known.set(entries, translate);
  return translate;
}

/** The sentences of a catalogue in one language, for servers, mail and tests; pages use `useText`. */
export function textFor<const Zh extends Entries>(locale: Locale, catalogue: Catalogue<Zh>): Text<Zh> {
  const translate = translator(locale, locale === "zh-CN" ? catalogue.zh : catalogue.en);
  return (key, ...params) => translate(key, params[0]);
}

/** A sentence whose key and values are known only at run time, such as a refusal's; an unknown key is a bug and throws. */
export function sayAny(
  locale: Locale,
  catalogue: { readonly zh: Entries; readonly en: Entries },
  key: string,
  params: object = {},
): string {
  const entries = locale === "zh-CN" ? catalogue.zh : catalogue.en;
  if (!Object.hasOwn(entries, key) && !Object.hasOwn(entries, `${key}_other`))
    throw new Error(`no sentence: ${key}`);
  return translator(locale, entries)(key, params);
}
