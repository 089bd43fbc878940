import { readFile } from "node:fs/promises";
import path from "node:path";
import { TemplateHandler } from "easy-template-x";
import { withoutTimes } from "../archive";
import { commonFields, type DocumentData, documentFields, flagOf, type TemplateKind } from "./fields";

/** From the project's root, because the bundle lies elsewhere than the source. */
const FOLDER = path.resolve("app/adapters/documents/templates");
const handler = new TemplateHandler();
const templates = new Map<TemplateKind, Promise<Buffer>>();

/**
 * The finished .docx. Values are inserted as text: braces, angle brackets and line ends stay what they are,
 * characters that XML cannot hold are left out. The same data always gives the same bytes.
 * A value that is missing is a bug and throws without naming the value of any other.
 */
export async function renderDocument<K extends TemplateKind>(
  kind: K,
  data: DocumentData[K],
): Promise<Buffer> {
  let template = templates.get(kind);
  if (!template) {
    template = readFile(path.join(FOLDER, `${kind}.docx`));
    template.catch(() => templates.delete(kind));
    templates.set(kind, template);
  }
  const filled = await handler.process(await template, valuesFor(kind, data));
  return withoutTimes(filled);
}

type Values = { [name: string]: string | boolean | { [name: string]: string | boolean }[] };

/** Exactly what the template may ask for, cleaned, with a `has…` flag beside every field and list. */
function valuesFor(kind: TemplateKind, data: Readonly<Record<string, unknown>>): Values {
  const { fields, lists } = documentFields[kind];
  const values: Values = texts([...commonFields, ...fields], data, kind);
  for (const [list, items] of Object.entries<readonly string[]>(lists)) {
    const rows = data[list];
    if (!Array.isArray(rows)) throw new Error(`${kind}: list ${list} is missing`);
    values[list] = rows.map((row) => texts(items, row, `${kind}.${list}`));
    values[flagOf(list)] = rows.length > 0;
  }
  return values;
}

function texts(names: readonly string[], source: Readonly<Record<string, unknown>>, where: string) {
  const values: { [name: string]: string | boolean } = {};
  for (const name of names) {
    const value = source[name];
    if (typeof value !== "string") throw new Error(`${where}: ${name} is missing`);
    const text = xmlText(value);
    values[name] = text;
    values[flagOf(name)] = text !== "";
  }
  return values;
}

/** Keeps tab and line feed; drops what XML 1.0 cannot hold; a lone surrogate becomes U+FFFD. */
const xmlText = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/\p{Cs}/gu, "\uFFFD")
    .replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, "");
