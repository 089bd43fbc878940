const KEPT = [
  "tab",
  "scope",
  "stage",
  "cause",
  "mediatorId",
  "orgId",
  "teamId",
  "dueWithin",
  "from",
  "until",
  "text",
];
const MOST_STEPS_BACK = 12;

/** The list's address with some values changed; what is blank is left out, so that an address says only what it means. */
export function addressWith(
  search: URLSearchParams,
  change: Record<string, string | null>,
  path = "/cases",
): string {
  const next = new URLSearchParams();
  for (const name of KEPT) for (const value of search.getAll(name)) if (value) next.append(name, value);
  for (const [name, value] of Object.entries(change)) {
    next.delete(name);
    if (value) next.set(name, value);
  }
  const query = next.toString();
  return query ? `${path}?${query}` : path;
}

/** Keyset pages know only what follows; the way back is kept in the address as the keys of the pages before. */
export function pageLinks(search: URLSearchParams, next: string | null, shown: number) {
  const trail = (search.get("trail") ?? "").split(",").filter(Boolean);
  const at = Math.max(0, Number(search.get("at")) || 0);
  const here = search.get("after") ?? "first";
  const back = trail.at(-1);
  return {
    at,
    previous:
      at > 0
        ? addressWith(search, {
            after: back && back !== "first" ? back : null,
            trail: trail.slice(0, -1).join(",") || null,
            at: back && back !== "first" ? String(Math.max(0, at - 25)) : null,
          })
        : null,
    next: next
      ? addressWith(search, {
          after: next,
          trail: [...trail, here].slice(-MOST_STEPS_BACK).join(","),
          at: String(at + shown),
        })
      : null,
  };
}
