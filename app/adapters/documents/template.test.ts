import { TemplateHandler } from "easy-template-x";
import { afterAll, describe, expect, it } from "vitest";
import { openArchive } from "../archive";
import { archiveOf, packEntry } from "../archive-writer";
import { body, each, table, templateBytes, when } from "./blocks";
import { type DocumentData, documentFields, type TemplateKind } from "./fields";
import { mergeDocuments } from "./merge.server";
import { builtInTemplate, renderDocument } from "./render.server";
import { createRenderPool, type RenderJob, renderHere } from "./render-pool.server";
import { fillTemplate, openTemplate } from "./template.server";

const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const textOf = (bytes: Buffer) => {
  const entry = openArchive(bytes).find((one) => one.name === "word/document.xml");
  return (entry?.read().toString("utf8") ?? "")
    .replace(/<\/w:p>|<w:br\/>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => entities[name] ?? "");
};

/** Words of their own in every field of a notice, or the ones that are given. */
const notice = (over: Partial<DocumentData["sessionNotice"]> = {}): DocumentData["sessionNotice"] => {
  const { fields } = documentFields.sessionNotice;
  const data = { courtName: "某某法院", docNo: "1", issuedOn: "某日", demoMark: "" };
  return {
    ...data,
    ...(Object.fromEntries(fields.map((name) => [name, `〔${name}〕`])) as Record<
      (typeof fields)[number],
      string
    >),
    ...over,
  };
};

/** Values that look like the language of one template library or another. */
const TEMPLATE_LIKE = [
  "{phone}",
  "{{phone}}",
  "{#hasPhone}x{/hasPhone}",
  "{/rows}",
  "{",
  "}",
  "{@raw}",
  "#{7*7} {{7*7}} <%= 7*7 %> {%if 1%}",
  '{phone [loopOver: "row"]}',
  "{constructor.constructor('return process')()}",
  "{__proto__}",
];

describe("values", () => {
  it.each(TEMPLATE_LIKE)("%s is text", async (value) => {
    const text = textOf(await renderDocument("sessionNotice", notice({ recipient: value, place: value })));
    expect(text).toContain(`${value}：`);
    expect(text.split(value).length - 1).toBeGreaterThanOrEqual(2);
    expect(text).not.toContain("49");
  });

  it("are text even where the library reads their surroundings a second time: in a row, before the loop over it", async () => {
    const built = await templateBytes("试", [table("rows", ["甲", "{name}", 50], ["乙", "{what}", 50])]);
    const turned = await archiveOf(
      openArchive(built).map((entry) =>
        entry.name === "word/document.xml"
          ? packEntry(
              entry.name,
              Buffer.from(entry.read().toString("utf8").replace("{#rows}{name}", "{name}{#rows}")),
            )
          : entry.packed,
      ),
    );
    const bytes = await fillTemplate(await openTemplate(turned), {
      name: "{secret}{#rows}{secret}{/rows}",
      secret: "泄露",
      rows: [{ what: "{secret}" }, { what: "{name}" }],
    });
    expect(textOf(bytes)).not.toContain("泄露");
    expect(textOf(bytes)).toContain("{secret}{#rows}{secret}{/rows}\n{secret}\n");
  });

  it("are text inside conditions and lists", async () => {
    const template = await openTemplate(
      await templateBytes("试", [
        when("name", each("rows", body("{name}：{what}"))),
        body("{name}{#rows}{what}{/rows}{name}"),
      ]),
    );
    const bytes = await fillTemplate(template, {
      name: "{#rows}{secret}{/rows}",
      hasName: true,
      secret: "泄露",
      rows: [{ what: "{secret}" }, { what: "{name}" }],
    });
    expect(textOf(bytes)).not.toContain("泄露");
    expect(textOf(bytes)).toContain("{#rows}{secret}{/rows}{secret}{name}{#rows}{secret}{/rows}");
  });

  it("that no tag was meant for are not there: neither prototypes nor fields of other items", async () => {
    const template = await openTemplate(
      await templateBytes("试", [body("{toString}{__proto__}{constructor}{absent}完")]),
    );
    expect(textOf(await fillTemplate(template, {})).trim()).toBe("完");
  });
});

