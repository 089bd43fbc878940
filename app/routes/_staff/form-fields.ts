export type Values = Record<string, string>;
type Tree = string | Tree[] | { [key: string]: Tree };

/** `parties.0.name` and the like as nested objects and lists; blank entries are left out, so that what is optional stays so. */
export function nested(values: Iterable<readonly [string, string]>): { [key: string]: Tree } {
  const root: { [key: string]: Tree } = {};
  for (const [path, value] of values) {
    if (value.trim() === "") continue;
    const keys = path.split(".");
    let here = root;
    for (const key of keys.slice(0, -1)) {
      const next = here[key];
      here = here[key] = typeof next === "object" && !Array.isArray(next) ? next : {};
    }
    here[keys.at(-1) ?? path] = value;
  }
  return listed(root) as { [key: string]: Tree };
}

/** Objects whose keys are all numbers become lists, in the order of the numbers. */
function listed(tree: Tree): Tree {
  if (typeof tree === "string" || Array.isArray(tree)) return tree;
  const entries = Object.entries(tree).map(([key, value]) => [key, listed(value)] as const);
  if (entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key)))
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value);
  return Object.fromEntries(entries);
}

/** The texts of a form by name; the platform's own fields (`_key`) stay out. */
export const textsOf = (form: FormData): Values =>
  Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("_") ? [[name, value]] : [],
    ),
  );
