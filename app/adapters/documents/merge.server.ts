import { createHash } from "node:crypto";
import { openArchive, type PackedEntry } from "../archive";
import { archiveOf, packEntry, packLargeEntry } from "../archive-writer";

/*
 * Documents of one template put behind each other in one file, to be printed at one go: each begins on a page of its own
 * and counts its own pages. What they share (styles, fonts, numbering) is taken from the first.
 */

const IS_MARGIN = /^word\/(header|footer)\d*\.xml$/;
const DOCUMENT = "word/document.xml";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

type Parts = {
  readonly body: string;
  /** What the last section says of paper, headers and footers. */
  readonly section: string;
  /** Relation's id -> the header's or footer's XML. */
  readonly margins: ReadonlyMap<
    string,
    { readonly kind: "header" | "footer"; readonly text: string; readonly rels: Buffer | null }
  >;
};

/** In one file all pages are the file's; each document goes on counting its own. */
const ofSection = (text: string): string => text.replace(/\bNUMPAGES\b/g, "SECTIONPAGES");

function partsOf(document: Buffer): Parts {
  const entries = new Map(openArchive(document).map((entry) => [entry.name, entry]));
  const text = (name: string) => entries.get(name)?.read().toString("utf8") ?? "";
  const whole = text(DOCUMENT);
  const inside = whole.slice(
    whole.indexOf(">", whole.indexOf("<w:body")) + 1,
    whole.lastIndexOf("</w:body>"),
  );
  const at = inside.lastIndexOf("<w:sectPr");
  const rels = text("word/_rels/document.xml.rels");
  const margins = new Map<string, { kind: "header" | "footer"; text: string; rels: Buffer | null }>();
  for (const [tag] of rels.matchAll(/<Relationship\b[^>]*>/g)) {
    const id = /\bId="([^"]+)"/.exec(tag)?.[1];
    const target = `word/${/\bTarget="(?:\/word\/)?([^"]+)"/.exec(tag)?.[1] ?? ""}`;
    if (!id || !IS_MARGIN.test(target)) continue;
    const own = entries.get(`word/_rels/${target.slice("word/".length)}.rels`);
    margins.set(id, {
      kind: target.includes("header") ? "header" : "footer",
      text: ofSection(text(target)),
      rels: own ? own.read() : null,
    });
  }
  return { body: inside.slice(0, at), section: inside.slice(at), margins };
}

/** Page numbers of a section begin at 1 again. */
const fromOne = (section: string): string => {
  const cleaned = section.replace(/<w:pgNumType\b[^>]*\/>/, "");
  const place =
    /<w:(cols|docGrid|titlePg|textDirection|bidi|rtlGutter|vAlign|noEndnote|printerSettings|sectPrChange)\b/.exec(
      cleaned,
    );
  const at = place ? place.index : cleaned.lastIndexOf("</w:sectPr>");
  return at < 0 ? cleaned : `${cleaned.slice(0, at)}<w:pgNumType w:start="1"/>${cleaned.slice(at)}`;
};

/** @throws when there is no document, or ArchiveRefused when one is none */
export async function mergeDocuments(documents: readonly Buffer[]): Promise<Buffer> {
  const [first] = documents;
  if (!first) throw new Error("nothing to merge");
  const base = openArchive(first).filter((entry) => !entry.name.endsWith("/"));
  const whole =
    base
      .find((entry) => entry.name === DOCUMENT)
      ?.read()
      .toString("utf8") ?? "";
  const opening = whole.slice(0, whole.indexOf(">", whole.indexOf("<w:body")) + 1);
  /** A header or footer once for all documents in which it is the same. */
  const known = new Map<string, string>();
  const added: { name: string; id: string; kind: "header" | "footer"; text: string; rels: Buffer | null }[] =
    [];
  const bodies: string[] = [];
  for (const [n, document] of documents.entries()) {
    const { body, section, margins } = partsOf(document);
    const own = section.replace(
      /(<w:(?:header|footer)Reference\b[^>]*\br:id=")([^"]+)(")/g,
      (tag, before: string, id: string, after: string) => {
        const margin = margins.get(id);
        if (!margin) return tag;
        const key = createHash("sha256").update(margin.kind).update(margin.text).digest("hex");
        let same = known.get(key);
        if (!same) {
          same = `rIdM${added.length + 1}`;
          known.set(key, same);
          added.push({
            ...margin,
            id: same,
            name: `${margin.kind}9${String(added.length + 1).padStart(5, "0")}.xml`,
          });
        }
        return `${before}${same}${after}`;
      },
    );
    const numbered = fromOne(own);
    const isLast = n === documents.length - 1;
    bodies.push(isLast ? `${body}${numbered}` : `${body}<w:p><w:pPr>${numbered}</w:pPr></w:p>`);
  }
  const text = `${opening}${bodies.join("")}</w:body></w:document>`;
  const document = await packLargeEntry(DOCUMENT, Buffer.from(text, "utf8"));
  return archiveOf(
    base
      .map((entry): PackedEntry => {
        if (entry.name === DOCUMENT) return document;
        if (entry.name === "[Content_Types].xml")
          return packEntry(entry.name, Buffer.from(withTypes(entry.read().toString("utf8"), added)));
        if (entry.name === "word/_rels/document.xml.rels")
          return packEntry(entry.name, Buffer.from(withRelations(entry.read().toString("utf8"), added)));
        return entry.packed;
      })
      .concat(
        added.flatMap((one) => [
          packEntry(`word/${one.name}`, Buffer.from(one.text, "utf8")),
          ...(one.rels ? [packEntry(`word/_rels/${one.name}.rels`, one.rels)] : []),
        ]),
      ),
  );
}

type Added = { readonly name: string; readonly id: string; readonly kind: string };

const withTypes = (types: string, added: readonly Added[]): string =>
  types.replace(
    "</Types>",
    `${added
      .map(
        ({ name, kind }) =>
          `<Override PartName="/word/${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`,
      )
      .join("")}</Types>`,
  );

const withRelations = (rels: string, added: readonly Added[]): string =>
  rels.replace(
    "</Relationships>",
    `${added
      .map(({ name, id, kind }) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${name}"/>`)
      .join("")}</Relationships>`,
  );
