import type { z } from "zod";
import type { FieldErrors } from "~/domain/result";

/** Issue codes by dotted path; the codes are i18n keys. */
export function fieldErrors(error: z.ZodError): FieldErrors {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const path = issue.path.join(".") || "_";
    const code = /^[a-z][A-Za-z]+$/.test(issue.message)
      ? issue.message
      : issue.code === "invalid_type"
        ? "required"
        : "invalid";
    fields[path] = [...(fields[path] ?? []), code];
  }
  return fields;
}
