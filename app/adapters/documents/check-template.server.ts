import { TagDisposition, TemplateSyntaxError } from "easy-template-x";
import type { TemplateFault } from "~/domain/documents/template-faults";
import { type ArchiveEntry, openArchive } from "../archive";
import { sniff } from "../file-kinds";
import { commonFields, documentFields, flagOf, type TemplateKind } from "./fields";
import { fillTemplate, IS_CONTENT, openTemplate, type TemplateValues, tagsOf } from "./template.server";

/** `name` is a field, a tag or a part of the file: never a value. */
export type TemplateFinding = { readonly code: TemplateFault; readonly name: string };

/** Word's own fields that count or refer inside the document; every other fetches, asks or runs something. */
const FIELD_CODES =
  /^(PAGE|NUMPAGES|SECTION|SECTIONPAGES|PAGEREF|REF|SEQ|STYLEREF|TOC|DATE|TIME|SYMBOL|EQ)$/i;

/** The template is the demo mark's bearer only in a demo. */
const OPTIONAL: ReadonlySet<string> = new Set(["demoMark"]);

/**
 * Everything that is wrong with an uploaded template of a kind; nothing when it may be used as it is. Missing fields come
 * last, alone they are no reason to refuse it.
 */
export async function checkTemplate(kind: TemplateKind, bytes: Buffer): Promise<TemplateFinding[]> {
  if (sniff(bytes) !== "docx") {
    const isMacro = bytes.includes("vbaProject.bin");
    return [{ code: isMacro ? "macros" : "notWord", name: "" }];
  }
  const entries = openArchive(bytes);
  const unsafe = dangers(entries);
  if (unsafe.length) return unsafe;
  const torn = tornBraces(entries);
  if (torn.length) return torn;
  try {
    const template = await openTemplate(bytes);
    const findings = tagFindings(kind, tagsOf(template));
    if (findings.some((one) => one.code !== "missingField")) return findings;
    await fillTemplate(template, trial(kind));
    return findings;
  } catch (error) {
    if (error instanceof TemplateSyntaxError) return [{ code: "braces", name: tagIn(error.message) }];
    return [{ code: "unmade", name: "" }];
  }
}

/** A brace that nothing closes in its paragraph: the library would print it as it stands. */
const tornBraces = (entries: readonly ArchiveEntry[]): TemplateFinding[] =>
  entries
    .filter((entry) => IS_CONTENT.test(entry.name))
    .flatMap((entry) => entry.read().toString("utf8").split("</w:p>"))
    .map((paragraph) => paragraph.replace(/<[^>]+>/g, ""))
    .filter((text) => text.split("{").length !== text.split("}").length)
    .map((text) => ({ code: "braces", name: text.trim().slice(0, 40) }));

/** The library names the place by the text around it, which is the template's own. */
const tagIn = (message: string): string => /'([^']*)'/.exec(message)?.[1]?.slice(0, 40) ?? "";

function dangers(entries: readonly ArchiveEntry[]): TemplateFinding[] {
  const found: TemplateFinding[] = [];
  for (const entry of entries) {
    const { name } = entry;
    if (/vba|macro/i.test(name)) found.push({ code: "macros", name });
    if (/^word\/(embeddings|activeX|afchunk)/i.test(name)) found.push({ code: "embedded", name });
    if (!/\.(xml|rels)$/.test(name)) continue;
    const text = entry.read().toString("utf8");
    if (/<!(DOCTYPE|ENTITY)/i.test(text)) found.push({ code: "markup", name });
    if (name.endsWith(".rels") && /TargetMode\s*=\s*["']External["']/i.test(text))
      found.push({ code: "external", name });
    if (/<w:(altChunk|object|control|subDoc)\b/.test(text)) found.push({ code: "embedded", name });
    if (/macroEnabled/i.test(text)) found.push({ code: "macros", name });
    for (const code of fieldCodes(text))
      if (!FIELD_CODES.test(code)) found.push({ code: "fieldCode", name: code.slice(0, 20) });
  }
  return found;
}

/** The first word of every field of Word's own, also where it is cut into runs or stands inside another. */
function fieldCodes(text: string): string[] {
  const codes = [...text.matchAll(/<w:fldSimple\b[^>]*\bw:instr="\s*([^"\s]*)/g)].map(
    ([, code]) => code ?? "",
  );
  const open: string[] = [];
  const close = () => {
    const said = open.pop();
    if (said !== undefined) codes.push(said.trim().split(/[\s\\]/)[0] ?? "");
  };
  const marks = /<w:fldChar\b[^>]*w:fldCharType="(begin|separate|end)"|<w:instrText\b[^>]*>([^<]*)</g;
  const separated: boolean[] = [];
  for (const [, mark, words] of text.matchAll(marks)) {
    if (mark === "begin") {
      open.push("");
      separated.push(false);
    } else if (mark === "separate") separated[separated.length - 1] = true;
    else if (mark === "end") {
      close();
      separated.pop();
    } else if (open.length && !separated.at(-1)) open[open.length - 1] += words ?? "";
    else codes.push((words ?? "").trim().split(/[\s\\]/)[0] ?? "");
  }
  while (open.length) close();
  return codes.filter(Boolean);
}

type Tags = ReturnType<typeof tagsOf>;

/** Are all names known where they stand, does every loop and condition end, and which fields are nowhere? */
function tagFindings(kind: TemplateKind, tags: Tags): TemplateFinding[] {
  const { fields, lists } = documentFields[kind];
  const itemsOf = new Map(Object.entries<readonly string[]>(lists));
  const plain: ReadonlySet<string> = new Set([...commonFields, ...fields]);
  const items: ReadonlySet<string> = new Set([...itemsOf.values()].flat());
  const flags = new Set([...plain, ...itemsOf.keys()].map(flagOf));
  const found = new Map<string, TemplateFinding>();
  const say = (code: TemplateFault, name: string) => found.set(`${code} ${name}`, { code, name });
  const used = new Set<string>();
  const open: string[] = [];
  for (const { name, disposition } of tags) {
    used.add(name);
    if (disposition === TagDisposition.Close) {
      const last = open.pop();
      if (last === undefined) say("unopened", name);
      else if (last !== name) say("unclosed", last);
      continue;
    }
    const here = open.flatMap((one) => itemsOf.get(one) ?? []);
    const isHere = here.includes(name) || here.some((one) => flagOf(one) === name);
    const isKnown =
      disposition === TagDisposition.Open
        ? itemsOf.has(name) || flags.has(name) || plain.has(name) || isHere
        : plain.has(name) || isHere;
    if (!isKnown) say(items.has(name) ? "outsideList" : "unknownField", name);
    if (disposition === TagDisposition.Open) open.push(name);
  }
  for (const name of open) say("unclosed", name);
  const missing = [...plain, ...itemsOf.keys()].filter((name) => !used.has(name) && !OPTIONAL.has(name));
  return [...found.values(), ...missing.map((name): TemplateFinding => ({ code: "missingField", name }))];
}

/** Something in every field, so that the template is filled once before anybody relies on it. */
function trial(kind: TemplateKind): TemplateValues {
  const { fields, lists } = documentFields[kind];
  const texts = (names: readonly string[]) =>
    Object.fromEntries(
      names.flatMap((name) => [
        [name, "试"],
        [flagOf(name), true],
      ]),
    );
  return {
    ...texts([...commonFields, ...fields]),
    ...Object.fromEntries(
      Object.entries<readonly string[]>(lists).flatMap(([list, names]) => [
        [list, [texts(names), texts(names)]],
        [flagOf(list), true],
      ]),
    ),
  };
}
