import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { schema } from "#db/client";
import { readTable } from "~/adapters/spreadsheets/read.server";
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

/** One row by column key; `number` as a person sees it in the sheet, `lost` the columns whose digits the file had lost. */
export type Row<Key extends string> = {
  readonly number: number;
  readonly cells: Readonly<Partial<Record<Key, string>>>;
  readonly lost: readonly Key[];
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

function keyOfHeader<Key extends string>(columns: Columns<Key>, header: string): Key | null {
  const wanted = plain(header);
  const keys = Object.keys(columns) as Key[];
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

type SheetInput = { fileId?: string | undefined; rows?: Record<string, string>[] | undefined };

/** Reads the uploaded sheet, or takes the rows; known columns only, blank cells left out. */
export async function sheetOf<Key extends string>(
  command: Command<SheetInput>,
  columns: Columns<Key>,
  needed: readonly Key[],
): Promise<Result<{ sheet: Sheet<Key> }>> {
  const { input } = command;
  if (input.rows) {
    const headers = [...new Set(input.rows.flatMap((row) => Object.keys(row)))];
    const complete = missingColumns(
      columns,
      headers.map((header) => keyOfHeader(columns, header)),
      needed,
    );
    if (!complete.ok) return complete;
    const rows = input.rows.map((row, n) => ({
      number: n + 2,
      cells: cellsOf(columns, Object.keys(row), Object.values(row)),
      lost: [],
    }));
    const sha256 = createHash("sha256").update(JSON.stringify(input.rows)).digest("hex");
    return ok({ sheet: { name: "rows", sha256, fileId: null, rows } });
  }
  return fromFile(command, columns, needed);
}

function cellsOf<Key extends string>(
  columns: Columns<Key>,
  headers: readonly string[],
  cells: readonly string[],
): Partial<Record<Key, string>> {
  const found: Partial<Record<Key, string>> = {};
  for (const [n, header] of headers.entries()) {
    const key = keyOfHeader(columns, header);
    const cell = cells[n]?.trim();
    if (key && cell) found[key] = cell;
  }
  return found;
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
  const table = await readTable(bytes);
  if (!table.ok) return table;
  const [header, ...body] = table.rows;
  const headers = header?.cells ?? [];
  const keys = headers.map((text) => keyOfHeader(columns, text));
  const complete = missingColumns(columns, keys, needed);
  if (!complete.ok) return complete;
  const rows = body.map((row) => ({
    number: row.number,
    cells: cellsOf(columns, headers, row.cells),
    lost: table.lost.filter((cell) => cell.row === row.number).flatMap((cell) => keys[cell.column] ?? []),
  }));
  return ok({ sheet: { name: file.name, sha256: file.sha256, fileId: file.id, rows } });
}
