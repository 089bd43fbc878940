export const HALVES = ["am", "pm"] as const;
export type Half = (typeof HALVES)[number];

/** A half-day at which somebody would rather meet; without a weekday (1 is Monday) on any. Court time, parted at noon. */
export type PreferredHalf = { readonly weekday?: number; readonly half: Half };

type Chosen = { readonly weekdays: readonly number[]; readonly halves: readonly Half[] };

/** Ticked weekdays and halves as half-days: one of the two left empty means all of it, both mean no wish at all. */
export function preferredHalves({ weekdays, halves }: Chosen): PreferredHalf[] {
  if (weekdays.length === 0 && halves.length === 0) return [];
  const wanted = halves.length > 0 ? halves : HALVES;
  if (weekdays.length === 0) return wanted.map((half) => ({ half }));
  return weekdays.flatMap((weekday) => wanted.map((half) => ({ weekday, half })));
}

/** The ticks that half-days came of. */
export function chosenIn(preferred: readonly PreferredHalf[]): Chosen {
  const weekdays = [...new Set(preferred.flatMap((one) => one.weekday ?? []))].sort();
  return { weekdays, halves: HALVES.filter((half) => preferred.some((one) => one.half === half)) };
}
