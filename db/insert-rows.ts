import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";

type Row = Readonly<Record<string, unknown>>;
/** Rows to come of one table; each has the same columns. */
export type Rows = { readonly into: PgTable; readonly rows: readonly Row[] };

export const rowsFor = <T extends PgTable>(into: T, rows: readonly T["$inferInsert"][]): Rows => ({
  into,
  rows,
});

/** A cell as JSON carries it to its column's own text form. */
function inJson(column: PgColumn | undefined, value: unknown): string {
  if (value === undefined || value === null) return "null";
  if (column?.dataType === "json") return JSON.stringify(value);
  const driven = column?.mapToDriverValue(value);
  // Digits need no escaping, and an import writes a hundred thousand of these.
  return Buffer.isBuffer(driven) ? `"\\\\x${driven.toString("hex")}"` : JSON.stringify(driven);
}

type Shape = {
  /** The statement up to its one parameter. */
  readonly head: SQL;
  readonly cells: readonly { readonly name: string; readonly lead: string; readonly column?: PgColumn }[];
};
const shapes = new WeakMap<PgTable, Map<string, Shape>>();

/** The statement's text for a table and the columns that its rows have: made once, asked for by every act. */
function shapeOf(table: PgTable, first: Row): Shape {
  const ofTable = shapes.get(table) ?? new Map<string, Shape>();
  shapes.set(table, ofTable);
  const key = Object.keys(first).join();
  const known = ofTable.get(key);
  if (known) return known;
  const columns: Readonly<Record<string, PgColumn>> = getTableColumns(table);
  const cells = Object.keys(columns)
    .filter((name) => name in first)
    .map((name, n) => ({
      name,
      lead: `${n ? "," : "{"}"${toSnakeCase(name)}":`,
      column: columns[name],
    }));
  const titles = cells.map(({ name }) => `"${toSnakeCase(name)}"`).join(", ");
  const of = `"${getTableName(table)}"`;
  const text = `insert into ${of} (${titles}) select ${titles} from json_populate_recordset(null::${of}, `;
  const shape = { head: sql.raw(text), cells };
  ofTable.set(key, shape);
  return shape;
}

function insertOf({ into, rows }: Rows): SQL {
  const { head, cells } = shapeOf(into, rows[0] ?? {});
  // Put together as text: the objects between would be most of what an import leaves to be swept up.
  let told = "";
  for (const row of rows) {
    told += told ? "," : "[";
    for (const { name, lead, column } of cells) told += lead + inJson(column, row[name]);
    told += "}";
  }
  return sql`${head}${`${told}]`}::json)`;
}

/**
 * One statement that inserts any number of rows, which travel as a single parameter: prepared once per table and set of
 * columns, where drizzle's own makes another statement for each number of rows. Every row has the same columns.
 */
export const insertRows = <T extends PgTable>(table: T, rows: readonly T["$inferInsert"][]): SQL =>
  insertOf(rowsFor(table, rows));

/**
 * One statement that inserts the rows of several tables, which may point at each other: the database looks at that when
 * all of them stand. Null where there is nothing to insert.
 */
export function insertAll(all: readonly Rows[]): SQL | null {
  const inserts = all.filter(({ rows }) => rows.length > 0).map(insertOf);
  const last = inserts.pop();
  if (!last || !inserts.length) return last ?? null;
  const before = inserts.map((one, n) => sql`${sql.raw(`part_${n} as (`)}${one})`);
  return sql`with ${sql.join(before, sql`, `)} ${last}`;
}
