import { getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Tx } from "./client";

type Shape = {
  readonly select: SQL;
  readonly columns: readonly { readonly name: string; readonly title: string; readonly column: PgColumn }[];
};
const shapes = new WeakMap<PgTable, Shape>();

function shapeOf(table: PgTable): Shape {
  const known = shapes.get(table);
  if (known) return known;
  const columns = Object.entries(getTableColumns(table)).map(([name, column]) => ({
    name,
    title: toSnakeCase(name),
    column,
  }));
  const titles = columns.map(({ title }) => `"${title}"`).join(", ");
  const shape = { select: sql.raw(`select ${titles} from "${getTableName(table)}" `), columns };
  shapes.set(table, shape);
  return shape;
}

/**
 * Whole rows of one table; `which` goes on after `select … from table`. For what every act asks: the text of a wide table's
 * select is put together once, where drizzle's own select does it column by column each time.
 */
export async function wholeRows<T extends PgTable>(
  tx: Tx,
  table: T,
  which: SQL,
): Promise<T["$inferSelect"][]> {
  const { select, columns } = shapeOf(table);
  const rows: readonly Readonly<Record<string, unknown>>[] = await tx.execute(sql`${select}${which}`);
  return rows.map((row) =>
    Object.fromEntries(
      columns.map(({ name, title, column }) => {
        const value = row[title];
        return [name, value === null ? null : column.mapFromDriverValue(value)];
      }),
    ),
  );
}

const updates = new WeakMap<PgTable, Map<string, { readonly name: string; readonly set: SQL }[]>>();

/** One row of a court's table, changed; what is undefined stays. Its text is put together once per set of columns. */
export function changeRow<T extends PgTable>(
  table: T,
  { courtId, id }: { readonly courtId: string; readonly id: string },
  change: Partial<T["$inferInsert"]>,
): SQL {
  const columns: Readonly<Record<string, PgColumn>> = getTableColumns(table);
  const given: Readonly<Record<string, unknown>> = change;
  const names = Object.keys(given).filter((name) => given[name] !== undefined);
  const ofTable = updates.get(table) ?? new Map<string, { name: string; set: SQL }[]>();
  updates.set(table, ofTable);
  const key = names.join();
  const sets =
    ofTable.get(key) ??
    names.map((name, n) => ({ name, set: sql.raw(`${n ? ", " : ""}"${toSnakeCase(name)}" = `) }));
  ofTable.set(key, sets);
  const parts = sets.map(({ name, set }) => sql`${set}${sql.param(given[name], columns[name])}`);
  return sql`update ${sql.identifier(getTableName(table))} set ${sql.join(parts)} where court_id = ${courtId} and id = ${id}::uuid`;
}
