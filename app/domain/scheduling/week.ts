/** Hours of one weekday in minutes since 00:00 court time, half-open; they hold for dates in [validFrom, validTo). */
export type WeekRow = {
  readonly weekday: number;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly resident: boolean;
};

/** The dates for which a week holds: [from, to), without end when `to` is null. Dates YYYY-MM-DD. */
export type Validity = { readonly from: string; readonly to: string | null };

/** Says "not at all in this period": without any row a resource would follow the court's own hours. */
const NEVER = { weekday: 1, fromMinute: 0, toMinute: 0, resident: false } as const;
/** A row that holds no time and only says that there is none. */
export const isNever = (row: Pick<WeekRow, "fromMinute" | "toMinute">): boolean =>
  row.fromMinute >= row.toMinute;

const before = (a: string, b: string | null): boolean => b === null || a < b;

/**
 * The rows of a resource with one whole week put in for a period. Rows that hold there end where it begins and go on
 * where it ends, so that winter hours need not be followed by entering the summer's again.
 */
export function replaceWeek(
  rows: readonly WeekRow[],
  validity: Validity,
  hours: readonly Pick<WeekRow, "weekday" | "fromMinute" | "toMinute" | "resident">[],
): WeekRow[] {
  const { from, to } = validity;
  const kept = rows.flatMap((row) => {
    if (!before(row.validFrom, to) || !before(from, row.validTo)) return [row];
    const earlier = row.validFrom < from ? [{ ...row, validTo: from }] : [];
    const later = to !== null && before(to, row.validTo) ? [{ ...row, validFrom: to }] : [];
    return [...earlier, ...later];
  });
  const week = hours.length > 0 ? hours : [NEVER];
  return [...kept, ...week.map((one) => ({ ...one, validFrom: from, validTo: to }))];
}

type Span = { readonly weekday?: number; readonly fromMinute: number; readonly toMinute: number };

export type HoursFault = {
  readonly at: number;
  readonly field: "fromMinute" | "toMinute";
  readonly code: "endBeforeStart" | "overlapping";
};

/** What is wrong with intervals as they were entered, by position: one that holds no time, one that overlaps an earlier. */
export function hoursFaults(spans: readonly Span[]): HoursFault[] {
  return spans.flatMap((span, at): HoursFault[] => {
    if (span.toMinute <= span.fromMinute) return [{ at, field: "toMinute", code: "endBeforeStart" }];
    const overlapping = spans
      .slice(0, at)
      .some(
        (one) =>
          one.weekday === span.weekday &&
          one.fromMinute < one.toMinute &&
          one.fromMinute < span.toMinute &&
          span.fromMinute < one.toMinute,
      );
    return overlapping ? [{ at, field: "fromMinute", code: "overlapping" }] : [];
  });
}
