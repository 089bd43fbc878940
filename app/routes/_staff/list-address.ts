const MOST_STEPS_BACK = 12;

/** An address with some values changed; of the others only those named in `keep` stay, blank ones never. */
export function addressOf(
  path: string,
  search: URLSearchParams,
  keep: readonly string[],
  change: Readonly<Record<string, string | null>> = {},
): string {
  const next = new URLSearchParams();
  for (const name of keep)
    if (!Object.hasOwn(change, name))
      for (const value of search.getAll(name)) if (value) next.append(name, value);
  for (const [name, value] of Object.entries(change)) if (value) next.set(name, value);
  const query = next.toString();
  return query ? `${path}?${query}` : path;
}

/** Keyset pages know only what follows; the way back is kept in the address as the keys of the pages before. */
export function pagesOf(
  path: string,
  search: URLSearchParams,
  keep: readonly string[],
  next: string | null,
  shown: number,
  step = 25,
) {
  const trail = (search.get("trail") ?? "").split(",").filter(Boolean);
  const at = Math.max(0, Number(search.get("at")) || 0);
  const here = search.get("after") ?? "first";
  const back = trail.at(-1);
  const before = back && back !== "first" ? back : null;
  return {
    at,
    previous:
      at > 0
        ? addressOf(path, search, keep, {
            after: before,
            trail: before ? trail.slice(0, -1).join(",") : null,
            at: before ? String(Math.max(0, at - step)) : null,
          })
        : null,
    next: next
      ? addressOf(path, search, keep, {
          after: next,
          trail: [...trail, here].slice(-MOST_STEPS_BACK).join(","),
          at: String(at + shown),
        })
      : null,
  };
}
