import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { FieldWords, hasError } from "./field";

export const DATE_PARTS = ["year", "month", "day"] as const;
export type DatePart = (typeof DATE_PARTS)[number];

interface DateFieldsProps {
  /** Controls are named `<name>-year`, `<name>-month`, `<name>-day`; ids follow `id` the same way. */
  id: string;
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  labels: Record<DatePart, string>;
  values?: Partial<Record<DatePart, string>>;
  error?: ReactNode;
  errorPrefix?: string;
  /** Which of the three are wrong; all of them when an error names none. */
  wrong?: readonly DatePart[];
}

/** A date one knows by heart, in three small boxes. For a date to be picked use the month grid. */
export function DateFields({
  id,
  name,
  legend,
  hint,
  labels,
  values = {},
  error,
  errorPrefix,
  wrong,
}: DateFieldsProps) {
  const isInvalid = hasError(error);
  const isWrong = (part: DatePart) => isInvalid && (wrong ?? DATE_PARTS).includes(part);
  return (
    <fieldset className={classNames("group", isInvalid && "has-err")}>
      <legend>{legend}</legend>
      <FieldWords id={id} hint={hint} error={error} errorPrefix={errorPrefix} />
      <div className="dates">
        {DATE_PARTS.map((part) => (
          <div className="field" key={part}>
            <label htmlFor={`${id}-${part}`}>{labels[part]}</label>
            <input
              className="in num"
              id={`${id}-${part}`}
              name={`${name}-${part}`}
              inputMode="numeric"
              maxLength={part === "year" ? 4 : 2}
              autoComplete="off"
              defaultValue={values[part]}
              aria-invalid={isWrong(part) || undefined}
              aria-describedby={isWrong(part) ? `${id}-error` : hint ? `${id}-description` : undefined}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
