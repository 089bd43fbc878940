import { writeXlsx } from "hucre/xlsx";

export type TableColumn<Key extends string> = {
  readonly key: Key;
  readonly title: string;
  /** Width in characters. */
  readonly width?: number;
};

/** Nothing that a spreadsheet could take for a formula, an error or a control: such text gets a leading ’. */
export function safeCell(value: unknown): string {
  const text = (value === null || value === undefined ? "" : String(value))
    .slice(0, 32_000)
    .replace(/\p{Cs}/gu, "\uFFFD")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]/gu, "");
  if (/^-?\d+(\.\d+)?$/.test(text)) return text;
  // NFKC turns the full-width ＝＋－＠ into the plain ones, as some importers do.
  const seen = text.normalize("NFKC").replace(/^[\s\u200B-\u200D\u2060\uFEFF]+/, "");
  return /^[=+\-@|]/.test(seen) || /^[\n\t]/.test(text) || /^#[A-Z0-9/]+[!?]?$/.test(seen)
    ? `’${text}`
    : text;
}

/** An .xlsx with one sheet, its header frozen; every cell is text, so nothing in it can ever be calculated. */
export async function writeTable<Key extends string>(table: {
  readonly name?: string;
  readonly columns: readonly TableColumn<Key>[];
  readonly rows: readonly Readonly<Record<Key, unknown>>[];
}): Promise<Buffer> {
  const header = table.columns.map((column) => written(column.title));
  const rows = table.rows.map((row) => table.columns.map((column) => written(row[column.key])));
  const bytes = await writeXlsx({
    defaultFont: { name: "宋体", size: 11 },
    sheets: [
      {
        name: sheetName(table.name ?? "Sheet1"),
        columns: table.columns.map(({ width }) => ({ width: width ?? 18, numFmt: "@" })),
        rows: [header, ...rows],
        freezePane: { rows: 1 },
      },
    ],
  });
  return Buffer.from(bytes);
}

/** Spreadsheets read `_x003D_` as "="; text that happens to look so must stay text, and the library leaves that to us. */
const written = (value: unknown) => safeCell(value).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");

/** Excel takes at most 31 characters and none of []:*?/\ in a sheet's name. */
const sheetName = (name: string) =>
  safeCell(name)
    .replace(/[[\]:*?/\\'\n\t]/g, " ")
    .trim()
    .slice(0, 31) || "Sheet1";

/** Rows of text as a .csv of ours: UTF-8, every cell in quotes, so that whatever it holds comes back. */
export const writeCsv = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n"));
