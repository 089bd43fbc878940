/** Fewer than this are no series. */
export const LEAST_IN_SERIES = 2;
/** So many at once that one act stays one act. */
export const MOST_AT_ONCE = 5_000;

/** A case as a series looks at it. `creditor`: what tells one identity from another, of each claimant. */
export type SeriesCase = {
  readonly caseId: string;
  readonly creditors: readonly string[];
  readonly causeCode: string;
  /** The series that it belongs to already. */
  readonly seriesId: string | null;
};

/** What every case of a series has in common: one creditor, one cause. */
export type SeriesOf = { readonly creditor: string; readonly causeCode: string };

export type SeriesFault = "otherCreditor" | "otherCause" | "inOtherSeries";

/** What a series of these cases would have in common: of the first. Null where that has no single creditor. */
export function seriesOf([first]: readonly SeriesCase[]): SeriesOf | null {
  const [creditor, ...others] = first?.creditors ?? [];
  return first && creditor && !others.length ? { creditor, causeCode: first.causeCode } : null;
}

/** Why a case does not belong to a series (one creditor, one kind of contract), or null. */
export function seriesFault(one: SeriesCase, of: SeriesOf, seriesId: string | null): SeriesFault | null {
  if (one.seriesId !== null && one.seriesId !== seriesId) return "inOtherSeries";
  if (one.creditors.length !== 1 || one.creditors[0] !== of.creditor) return "otherCreditor";
  return one.causeCode === of.causeCode ? null : "otherCause";
}
