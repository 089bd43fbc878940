import { type SQL, sql } from "drizzle-orm";
import { customType, text, uuid } from "drizzle-orm/pg-core";
import { DateTime, FixedOffsetZone } from "luxon";

/** A half-open range of instants, both ends known. */
export type InstantRange = { start: DateTime; end: DateTime };

/** The server's text of an instant, `2026-11-23 01:30:00+00`: connections stand at UTC. */
const fromSql = (value: string): DateTime => {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}(?:\.\d+)?)\+00$/.exec(value) ?? [];
  const millis = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(millis)) throw new Error(`not an instant: ${value}`);
  return DateTime.fromMillis(millis, { zone: FixedOffsetZone.utcInstance });
};

// Acts read and write dozens of instants; luxon's own ways from and to text take many times as long.
const toSql = (at: DateTime): string => new Date(at.toMillis()).toISOString();

/** timestamptz as a luxon DateTime in UTC. */
export const instant = customType<{ data: DateTime; driverData: string }>({
  dataType: () => "timestamp with time zone",
  toDriver: toSql,
  fromDriver: fromSql,
});

export const rangeText = (range: InstantRange): string => `[${toSql(range.start)},${toSql(range.end)})`;

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
