/**
 * What speaks against an uploaded template. A field that is nowhere in it, `missingField`, is the only one that a court may
 * mean.
 */
export const TEMPLATE_FAULTS = [
  "notWord",
  "macros",
  "external",
  "embedded",
  "fieldCode",
  "markup",
  "braces",
  "unclosed",
  "unopened",
  "unknownField",
  "outsideList",
  "unmade",
  "missingField",
] as const;
export type TemplateFault = (typeof TEMPLATE_FAULTS)[number];
