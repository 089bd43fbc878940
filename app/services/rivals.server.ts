/** Acts under way in this process, by what they are for. */
const underWay = new Map<string, Promise<unknown>>();

const inTheWay = (keys: readonly string[]) =>
  keys.map((key) => underWay.get(key)).filter((one) => one !== undefined);

/** One after another among those who share a key; an act that waits for several waits for whoever came before it. */
async function inTurn<T>(keys: readonly string[], act: () => Promise<T>): Promise<T> {
  const before = inTheWay(keys);
  const mine = Promise.allSettled(before).then(act);
  const settled = mine.catch(() => {});
  for (const key of keys) underWay.set(key, settled);
  try {
    return await mine;
  } finally {
    for (const key of keys) if (underWay.get(key) === settled) underWay.delete(key);
  }
}

/**
 * Lets an act wait for its rivals in this process before it looks whether anything is left: who looked at the same time
 * would all see the thing free, and all but one lose it under its locks, which costs each many times a look. It is
 * politeness only: rivals in another process meet at the locks. `look` answers what the act has lost by, or null.
 */
export async function afterRivals<T>(
  keys: readonly string[],
  look: () => Promise<T | null>,
  act: () => Promise<T>,
): Promise<T> {
  const before = inTheWay(keys);
  if (before.length) {
    await Promise.allSettled(before);
    const lost = await look();
    if (lost !== null) return lost;
  }
  return inTurn(keys, async () => (await look()) ?? act());
}
