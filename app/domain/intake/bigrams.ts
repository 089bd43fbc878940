/** Folded for comparing and searching: width and case, no spaces or marks, full company suffixes left as they are. */
export function foldName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, "");
}

/**
 * Overlapping pairs of a folded name, sorted and unique: what a keyed blind index stores so that two signs of a name
 * find it. A name of one sign is its own pair.
 */
export function bigrams(name: string): readonly string[] {
  const signs = [...foldName(name)];
  if (signs.length < 2) return signs;
  return [...new Set(signs.slice(1).map((sign, index) => signs[index]! + sign))].sort();
}

/** Dice coefficient of two names' pairs, 0 to 1; 1 for the same folded name. For look-alike hints, never for a decision. */
export function nameLikeness(a: string, b: string): number {
  const first = bigrams(a);
  const second = new Set(bigrams(b));
  if (first.length + second.size === 0) return 0;
  const shared = first.filter((pair) => second.has(pair)).length;
  return (2 * shared) / (first.length + second.size);
}