it("gives the text that the library gives by itself", async () => {
  for (const kind of Object.keys(documentFields) as TemplateKind[]) {
    const { fields, lists } = documentFields[kind];
    const values: Record<string, string | boolean | Record<string, string | boolean>[]> = {};
    const flag = (name: string) => `has${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    for (const name of ["courtName", "docNo", "issuedOn", "demoMark", ...fields])
      Object.assign(values, { [name]: `〔${name}〕\n二`, [flag(name)]: true });
    for (const [list, items] of Object.entries<readonly string[]>(lists)) {
      values[list] = [1, 2, 3].map((row) =>
        Object.fromEntries(
          items.flatMap((item) => [
            [item, `${list}${row}${item}`],
            [flag(item), row !== 2],
          ]),
        ),
      );
      values[flag(list)] = true;
    }
    const template = await builtInTemplate(kind);
    const theirs = await new TemplateHandler().process(template, values);
    expect(textOf(await fillTemplate(await openTemplate(template), values))).toBe(textOf(theirs));
  }
});

describe.each([
  ["here", renderHere],
  ["in threads", createRenderPool(2)],
] as const)("many documents %s", (_, pool) => {
  afterAll(() => pool.close());

  it("one poisonous value fails its document and no other; the rest keep their order", async () => {
    const megabyte = "长".repeat(1_000_000);
    const broken = Object.assign({}, notice(), { phone: undefined }) as unknown;
    const jobs = [
      notice({ recipient: "一" }),
      notice({ recipient: megabyte }),
      notice({ recipient: "\u0000\u000b三\ud800" }),
      broken as DocumentData["sessionNotice"],
      notice({ recipient: "{{五}}" }),
    ].map((data): RenderJob => ({ kind: "sessionNotice", data }));
    const answers = await pool.render(jobs);
    expect(answers.map((one) => (one.ok ? /^.*：$/m.exec(textOf(one.bytes))?.[0] : one))).toEqual([
      "一：",
      { ok: false, reason: "tooLong", field: "sessionNotice.recipient" },
      "三\uFFFD：",
      { ok: false, reason: "unmade", field: "" },
      "{{五}}：",
    ]);
  });

  it("a court's own template is used instead of the built-in one, and a broken one fails its documents only", async () => {
    const bytes = await templateBytes("试", [body("致{recipient}。")]);
    const own = { key: "own-1", bytes: async () => bytes };
    const job: RenderJob = { kind: "sessionNotice", data: notice({ recipient: "张某" }) };
    const [mine] = await pool.render([job], own);
    expect(mine?.ok && textOf(mine.bytes).trim()).toBe("致张某。");
    const torn = { key: "torn", bytes: async () => Buffer.from("PK no archive at all, but bytes enough") };
    expect(await pool.render([job], torn)).toEqual([{ ok: false, reason: "unmade", field: "" }]);
    expect((await pool.render([job])).map((one) => one.ok)).toEqual([true]);
  });
});

it("an archive that was written is read again, names and bytes, packed or stored", async () => {
  const bytes = await archiveOf([
    packEntry("甲/文书.txt", Buffer.from("文".repeat(1000))),
    packEntry("b.bin", Buffer.from([0, 1, 2]), "stored"),
  ]);
  expect(openArchive(bytes).map((one) => [one.name, one.read().length])).toEqual([
    ["甲/文书.txt", 3000],
    ["b.bin", 3],
  ]);
});

it("documents are put behind each other: each in a section of its own that counts its own pages, alike margins once", async () => {
  const one = (n: number) => renderDocument("sessionNotice", notice({ recipient: `第${n}人` }));
  const merged = await mergeDocuments([await one(1), await one(2), await one(3)]);
  const part = (name: RegExp) => openArchive(merged).filter((entry) => name.test(entry.name));
  const xml =
    part(/^word\/document\.xml$/)[0]
      ?.read()
      .toString("utf8") ?? "";
  expect(textOf(merged).match(/第\d人：/g)).toEqual(["第1人：", "第2人：", "第3人："]);
  expect(xml.match(/<w:sectPr/g)).toHaveLength(3);
  expect(xml.match(/<w:pgNumType w:start="1"\/>/g)).toHaveLength(3);
  const footers = part(/^word\/footer9\d+\.xml$/);
  expect(footers).toHaveLength(1);
  expect(footers[0]?.read().toString("utf8")).toMatch(/SECTIONPAGES/);
  expect(
    part(/^\[Content_Types\]/)[0]
      ?.read()
      .toString("utf8"),
  ).toContain("/word/footer9");
});
