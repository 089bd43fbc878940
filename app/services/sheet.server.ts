import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import type { CellAt, TableRead } from "~/adapters/spreadsheets/read.server";
import { readApart } from "~/adapters/spreadsheets/read-apart.server";
import { ok, type Result, refuse } from "~/domain/result";
import { idText } from "./case-act.server";
import type { Command } from "./command.server";

/** A sheet by its upload, or its rows as they are (header -> cell). */
export const sheetShape = {
  fileId: idText.optional(),
  rows: z
    .array(z.record(z.string().max(40), z.string().max(4000)))
    .max(2000, "tooLong")
    .optional(),
} as const;

/**
 * One row by column key; `number` as a person sees it in the sheet, `lost` the columns whose digits the file had lost,
 * `repaired` those whose text was repaired.
 */
export type Row<Key extends string> = {
  readonly number: number;
  readonly cells: Readonly<Partial<Record<Key, string>>>;
  readonly lost: readonly Key[];
  readonly repaired: readonly Key[];
};
export type Sheet<Key extends string> = {
  readonly name: string;
  readonly sha256: string;
  readonly fileId: string | null;
  readonly rows: readonly Row<Key>[];
};

/** Column key -> the headers under which it is found; the first is the one that is shown. */
export type Columns<Key extends string> = Readonly<Record<Key, readonly [string, ...string[]]>>;

const plain = (header: string) => header.normalize("NFKC").replace(/\(.*?\)|[\s*:]/g, "");

/** Which column a header means: what was once said of it, else what it says itself. */
export function keyOfHeader<Key extends string>(
  columns: Columns<Key>,
  header: string,
  said: Readonly<Record<string, string>> = {},
): Key | null {
  const keys = Object.keys(columns) as Key[];
  const known = said[header];
  if (known !== undefined) return keys.find((key) => key === known) ?? null;
  const wanted = plain(header);
  return keys.find((key) => columns[key].some((one) => plain(one) === wanted)) ?? null;
}

/** A sheet without these columns is no such sheet; told before a single row is judged. */
function missingColumns<Key extends string>(
  columns: Columns<Key>,
  found: readonly (Key | null)[],
  needed: readonly Key[],
): Result {
  const missing = needed.filter((key) => !found.includes(key)).map((key) => columns[key][0]);
  return missing.length ? refuse("incomplete", { params: { columns: missing } }) : ok();
}

/** Cells of a table by the columns that its first row names; known columns only, blank cells left out. */
export function laidOut<Key extends string>(
  columns: Columns<Key>,
  needed: readonly Key[],
  table: TableRead,
  said: Readonly<Record<string, string>> = {},
): Result<{ rows: Row<Key>[] }> & { readonly headers: readonly string[] } {
  const [first, ...body] = table.rows;
  const headers = first?.cells ?? [];
  const keys = headers.map((header) => keyOfHeader(columns, header, said));
  const complete = missingColumns(columns, keys, needed);
  if (!complete.ok) return { ...complete, headers };
  const keysAt = (cells: readonly CellAt[]) => {
    const byRow = new Map<number, Key[]>();
    for (const { row, column } of cells) {
      const key = keys[column];
      if (key) byRow.set(row, [...(byRow.get(row) ?? []), key]);
    }
    return byRow;
  };
  const [lost, repaired] = [keysAt(table.lost), keysAt(table.repaired)];
  const rows = body.map(({ number, cells }) => ({
    number,
    cells: cellsOf(keys, cells),
    lost: lost.get(number) ?? [],
    repaired: repaired.get(number) ?? [],
  }));
  return { ...ok({ rows }), headers };
}

function cellsOf<Key extends string>(
  keys: readonly (Key | null)[],
  cells: readonly string[],
): Partial<Record<Key, string>> {
  const found: Partial<Record<Key, string>> = {};
  for (const [n, key] of keys.entries()) {
    const cell = cells[n]?.trim();
    if (key && cell) found[key] = cell;
  }
  return found;
}

type SheetInput = { fileId?: string | undefined; rows?: Record<string, string>[] | undefined };

/** Reads the uploaded sheet, or takes the rows; known columns only, blank cells left out. */
export async function sheetOf<Key extends string>(
  command: Command<SheetInput>,
  columns: Columns<Key>,
  needed: readonly Key[],
): Promise<Result<{ sheet: Sheet<Key> }>> {
  const { input } = command;
  if (!input.rows) return fromFile(command, columns, needed);
  const headers = [...new Set(input.rows.flatMap((row) => Object.keys(row)))];
  const rows = input.rows.map((row, n) => ({ number: n + 2, cells: headers.map((one) => row[one] ?? "") }));
  const table = { rows: [{ number: 1, cells: headers }, ...rows], lost: [], repaired: [] };
  const laid = laidOut(columns, needed, table);
  if (!laid.ok) return laid;
  const sha256 = createHash("sha256").update(JSON.stringify(input.rows)).digest("hex");
  return ok({ sheet: { name: "rows", sha256, fileId: null, rows: laid.rows } });
}

async function fromFile<Key extends string>(
  command: Command<SheetInput>,
  columns: Columns<Key>,
  needed: readonly Key[],
): Promise<Result<{ sheet: Sheet<Key> }>> {
  const { tx, courtId, input, deps } = command;
  if (!input.fileId) return refuse("incomplete", { fields: { fileId: ["required"] } });
  const f = schema.files;
  const [file] = await tx
    .select()
    .from(f)
    .where(and(eq(f.courtId, courtId), eq(f.id, input.fileId)));
  const bytes = file ? await deps.files.get(file.id) : undefined;
  if (!file || !bytes) return refuse("fileUnreadable", { fields: { fileId: ["invalid"] } });
  const table = await readApart(bytes);
  if (!table.ok) return table;
  const laid = laidOut(columns, needed, table);
  if (!laid.ok) return laid;
  return ok({ sheet: { name: file.name, sha256: file.sha256, fileId: file.id, rows: laid.rows } });
}
