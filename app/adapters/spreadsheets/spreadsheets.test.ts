import fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { openArchive } from "../archive";
import { pack } from "../archive.fixture";
import { readTable } from "./read.server";
import { safeCell, writeTable } from "./write.server";

const xlsx = async (rows: (string | number | boolean | Date | null)[][]) =>
  Buffer.from(await writeXlsx({ sheets: [{ name: "案件", rows }] }));
const rowsOf = async (bytes: Buffer) => {
  const read = await readTable(bytes);
  if (!read.ok) throw new Error(read.refusal);
  return read.rows.map((row) => [row.number, ...row.cells]);
};
/** Puts another sheet into a real workbook. */
const withSheet = async (xml: string) => {
  const real = openArchive(await xlsx([["x"]]));
  return pack(
    real.map(({ name, read }) => ({
      name,
      plain: name === "xl/worksheets/sheet1.xml" ? Buffer.from(xml) : read(),
    })),
  );
};
const sheet = (data: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`;

describe("reading", () => {
  it("turns cells of every type into clean strings with the sheet's row numbers", async () => {
    const bytes = await xlsx([
      ["姓名", "金额", "日期", "是否"],
      [null, null, null, null],
      ["　张三\u200B ", 12345.1, new Date("2026-11-23T00:00:00Z"), true],
      ["１３９Ａ０", 0.1 + 0.2, new Date("2026-11-23T09:30:00Z"), null],
      ["𠮷", 1e15, null, null],
    ]);
    expect(await rowsOf(bytes)).toEqual([
      [1, "姓名", "金额", "日期", "是否"],
      [3, "张三", "12345.1", "2026-11-23", "true"],
      [4, "139A0", "0.3", "2026-11-23 09:30"],
      [5, "𠮷", "1000000000000000"],
    ]);
  });

  it("tells that an id number kept as a number has lost its end", async () => {
    const read = await readTable(await xlsx([["身份证号"], [1.10101199003078e17]]));
    expect(read).toMatchObject({ ok: true, lost: [{ row: 2, column: 0 }] });
  });

  it.each([
    ["UTF-8", Buffer.from('姓名,说明\r\n张三,"a,""b""\n第二行"\r\n')],
    ["UTF-8 with a mark", Buffer.from('\uFEFF姓名,说明\n张三,"a,""b""\n第二行"')],
    [
      "UTF-16",
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('姓名,说明\n张三,"a,""b""\n第二行"', "utf16le")]),
    ],
  ])("reads CSV in %s", async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual([
      [1, "姓名", "说明"],
      [2, "张三", 'a,"b"\n第二行'],
    ]);
  });

  it("reads CSV in GB18030, four-byte characters too", async () => {
    // 姓名,𠮷
    const bytes = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x95, 0x34, 0xb9, 0x39, 0x0a]);
    expect(await rowsOf(bytes)).toEqual([
      [1, "姓名", new TextDecoder("gb18030").decode(bytes.subarray(5, 9))],
    ]);
  });

  it("keeps every digit of long numbers and leading zeros in CSV", async () => {
    expect(await rowsOf(Buffer.from("110101199003077715,007\n"))).toEqual([[1, "110101199003077715", "007"]]);
  });

  it("refuses a bomb within a second and without taking its memory", async () => {
    const grown = pack(
      openArchive(await xlsx([["x"]])).map(({ name, read }) => ({
        name,
        plain: name.includes("sheet1") ? Buffer.alloc(200 * 1024 * 1024, 0x20) : read(),
      })),
    );
    const memory = process.memoryUsage().rss;
    const started = performance.now();
    expect(await readTable(grown)).toMatchObject({ ok: false, refusal: "fileTooLarge" });
    expect(performance.now() - started).toBeLessThan(1000);
    expect(process.memoryUsage().rss - memory).toBeLessThan(50 * 1024 * 1024);
  });

  it("refuses document types and entities", async () => {
    const evil = `<!DOCTYPE x [<!ENTITY a "${"lol".repeat(10)}"><!ENTITY f SYSTEM "file:///etc/passwd">]>${sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&f;</t></is></c></row>')}`;
    expect(await readTable(await withSheet(evil))).toMatchObject({ ok: false, refusal: "fileUnreadable" });
  });

  it("refuses too many rows, columns and letters, and files of other kinds", async () => {
    const rows = Array.from({ length: 30 }, (_, i) => [String(i)]);
    expect(await readTable(await xlsx(rows), { maxRows: 29 })).toMatchObject({ refusal: "fileTooLarge" });
    expect(await readTable(await xlsx(rows), { maxRows: 30 })).toMatchObject({ ok: true });
    expect(await readTable(Buffer.from(rows.join("\n")), { maxRows: 29 })).toMatchObject({
      refusal: "fileTooLarge",
    });
    expect(await readTable(Buffer.from("1,2,3"), { maxColumns: 2 })).toMatchObject({
      refusal: "fileTooLarge",
    });
    expect(await readTable(Buffer.from("12345"), { maxCellLength: 4 })).toMatchObject({
      refusal: "fileTooLarge",
    });
    expect(await readTable(Buffer.from("12345"), { maxBytes: 4 })).toMatchObject({ refusal: "fileTooLarge" });
    expect(await readTable(Buffer.from("%PDF-1.7"))).toMatchObject({ refusal: "fileKindNotAllowed" });
    const far = await withSheet(sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'));
    expect(await readTable(far)).toMatchObject({ refusal: "fileTooLarge" });
  });

  it("never throws, whatever the bytes are", async () => {
    const real = await xlsx([
      ["a", 1],
      ["b", 2],
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(real.length - 1),
        fc.nat(255),
        fc.nat(real.length),
        async (at, byte, length) => {
          const broken = Buffer.from(real.subarray(0, length));
          if (at < length) broken[at] = byte;
          const read = await readTable(broken);
          if (!read.ok)
            expect(["fileUnreadable", "fileKindNotAllowed", "fileTooLarge"]).toContain(read.refusal);
        },
      ),
      { numRuns: 200 },
    );
    expect(await readTable(pack([{ name: "[Content_Types].xml", plain: Buffer.from("x") }]))).toMatchObject({
      ok: false,
    });
  });
});

