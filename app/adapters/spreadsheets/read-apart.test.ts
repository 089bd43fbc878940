import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { openArchive } from "../archive";
import { pack } from "../archive.fixture";
import { readTable } from "./read.server";
import { readApart } from "./read-apart.server";

const book = async (rows: (string | number)[][]) =>
  Buffer.from(await writeXlsx({ sheets: [{ name: "案件", rows }] }));
const withSheet = async (data: string) =>
  pack(
    openArchive(await book([["x"]])).map(({ name, read }) => ({
      name,
      plain:
        name === "xl/worksheets/sheet1.xml"
          ? Buffer.from(
              `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`,
            )
          : read(),
    })),
  );

describe("in a thread of its own", () => {
  it("a sheet reads as it does without one, in its order, with what was lost and what was repaired", async () => {
    const bytes = await book([
      ["姓名", "证件"],
      ...Array.from({ length: 2500 }, (_, n) => [`　张三${n} `, n === 7 ? 1.10101199003078e17 : `１${n}`]),
    ]);
    const apart = await readApart(bytes);
    expect(apart).toEqual(await readTable(bytes));
    expect(apart).toMatchObject({ ok: true, lost: [{ row: 9, column: 1 }] });
    expect(apart.ok && apart.repaired.length).toBe(2500 + 2499);
  });

  it("what takes longer than allowed is refused, and so is what needs more memory", async () => {
    const rows = Array.from({ length: 4000 }, (_, n) => Array.from({ length: 20 }, (_, m) => `字${n}和${m}`));
    const bytes = await book(rows);
    const slow = await readApart(bytes, {}, { milliseconds: 1, megabytes: 256 });
    expect(slow).toMatchObject({ ok: false, refusal: "fileTooSlow" });
    const large = await readApart(bytes, {}, { milliseconds: 30_000, megabytes: 4 });
    expect(large).toMatchObject({ ok: false, refusal: "fileTooLarge" });
    expect(await readApart(bytes)).toMatchObject({ ok: true });
  });

  it("a sheet that calculates is refused, a depth without end does no harm, and neither does a cell of ten megabytes", async () => {
    expect(
      await readApart(await withSheet('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>')),
    ).toMatchObject({
      refusal: "fileHasFormulas",
    });
    const deep = Array.from({ length: 20_000 }, (_, n) => `<a${n}${Math.imul(n, 2_654_435_761) >>> 0}>`).join(
      "",
    );
    const answer = await readApart(await withSheet(deep));
    expect(answer.ok ? answer.rows : ["fileUnreadable", "fileTooLarge"]).toEqual(
      answer.ok ? [] : expect.arrayContaining([answer.refusal]),
    );
    const long = Buffer.from(`案由\n"${"字".repeat(3_500_000)}"`);
    expect(await readApart(long)).toMatchObject({ refusal: "fileTooLarge" });
  });
});
