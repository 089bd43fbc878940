import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { ErrorSummary, type FormError } from "~/ui/error-summary";
import type { FormAnswer } from "./refusal.server";

interface FormErrorsProps {
  answer?: FormAnswer;
  /** What a field is called, so that the summary can be read without the form. */
  labelOf: (name: string) => string | undefined;
}

/** Why the form came back: the field errors one by one, or the reason the case gives, with what is missing. */
export function FormErrors({ answer, labelOf }: FormErrorsProps) {
  const t = useText(shell);
  if (!answer) return null;
  const fields = Object.entries(answer.fields).map(([name, errors]): FormError => {
    const label = labelOf(name);
    const message = errors.join(" ");
    return label ? { fieldId: name, message: t("fieldError", { label, message }) } : { message };
  });
  const errors =
    fields.length > 0 ? fields : [answer.message, ...answer.missing].map((message) => ({ message }));
  return (
    <ErrorSummary
      title={fields.length > 0 ? t("errorsTitle", { count: fields.length }) : t("notDone")}
      errors={errors}
      attempt={answer}
    >
      {t("errorsSafe")}
    </ErrorSummary>
  );
}

/** What a form's controls take from the answer: the error of a field, and what was typed into it. */
export function fieldsOf(answer: FormAnswer | undefined) {
  return {
    error: (name: string) => answer?.fields[name],
    value: (name: string, otherwise?: string) => answer?.values[name] ?? otherwise,
  };
}
