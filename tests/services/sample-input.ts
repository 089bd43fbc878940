/** A value that a JSON schema takes, for walking every verb; ids come from `known` by the name of the field. */
type Schema = {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  default?: unknown;
};

export type Known = Readonly<Record<string, unknown>>;

export function sampleOf(schema: Schema, known: Known, name = ""): unknown {
  if (name in known) return known[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum?.length) return schema.enum[0];
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants?.length)
    return sampleOf(variants.find((one) => one.type !== "null") ?? (variants[0] as Schema), known, name);
  if (schema.allOf?.length)
    return Object.assign({}, ...schema.allOf.map((part) => sampleOf(part, known, name) as object));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "object" || schema.properties) {
    const required = schema.required ?? [];
    const wanted = Object.keys(schema.properties ?? {}).filter(
      (key) => required.includes(key) || key in known,
    );
    return Object.fromEntries(
      wanted.map((key) => [key, sampleOf(schema.properties?.[key] ?? {}, known, key)]),
    );
  }
  if (type === "array") {
    const single = name.replace(/s$/, "");
    if (single in known) return [known[single]];
    return schema.minItems ? [sampleOf(schema.items ?? {}, known, single)] : [];
  }
  if (type === "integer" || type === "number")
    return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1);
  if (type === "boolean") return true;
  if (schema.format === "date") return "2026-12-01";
  if (schema.format === "date-time") return "2026-12-01T02:00:00Z";
  if (schema.format === "email") return "nobody@mail.example";
  if (schema.format === "uuid" || /\[0-9a-f\]/.test(schema.pattern ?? "")) return known.anyId;
  if (schema.pattern?.startsWith("^[A-Za-z0-9+/]")) return "eA==";
  return "甲";
}
