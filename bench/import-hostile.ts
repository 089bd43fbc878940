import { writeXlsx } from "hucre/xlsx";
import { openArchive } from "~/adapters/archive";
import { pack } from "~/adapters/archive.fixture";
import { asXlsx, bankSheet } from "../tests/services/import-sheet";

/* Files that are built to hurt whoever reads them; each is a real workbook with one part put in its place. */
const MB = 1024 * 1024;

async function withSheet(xml: Buffer): Promise<Buffer> {
  const real = openArchive(Buffer.from(await writeXlsx({ sheets: [{ name: "案件", rows: [["x"]] }] })));
  return pack(
    real.map(({ name, read }) => ({
      name,
      plain: name === "xl/worksheets/sheet1.xml" ? xml : read(),
    })),
  );
}

const sheet = (data: string) =>
  Buffer.from(
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`,
  );
const cell = (text: string) => `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`;

/** Noise that deflate cannot press, so that no ratio gives the size away. */
function noise(length: number, seed = 7): string {
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0;
  let text = "";
  while (text.length < length) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text += state.toString(36);
  }
  return text.slice(0, length);
}

export const HOSTILE: Readonly<Record<string, () => Promise<Buffer>>> = {
  "zip bomb of 200 MB": () => withSheet(Buffer.alloc(200 * MB, 0x20)),
  "XML a hundred thousand deep": () => {
    const names = Array.from({ length: 100_000 }, (_, n) => `a${noise(24, n)}`);
    const open = names.map((name) => `<${name}>`).join("");
    const shut = names
      .map((name) => `</${name}>`)
      .reverse()
      .join("");
    return withSheet(sheet(open + shut));
  },
  "a cell of 10 MB": () => withSheet(sheet(cell(noise(10 * MB)))),
  "30 MB of rows": () =>
    withSheet(
      sheet(
        Array.from(
          { length: 400_000 },
          (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><v>${noise(20, n)}</v></c></row>`,
        ).join(""),
      ),
    ),
  formulas: async () => withSheet(sheet(`<row r="1"><c r="A1"><f>SUM(B1:B2)</f><v>3</v></c></row>`)),
  "entity bomb": () =>
    withSheet(
      Buffer.concat([
        Buffer.from('<!DOCTYPE x [<!ENTITY a "lollollol"><!ENTITY b "&a;&a;&a;&a;">]>'),
        sheet(cell("&b;")),
      ]),
    ),
  macros: async () => {
    const real = openArchive(await asXlsx(bankSheet(3)));
    return pack([
      ...real.map(({ name, read }) => ({ name, plain: read() })),
      { name: "xl/vbaProject.bin", plain: Buffer.from("x") },
    ]);
  },
  "another kind of file": async () => Buffer.from("MZ\u0000\u0001this is a program"),
};