/** Every way we know to make a spreadsheet calculate, and some that only look so. */
const payloads = [
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(A1)",
  " =1",
  "\t=1",
  "\n=1",
  "\r=1",
  "\u0000=1",
  "\u00A0=1",
  "\u3000=1",
  "\u200B=1",
  "\uFEFF=1",
  "＝1+1",
  "＋1",
  "－1+1",
  "＠SUM",
  "=cmd|'/C calc'!A0",
  "|calc",
  '=HYPERLINK("http://x")',
  "\u0001\u0002=1",
  "\u2060=1",
  " \u200B\t=1",
  "#REF!",
  "#N/A",
  "=\n1",
  "'=1",
  "+86 139",
  "-",
  "=",
  "\u007F=1",
  "\u0085=1",
];

describe("writing", () => {
  it("gives back every ordinary text unchanged", async () => {
    const rows = [
      { name: "张三", note: "第一行\n第二行 <b>&amp;\"'" },
      { name: "𠮷👩‍👩‍👧‍👦", note: "110101199003077715" },
      { name: "-12.50", note: "_x0041_ 007" },
    ];
    const bytes = await writeTable({
      columns: [
        { key: "name", title: "姓名" },
        { key: "note", title: "说明" },
      ],
      rows,
    });
    expect(await rowsOf(bytes)).toEqual([
      [1, "姓名", "说明"],
      ...rows.map((row, i) => [i + 2, row.name, row.note]),
    ]);
  });

  it("writes only text cells: no formula, no error, no number, whatever comes", async () => {
    const hostile = [...payloads, 12, true, null, undefined, { formula: "1+1" }, ["=1"], new Date(0)];
    const bytes = await writeTable({
      columns: [{ key: "a", title: "=1" }],
      rows: hostile.map((a) => ({ a })),
    });
    const xml = openArchive(bytes)
      .find((entry) => entry.name === "xl/worksheets/sheet1.xml")!
      .read()
      .toString();
    expect(xml).not.toMatch(/<f[ >]/);
    for (const cell of xml.match(/<c [^>]*>/g) ?? []) expect(cell).toMatch(/t="s"|\/>$/);
    for (const [, ...cells] of await rowsOf(bytes))
      for (const cell of cells) expect(String(cell).normalize("NFKC").trim()).not.toMatch(/^[=+\-@|\p{Cc}]/u);
  });

  it("leaves numbers and ordinary text alone and marks everything else", () => {
    for (const payload of payloads) {
      const safe = safeCell(payload);
      expect(
        safe.normalize("NFKC").replace(/^[\s\u200B\u2060\uFEFF]+/, ""),
        JSON.stringify(payload),
      ).not.toMatch(/^[=+\-@|#]/);
    }
    for (const plain of ["-12", "12.5", "张三", "a=b", "（2026）京0107民初1号", "#3 会议室"])
      expect(safeCell(plain)).toBe(plain);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(safeCell(text)).not.toMatch(/^[=+@]|[^\P{Cc}\n\t]|\p{Cs}/u);
        expect(safeCell(text).length).toBeLessThanOrEqual(32_001);
      }),
    );
  });
});
