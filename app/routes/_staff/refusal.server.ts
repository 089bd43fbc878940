import { data } from "@remix-run/node";
import type { Refusal } from "~/domain/result";
import { fieldErrorText } from "~/i18n/field-error-text";
import { missingText } from "~/i18n/missing-text";
import { refusalText } from "~/i18n/refusal-text";
import { statusOf, typed } from "~/platform/answer.server";
import { localeOf } from "./locale.server";

/** What a refused form is shown again with: every sentence in the reader's language, everything that was typed. */
export interface FormAnswer {
  message: string;
  missing: string[];
  fields: Record<string, string[]>;
  values: Record<string, string>;
  /** Other times, where the refusal is about time: `<ISO instant>|<room>`. */
  alternatives: string[];
}

export function formAnswer(request: Request, refusal: Refusal, form: FormData): FormAnswer {
  const locale = localeOf(request);
  const missing = refusal.params?.missing;
  const words = Array.isArray(missing) ? missing.map((code) => missingText(locale, String(code))) : [];
  return {
    message: refusalText(locale, refusal),
    missing: words.filter((word) => word !== undefined),
    fields: Object.fromEntries(
      Object.entries(refusal.fields ?? {}).map(([name, codes]) => [
        name,
        codes.map((code) => fieldErrorText(locale, code)),
      ]),
    ),
    values: typed(form),
    alternatives: Array.isArray(refusal.params?.alternatives) ? [...refusal.params.alternatives] : [],
  };
}

/** The action's answer to a refusal: 422 for what was typed, 409 for what the case does not let happen. */
export const refuseForm = (request: Request, refusal: Refusal, form: FormData) =>
  data(formAnswer(request, refusal, form), { status: statusOf(refusal) });
