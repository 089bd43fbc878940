import type { InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { classNames } from "./class-names";
import { useField } from "./field";

/** One line of text; also dates, times, numbers, files, passwords by `type`. */
export function TextInput({
  isNumber,
  className,
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & { isNumber?: boolean }) {
  return <input {...useField()} {...rest} className={classNames("in", isNumber && "num", className)} />;
}

export function TextArea({ className, rows = 4, ...rest }: TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return <textarea {...useField()} rows={rows} {...rest} className={classNames("in", className)} />;
}

export interface Option {
  value: string;
  label: string;
  isDisabled?: boolean;
}

/** A native list. `blank` is the first, empty choice ("请选择", "全部"). */
export function Select({
  options,
  blank,
  className,
  ...rest
}: SelectHTMLAttributes<HTMLSelectElement> & { options: readonly Option[]; blank?: string }) {
  return (
    <select {...useField()} {...rest} className={classNames("in", className)}>
      {blank === undefined ? null : <option value="">{blank}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.isDisabled}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
