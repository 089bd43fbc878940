/**
 * The one-year loan prime rate, as the interbank funding centre publishes it each month since 2019-08-20 (PL20 25), in
 * hundredths of a per cent; only months in which it changed. Not checked against the publications: a court may give the
 * rate itself, and the step names the one that was used.
 */
const CHANGES: readonly (readonly [from: string, hundredths: number])[] = [
  ["2019-08-20", 425],
  ["2019-09-20", 420],
  ["2019-11-20", 415],
  ["2020-02-20", 405],
  ["2020-04-20", 385],
  ["2021-12-20", 380],
  ["2022-01-20", 370],
  ["2022-08-22", 365],
  ["2023-06-20", 355],
  ["2023-08-21", 345],
  ["2024-07-22", 335],
  ["2024-10-21", 310],
  ["2025-05-20", 300],
];
/** The last month of which the figures above say anything. */
const LAST_MONTH = "2025-10";

/** The rate published in the month of that day, a share of a year; null before the first and after the last known month. */
export function lprOf(on: string): { readonly rate: number; readonly since: string } | null {
  const month = on.slice(0, 7);
  if (month > LAST_MONTH) return null;
  const found = CHANGES.findLast(([from]) => from.slice(0, 7) <= month);
  return found ? { rate: found[1] / 10_000, since: found[0] } : null;
}
