/** Joins the class names that are present: `classNames("btn", isMain && "is-main")`. */
export function classNames(...names: (string | false | null | undefined)[]): string | undefined {
  return names.filter(Boolean).join(" ") || undefined;
}
