import {
  DelimiterSearcher,
  Delimiters,
  Docx,
  LoopPlugin,
  ScopeData,
  TagParser,
  TemplateCompiler,
  type TemplateContext,
  TextPlugin,
  type XmlNode,
  xml,
} from "easy-template-x";
import { openArchive, type PackedEntry } from "../archive";
import { archiveOf, packEntry } from "../archive-writer";
import { serializeXml } from "./serialize-xml";

/** A template read once and filled as often as wanted; nothing in it changes by filling. */
export type OpenTemplate = {
  readonly docx: Docx;
  /** Every entry of the file in its order; where there are tags, the tree that is filled. */
  readonly entries: readonly { readonly packed: PackedEntry; readonly root: XmlNode | null }[];
};

/** Name -> text, a flag, or the items of a list. */
export type TemplateValues = {
  readonly [name: string]: string | boolean | readonly { readonly [name: string]: string | boolean }[];
};

const MOST_DEPTH = 64;
const delimiters = new Delimiters();
/** Text and loops, and nothing else: a value can be no picture, no link and no XML. */
const plugins = [new LoopPlugin(), new TextPlugin()];
const compiler = new TemplateCompiler(
  new DelimiterSearcher(delimiters, MOST_DEPTH),
  new TagParser(delimiters),
  plugins,
  { defaultContentType: "text", containerContentType: "loop" },
);
for (const plugin of plugins) plugin.setUtilities({ compiler });

/** The parts in which a template may have tags: what is printed. */
export const IS_CONTENT = /^word\/(document|header\d*|footer\d*)\.xml$/;

/** @throws ArchiveRefused and the library's own errors, for a file that is no Word document or whose tags do not fit. */
export async function openTemplate(bytes: Buffer): Promise<OpenTemplate> {
  const entries = openArchive(bytes).filter((entry) => !entry.name.endsWith("/"));
  return {
    docx: await Docx.load(bytes),
    entries: entries.map((entry) => {
      const text = IS_CONTENT.test(entry.name) ? entry.read().toString("utf8") : "";
      return { packed: entry.packed, root: text.includes("{") ? xml.parser.parse(text) : null };
    }),
  };
}

/** Braces of a value travel as characters that no XML holds, so that nothing in a value is ever read as a tag. */
const OPEN = "\u0001";
const CLOSE = "\u0002";
const hideBraces = (text: string) => text.replaceAll("{", OPEN).replaceAll("}", CLOSE);
const showBraces = (text: string) => text.replaceAll(OPEN, "{").replaceAll(CLOSE, "}");

/** The same with the library's own type of values. */
type Item = { [name: string]: string | boolean };
type Value = string | boolean | Item[];
type Scope = { [name: string]: Value };
const own = (scope: Scope, name: string) => (Object.hasOwn(scope, name) ? scope[name] : undefined);

/** The innermost value of that name; only what was handed in counts, never what every object has. */
function resolve(values: Scope, path: readonly string[]): Value | undefined {
  const scopes: Scope[] = [values];
  let list: Value | undefined;
  for (const step of path.slice(0, -1)) {
    if (Array.isArray(list)) {
      const item = list[Number(step)];
      if (item) scopes.push(item);
      list = undefined;
    } else {
      list = scopes.map((scope) => own(scope, step)).findLast((found) => found !== undefined);
    }
  }
  const name = path.at(-1) ?? "";
  return scopes.map((scope) => own(scope, name)).findLast((found) => found !== undefined);
}

function hidden(values: TemplateValues): Scope {
  const hide = (value: string | boolean) => (typeof value === "string" ? hideBraces(value) : value);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "object"
        ? value.map((row) => Object.fromEntries(Object.entries(row).map(([key, one]) => [key, hide(one)])))
        : hide(value),
    ]),
  );
}

/** The parts that were filled, by their names, as XML. */
export async function fillParts(
  template: OpenTemplate,
  values: TemplateValues,
): Promise<ReadonlyMap<string, string>> {
  const data = hidden(values);
  const parts = new Map<string, string>();
  for (const { packed, root } of template.entries) {
    if (!root) continue;
    const scope = new ScopeData(data);
    scope.scopeDataResolver = ({ strPath }) => resolve(data, strPath) ?? "";
    const context: TemplateContext = {
      docx: template.docx,
      currentPart: template.docx.mainDocument,
      pluginContext: {},
      options: { maxXmlDepth: MOST_DEPTH },
    };
    const copy = xml.create.cloneNode(root, true);
    await compiler.compile(copy, scope, context);
    parts.set(packed.name, showBraces(serializeXml(copy)));
  }
  return parts;
}

/** The finished file: filled parts packed anew, everything else as it lies in the template. */
export async function fillTemplate(template: OpenTemplate, values: TemplateValues): Promise<Buffer> {
  const parts = await fillParts(template, values);
  return archiveOf(
    template.entries.map(({ packed }) => {
      const text = parts.get(packed.name);
      return text === undefined ? packed : packEntry(packed.name, Buffer.from(text, "utf8"));
    }),
  );
}

/** Every tag of every printed part in reading order. @throws the library's TemplateSyntaxError where braces do not fit. */
export const tagsOf = (template: OpenTemplate) =>
  template.entries.flatMap(({ root }) => (root ? compiler.parseTags(xml.create.cloneNode(root, true)) : []));
