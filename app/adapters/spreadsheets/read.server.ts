import { parseCsv } from "hucre/csv";
import { streamXlsxRows } from "hucre/xlsx";
import { ok, type Result, refuse } from "~/domain/result";
import { ArchiveRefused, openArchive } from "../archive";
import { decodeText, sniff } from "../file-kinds";

/** A row as a person sees it: `number` is the row's number in the sheet, counted from 1. Blank rows are left out. */
export type SheetRow = { readonly number: number; readonly cells: readonly string[] };

/** A cell by its row's number and its column, counted from 0. */
export type CellAt = { readonly row: number; readonly column: number };

/**
 * `lost`: cells whose content was already lost in the file, long numbers that the program kept as rounded ones.
 * `repaired`: texts that were meant otherwise than they stood, with wide digits, stray spaces or invisible characters.
 */
export type TableRead = {
  readonly rows: SheetRow[];
  readonly lost: CellAt[];
  readonly repaired: CellAt[];
};

export type SheetLimits = {
  readonly maxBytes: number;
  readonly maxRows: number;
  readonly maxColumns: number;
  readonly maxCellLength: number;
};

const defaults: SheetLimits = {
  maxBytes: 20 * 1024 * 1024,
  maxRows: 50_000,
  maxColumns: 100,
  maxCellLength: 32_767,
};

type Cell = string | number | boolean | Date | null;

/** Reads the first sheet of an .xlsx, or a CSV in UTF-8, UTF-16 or GB18030, into rows of clean strings. */
export async function readTable(
  bytes: Buffer,
  limits: Partial<SheetLimits> = {},
): Promise<Result<TableRead>> {
  const bounds = { ...defaults, ...limits };
  if (bytes.length > bounds.maxBytes)
    return refuse("fileTooLarge", { params: { maxBytes: bounds.maxBytes } });
  const kind = bytes.subarray(0, 2).toString("latin1") === "PK" ? "xlsx" : sniff(bytes);
  if (kind !== "xlsx" && kind !== "csv")
    return refuse("fileKindNotAllowed", { params: { kinds: ["xlsx", "csv"] } });
  try {
    return await collect(kind === "xlsx" ? xlsxRows(bytes) : csvRows(bytes, bounds), bounds);
  } catch (problem) {
    if (problem instanceof ArchiveRefused && problem.reason === "tooLarge") return refuse("fileTooLarge");
    if (problem instanceof Calculates) return refuse("fileHasFormulas");
    // Whatever a parser of foreign bytes throws, the file is what is wrong.
    return refuse("fileUnreadable");
  }
}

async function collect(
  source: AsyncIterable<{ number: number; values: readonly Cell[] }>,
  bounds: SheetLimits,
): Promise<Result<TableRead>> {
  const rows: SheetRow[] = [];
  const lost: CellAt[] = [];
  const repaired: CellAt[] = [];
  for await (const { number, values } of source) {
    const cells = values.map(clean);
    while (cells.length > 0 && cells.at(-1) === "") cells.pop();
    if (cells.length === 0) continue;
    if (rows.length >= bounds.maxRows) return refuse("fileTooLarge", { params: { maxRows: bounds.maxRows } });
    if (cells.length > bounds.maxColumns || cells.some((cell) => cell.length > bounds.maxCellLength))
      return refuse("fileTooLarge", { params: { maxColumns: bounds.maxColumns, row: number } });
    values.forEach((value, column) => {
      if (typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER)
        lost.push({ row: number, column });
      else if (typeof value === "string" && value !== cells[column] && cells[column])
        repaired.push({ row: number, column });
    });
    rows.push({ number, cells });
  }
  return ok({ rows, lost, repaired });
}

/** A sheet that calculates: what its cells show was worked out elsewhere, and may be out of date or anything. */
class Calculates extends Error {}

async function* xlsxRows(bytes: Buffer) {
  for (const entry of openArchive(bytes)) {
    const plain = entry.read();
    if (!/\.(xml|rels)$/i.test(entry.name)) continue;
    // No office program writes a document type; entity bombs and outside entities need one.
    if (plain.includes("<!DOCTYPE") || plain.includes("<!ENTITY")) throw new ArchiveRefused("unreadable");
    const isSheet = entry.name.startsWith("xl/worksheets/");
    if (isSheet && (plain.includes("<f>") || plain.includes("<f "))) throw new Calculates();
  }
  for await (const row of streamXlsxRows(new Uint8Array(bytes)))
    yield { number: row.index + 1, values: row.values };
}

async function* csvRows(bytes: Buffer, bounds: SheetLimits) {
  const text = decodeText(bytes);
  if (text === undefined) throw new ArchiveRefused("unreadable");
  const rows = parseCsv(text, { typeInference: false, maxRows: bounds.maxRows + 1 });
  for (const [index, values] of rows.entries()) yield { number: index + 1, values };
}

/** Nothing to clean: most cells by far. */
const PLAIN = /^[!-~\u4E00-\u9FFF]*$/;

/** Text as it was meant: wide digits and letters narrow, no invisible characters, no spaces around. */
function clean(value: Cell): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return dateText(value);
  if (typeof value === "number") return numberText(value);
  return cleanText(String(value));
}

/** What somebody typed, in a sheet or in its place: wide digits and letters narrow, nothing invisible, no spaces around. */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]|[\u200B\u2060\uFEFF]/gu, "")
    .replace(/[\u00A0\u3000]/g, " ")
    .trim();
}

/** Spreadsheet dates have no zone; the reader gives them as if in UTC, so UTC is read back. */
function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return "";
  const iso = value.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.slice(0, 16).replace("T", " ");
}

/** 0.1 + 0.2 style noise cut to the 15 digits that a spreadsheet has; never in exponent form. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return "";
  const rounded = Number(value.toPrecision(15));
  return Number.isInteger(rounded) ? BigInt(rounded).toString() : rounded.toFixed(12).replace(/\.?0+$/, "");
}
