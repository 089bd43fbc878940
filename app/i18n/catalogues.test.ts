import { describe, expect, it } from "vitest";

type Entries = Record<string, string>;
const modules = import.meta.glob<{ zh?: unknown; en?: unknown }>(["./*.ts", "!./*.test.ts"], { eager: true });

const isEntries = (value: unknown): value is Entries =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every((text) => typeof text === "string");

const catalogues = Object.entries(modules).flatMap(([file, { zh, en }]) =>
  isEntries(zh) && isEntries(en) ? [{ file, zh, en }] : [],
);

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1]).sort();
const stem = (key: string) => key.replace(/_(one|other)$/, "");

/** English words that are Chinese on purpose: the name by which a reader finds his language. */
const CHINESE_IN_ENGLISH = new Set(["./shell.ts language"]);
const CJK = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/;

it("finds the catalogues", () => {
  expect(catalogues.map(({ file }) => file)).toContain("./shell.ts");
  expect(catalogues.length).toBeGreaterThan(4);
});

describe.each(catalogues)("$file", ({ file, zh, en }) => {
  it("has the same sentences in both languages", () => {
    const stems = (entries: Entries) => [...new Set(Object.keys(entries).map(stem))].sort();
    expect(stems(en)).toEqual(stems(zh));
  });

  it("puts the same values into both", () => {
    for (const [key, text] of Object.entries(en)) {
      const chinese = zh[key] ?? zh[`${stem(key)}_other`] ?? "";
      // "1 case" may say its number in words.
      const spoken = key.endsWith("_one")
        ? placeholders(chinese).filter((name) => name !== "count")
        : placeholders(chinese);
      const inEnglish = key.endsWith("_one")
        ? placeholders(text).filter((name) => name !== "count")
        : placeholders(text);
      expect([key, inEnglish]).toEqual([key, spoken]);
    }
  });

  it("has no Chinese left in English, and no empty sentence", () => {
    for (const [key, text] of Object.entries(en)) {
      expect(text.trim(), key).not.toBe("");
      if (!CHINESE_IN_ENGLISH.has(`${file} ${key}`)) expect(CJK.test(text), `${key}: ${text}`).toBe(false);
    }
    for (const [key, text] of Object.entries(zh)) expect(text.trim(), key).not.toBe("");
  });
});
