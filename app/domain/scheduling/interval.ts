/**
 * Half-open intervals [from, to) of whole minutes, and the algebra over lists of them.
 * A list is *normal* when it is sorted, without empty members, overlaps or touching neighbours;
 * `merge` makes a normal list of any list, every other function expects and returns normal lists.
 */
export type Interval = { readonly from: number; readonly to: number };

/** True when the two share at least one minute; touching ends and empty intervals share none. */
export const overlaps = (a: Interval, b: Interval): boolean =>
  Math.max(a.from, b.from) < Math.min(a.to, b.to);

/** True when every minute of `inner` lies in `outer`. An empty `inner` is inside wherever its point is. */
export const contains = (outer: Interval, inner: Interval): boolean =>
  outer.from <= inner.from && inner.to <= outer.to;

/** Length in minutes of all members together. */
export const totalMinutes = (list: readonly Interval[]): number =>
  list.reduce((sum, one) => sum + one.to - one.from, 0);

/** Sorts, drops empty members and joins what overlaps or touches. */
export function merge(list: readonly Interval[]): Interval[] {
  const sorted = list.filter((one) => one.from < one.to);
  // Claims come from the database in order; looking first is cheaper than sorting what is sorted.
  if (sorted.some((one, i) => i > 0 && one.from < sorted[i - 1]!.from))
    sorted.sort((a, b) => a.from - b.from);
  const merged: Interval[] = [];
  for (const one of sorted) {
    const last = merged.at(-1);
    if (last && one.from <= last.to) {
      if (one.to > last.to) merged[merged.length - 1] = { from: last.from, to: one.to };
    } else merged.push(one);
  }
  return merged;
}

/** The minutes that lie in both lists. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const both: Interval[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const left = a[i]!;
    const right = b[j]!;
    const from = left.from > right.from ? left.from : right.from;
    const to = left.to < right.to ? left.to : right.to;
    if (from < to) both.push({ from, to });
    if (left.to < right.to) i++;
    else j++;
  }
  return both;
}

/** The minutes of `a` that lie in no member of `b`. */
export function subtract(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const rest: Interval[] = [];
  let j = 0;
  for (const one of a) {
    while (j < b.length && b[j]!.to <= one.from) j++;
    let from = one.from;
    for (let k = j; k < b.length && b[k]!.from < one.to; k++) {
      const hole = b[k]!;
      if (hole.from > from) rest.push({ from, to: hole.from });
      if (hole.to > from) from = hole.to;
    }
    if (from < one.to) rest.push({ from, to: one.to });
  }
  return rest;
}

/** True when one member of the list holds the whole of `inner`. */
export function covers(list: readonly Interval[], inner: Interval): boolean {
  return list.some((outer) => contains(outer, inner));
}
