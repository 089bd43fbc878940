import { readFile } from "node:fs/promises";
import path from "node:path";
import { commonFields, type DocumentData, documentFields, flagOf, type TemplateKind } from "./fields";
import { fillTemplate, type OpenTemplate, openTemplate, type TemplateValues } from "./template.server";

/** From the project's root, because the bundle lies elsewhere than the source. */
const FOLDER = path.resolve("app/adapters/documents/templates");
export const builtInTemplate = (kind: TemplateKind): Promise<Buffer> =>
  readFile(path.join(FOLDER, `${kind}.docx`));

/** A court's own template; `key` names these very bytes, so that they are read once. */
export type OwnTemplate = { readonly key: string; bytes(): Promise<Buffer> };

/** So many stay open; a court has two dozen kinds, and seldom more than one version of each at work. */
const MOST_OPEN = 64;
const open = new Map<string, Promise<OpenTemplate>>();

function opened(kind: TemplateKind, template?: OwnTemplate): Promise<OpenTemplate> {
  const key = template?.key ?? kind;
  const known = open.get(key);
  if (known) {
    open.delete(key);
    open.set(key, known);
    return known;
  }
  const reading = (template ? template.bytes() : builtInTemplate(kind)).then(openTemplate);
  reading.catch(() => open.delete(key));
  open.set(key, reading);
  const [oldest] = open.keys();
  if (open.size > MOST_OPEN && oldest !== undefined) open.delete(oldest);
  return reading;
}

/** More than a page of text a value, many times over: what is longer came in by mistake, and would only hold others up. */
const MOST_CHARACTERS = 100_000;

/** One document cannot be made of what it was given; it says which field, never what stands in it. */
export class ValueRefused extends Error {
  constructor(
    readonly field: string,
    readonly reason: "tooLong",
  ) {
    super(`${field}: ${reason}`);
    this.name = "ValueRefused";
  }
}

/**
 * The finished .docx. Values are inserted as text: braces, angle brackets and line ends stay what they are,
 * characters that XML cannot hold are left out. The same data always gives the same bytes.
 * A value that is missing is a bug and throws without naming the value of any other.
 * @throws ValueRefused for a text beyond all measure
 */
export async function renderDocument<K extends TemplateKind>(
  kind: K,
  data: DocumentData[K],
  template?: OwnTemplate,
): Promise<Buffer> {
  return fillTemplate(await opened(kind, template), valuesFor(kind, data));
}

/** Exactly what the template may ask for, cleaned, with a `has…` flag beside every field and list. */
function valuesFor(kind: TemplateKind, data: Readonly<Record<string, unknown>>): TemplateValues {
  const { fields, lists } = documentFields[kind];
  const values: { [name: string]: TemplateValues[string] } = texts([...commonFields, ...fields], data, kind);
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
    if (value.length > MOST_CHARACTERS) throw new ValueRefused(`${where}.${name}`, "tooLong");
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
