import { readFile } from "node:fs/promises";
import path from "node:path";
import { TemplateHandler } from "easy-template-x";
import { describe, expect, it } from "vitest";
import { openArchive, withoutTimes } from "../archive";
import { sniff } from "../file-kinds";
import { templateBytes } from "./blocks";
import {
  commonFields,
  type DocumentData,
  documentFields,
  TEMPLATE_VERSION,
  type TemplateKind,
} from "./fields";
import { layouts } from "./layouts";
import { renderDocument } from "./render.server";

const kinds = Object.keys(documentFields) as TemplateKind[];
const part = (bytes: Buffer, name: string) => {
  const entry = openArchive(bytes).find((one) => one.name === name);
  if (!entry) throw new Error(`no ${name}`);
  return entry.read().toString("utf8");
};
const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const textOf = (xml: string) =>
  xml
    .replace(/<\/w:p>|<w:br\/>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => entities[name]!);

/** A different value for every field and every cell, two rows in every list. */
function sample(kind: TemplateKind, make = (where: string) => `〔${where}〕`) {
  const { fields, lists } = documentFields[kind];
  const values: string[] = [];
  const say = (where: string) => {
    const value = make(where);
    values.push(value);
    return value;
  };
  const data: Record<string, unknown> = {};
  for (const name of [...commonFields, ...fields]) data[name] = say(name);
  for (const [list, items] of Object.entries<readonly string[]>(lists))
    data[list] = [1, 2].map((row) =>
      Object.fromEntries(items.map((item) => [item, say(`${list}${row}${item}`)])),
    );
  return { data: data as DocumentData[TemplateKind], values };
}
const render = (kind: TemplateKind, data: DocumentData[TemplateKind]) =>
  renderDocument<TemplateKind>(kind, data);

describe.each(kinds)("%s", (kind) => {
  it("holds every value, and no tag is left over", async () => {
    const { data, values } = sample(kind);
    const bytes = await render(kind, data);
    expect(sniff(bytes)).toBe("docx");
    const header = openArchive(bytes).find((one) => /^word\/header/.test(one.name))!;
    const text = textOf(part(bytes, "word/document.xml")) + textOf(header.read().toString("utf8"));
    for (const value of values) expect(text).toContain(value);
    expect(text).not.toMatch(/[{}]/);
  });

  it("is built from the layout that stands in the source", async () => {
    const { name, blocks } = layouts[kind];
    const fresh = await templateBytes(`${name}　${kind}@${TEMPLATE_VERSION}`, blocks);
    const kept = await readFile(path.resolve("app/adapters/documents/templates", `${kind}.docx`));
    const parts = (bytes: Buffer) =>
      openArchive(bytes).filter((one) => /^word\/(document|header|footer)\d*\.xml$/.test(one.name));
    expect(parts(kept).map((one) => one.read().toString())).toEqual(
      parts(fresh).map((one) => one.read().toString()),
    );
    expect(part(kept, "word/document.xml")).toContain('w:eastAsia="仿宋"');
  });

  it("asks for nothing that is not in the table of fields", async () => {
    const kept = await readFile(path.resolve("app/adapters/documents/templates", `${kind}.docx`));
    const { fields, lists } = documentFields[kind];
    const known = new Set<string>([
      ...commonFields,
      ...fields,
      ...Object.keys(lists),
      ...Object.values<readonly string[]>(lists).flat(),
    ]);
    const flag = (name: string) => name.replace(/^has(.)/, (_, first: string) => first.toLowerCase());
    const tags = await new TemplateHandler().parseTags(kept);
    expect(tags.map((tag) => tag.name).filter((name) => !known.has(name) && !known.has(flag(name)))).toEqual(
      [],
    );
  });
});

describe("renderDocument", () => {
  it("keeps braces, markup, line ends and rare characters as text, and drops what XML cannot hold", async () => {
    const evil = "{#parties}{x}{/x} <w:p>&amp;\"'\n第二行\u0000\u000B\uFFFE 𠮷👩‍👩‍👧‍👦\uD800";
    const { data } = sample("sessionNotice", () => evil);
    const xml = part(await render("sessionNotice", data), "word/document.xml");
    const text = textOf(xml);
    expect(text).toContain("{#parties}{x}{/x} <w:p>&amp;\"'\n第二行 𠮷👩‍👩‍👧‍👦\uFFFD");
    expect(xml).not.toMatch(/[^\P{Cc}\n\t\r]|[\uFFFE\uFFFF]/u);
    expect(xml).not.toContain("undefined");
  });

  it("leaves out what is empty: the instalments with their heading, the guarantee, the demo mark", async () => {
    const { data } = sample("agreement");
    const without = { ...data, instalments: [], guarantee: "", demoMark: "" } as DocumentData["agreement"];
    const text = textOf(part(await renderDocument("agreement", without), "word/document.xml"));
    expect(text).not.toMatch(/分期履行安排|担保：|到期日/);
    expect(text).toContain("〔breachClause〕");
    const full = textOf(part(await render("agreement", data), "word/document.xml"));
    expect(full).toMatch(/分期履行安排[\s\S]*到期日[\s\S]*担保：/);
  });

  it("gives the same bytes for the same data", async () => {
    const { data } = sample("statement");
    const bytes = await render("statement", data);
    expect(await render("statement", data)).toEqual(bytes);
    // Two runs within two seconds would agree anyway: no entry may carry the time of its making.
    expect(withoutTimes(bytes)).toEqual(bytes);
  });

  it("a missing value is a bug that names the field and nothing else", async () => {
    const { data } = sample("rulingConfirmed");
    const broken = Object.assign({}, data, { judge: undefined });
    await expect(render("rulingConfirmed", broken)).rejects.toThrow(/^rulingConfirmed: judge is missing$/);
  });

  it("numbers its pages and says which version of the template it is", async () => {
    const bytes = await render("agreement", sample("agreement").data);
    const footer = openArchive(bytes)
      .find((one) => /^word\/footer/.test(one.name))!
      .read()
      .toString("utf8");
    expect(footer).toContain("agreement@2026-1");
    expect(footer).toMatch(/PAGE/);
    expect(footer).toMatch(/NUMPAGES/);
    expect(part(bytes, "word/document.xml")).toContain('w:w="11906" w:h="16838"');
  });
});
