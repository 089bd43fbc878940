import { expect, it } from "vitest";
import { openArchive } from "~/adapters/archive";
import { documentFields, type TemplateKind } from "~/adapters/documents/fields";
import { mergeDocuments } from "~/adapters/documents/merge.server";
import { renderDocument } from "~/adapters/documents/render.server";
import { sampleAgreement, sampleData } from "./document-samples";

/* What every kind of document says, word for word, page head and foot too: a change of a word is a change of a file. */
const kinds = Object.keys(documentFields) as TemplateKind[];
const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** A line a paragraph; cells of a row beside each other. */
const said = (xml: string): string =>
  xml
    .replace(/<\/w:p>\s*<\/w:tc>/g, " ｜ ")
    .replace(/<\/w:(p|tr)>|<w:br\/>/g, "\n")
    .replace(/<w:instrText[^>]*>([^<]*)<\/w:instrText>/g, "〈$1〉")
    .replace(/<[^>]+>/g, "")
    .replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => entities[name] ?? "")
    .replace(/[ \t]+$/gm, "")
    .trim();

const textOf = (bytes: Buffer): string =>
  ["header1", "document", "footer1"]
    .map((part) => openArchive(bytes).find((entry) => entry.name === `word/${part}.xml`))
    .map((entry) => said(entry?.read().toString("utf8") ?? ""))
    .join("\n――\n");

it.each(kinds)("%s says this", async (kind) => {
  const text = textOf(await renderDocument<TemplateKind>(kind, sampleData(kind)));
  expect(text).not.toMatch(/[{}]/);
  await expect(`${text}\n`).toMatchFileSnapshot(`documents/${kind}.txt`);
});

it("an agreement of a credit card says this, with its instalments and sums in capitals", async () => {
  const text = textOf(await renderDocument("agreement", sampleAgreement(0)));
  await expect(`${text}\n`).toMatchFileSnapshot("documents/agreement-card.txt");
});

it("agreements behind each other say what each says, in their order", async () => {
  const [one, two] = [
    await renderDocument("agreement", sampleAgreement(0)),
    await renderDocument("agreement", sampleAgreement(1)),
  ];
  const bodyOf = (bytes: Buffer) =>
    said(
      openArchive(bytes)
        .find((entry) => entry.name === "word/document.xml")
        ?.read()
        .toString("utf8") ?? "",
    );
  expect(bodyOf(await mergeDocuments([one, two])).replace(/\n+/g, "\n")).toBe(
    `${bodyOf(one)}\n${bodyOf(two)}`.replace(/\n+/g, "\n"),
  );
});
