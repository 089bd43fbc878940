import { type SQL, sql } from "drizzle-orm";
import { customType, text, uuid } from "drizzle-orm/pg-core";
import { DateTime } from "luxon";

/** A half-open range of instants, both ends known. */
export type InstantRange = { start: DateTime; end: DateTime };

const fromSql = (value: string): DateTime => {
  const parsed = DateTime.fromSQL(value.replace(/([+-]\d{2})$/, "$1:00"), { setZone: true }).toUTC();
  if (!parsed.isValid) throw new Error(`not an instant: ${value}`);
  return parsed;
};

/** timestamptz as a luxon DateTime in UTC. */
export const instant = customType<{ data: DateTime; driverData: string }>({
  dataType: () => "timestamp with time zone",
  toDriver: (value) => value.toUTC().toISO() as string,
  fromDriver: fromSql,
});

export const rangeText = (range: InstantRange): string =>
  `[${range.start.toUTC().toISO()},${range.end.toUTC().toISO()})`;

/** tstzrange, always `[)`: a range that arrives with other bounds is a bug. */
export const instantRange = customType<{ data: InstantRange; driverData: string }>({
  dataType: () => "tstzrange",
  toDriver: rangeText,
  fromDriver: (value) => {
    const match = /^\["?([^",]+)"?,"?([^",)]+)"?\)$/.exec(value);
    if (!match?.[1] || !match[2]) throw new Error(`not a half-open range: ${value}`);
    return { start: fromSql(match[1]), end: fromSql(match[2]) };
  },
});

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** Every court-scoped table leads its keys with this column; row-level security compares it. */
export const courtId = () => text().notNull();
export const id = () => uuid().notNull();

export const overlaps = (column: SQL | { getSQL(): SQL }, range: InstantRange): SQL =>
  sql`${column} && ${rangeText(range)}::tstzrange`;

/** An array literal; the driver fetches no array types, so arrays travel as text. */
export const arrayText = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`).join(",")}}`;
