/** The values of the address that a page of the trail keeps. */
export const KEEP = ["text", "person", "verb", "stage", "on", "until"] as const;

/** The address's values as the query reads them; blank ones say nothing. */
export function filterIn(search: URLSearchParams) {
  const one = (name: string) => search.get(name) || undefined;
  return {
    text: one("text") ?? one("q"),
    person: one("person"),
    verb: search.getAll("verb").filter(Boolean),
    stage: one("stage"),
    on: one("on"),
    until: one("until"),
    after: one("after"),
  };
}
