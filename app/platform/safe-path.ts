const BASE = "http://base.invalid";

// Backslashes and control characters are read differently by different browsers: none is accepted.
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the point
const SUSPICIOUS = /[\\\u0000-\u001f\u007f]/;

/** A path of this site (with query and hash) to go back to, or `fallback` when the wish leads anywhere else. */
export function safePath(wish: unknown, fallback = "/"): string {
  if (typeof wish !== "string" || !wish.startsWith("/") || wish.startsWith("//") || SUSPICIOUS.test(wish))
    return fallback;
  let url: URL;
  try {
    url = new URL(wish, BASE);
  } catch {
    return fallback;
  }
  if (url.origin !== BASE || url.pathname.startsWith("//")) return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}
