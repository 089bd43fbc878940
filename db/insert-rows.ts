import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";

/** A cell as JSON carries it to its column's own text form. */
function inJson(column: PgColumn | undefined, value: unknown): unknown {
  if (value === undefined || value === null || column?.dataType === "json") return value ?? null;
  const driven = column?.mapToDriverValue(value);
  return Buffer.isBuffer(driven) ? `\\x${driven.toString("hex")}` : driven;
}

/**
 * One statement that inserts any number of rows, which travel as a single parameter: prepared once per table and set of
 * columns, where drizzle's own makes another statement for each number of rows. Every row has the same columns.
 */
export function insertRows<T extends PgTable>(table: T, rows: readonly T["$inferInsert"][]): SQL {
  const columns = getTableColumns(table);
  const [first = {}] = rows;
  const names = Object.keys(columns).filter((name) => name in first);
  const cells = rows.map((row: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      names.map((name) => {
        return [toSnakeCase(name), inJson(columns[name], row[name])];
      }),
    ),
  );
  const into = sql.raw(names.map((name) => `"${toSnakeCase(name)}"`).join(", "));
  const of = sql.identifier(getTableName(table));
  return sql`insert into ${of} (${into}) select ${into} from json_populate_recordset(null::${of}, ${JSON.stringify(cells)}::json)`;
}
