const MOST_KEPT = 64;

/**
 * What a text means, worked out once for each text that was seen lately. The text is everything the answer rests on, so a
 * remembered answer is never stale. Nobody may change what comes back.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = read(text);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(text, made);
    return made;
  };
}
