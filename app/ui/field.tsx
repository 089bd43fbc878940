import { createContext, type ReactNode, useContext } from "react";
import { classNames } from "./class-names";

interface FieldState {
  id: string;
  describedBy: string | undefined;
  isInvalid: boolean;
}
const FieldContext = createContext<FieldState | undefined>(undefined);

interface FieldProps {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  /** In words; the control is bound to it by aria-describedby. Several are shown one under the other. */
  error?: ReactNode | readonly string[];
  /** Read before the error, e.g. "错误：". */
  errorPrefix?: string;
  isGrowing?: boolean;
  children: ReactNode;
}

/** Is there anything to be said against what was entered? */
export const hasError = (error: FieldProps["error"]): boolean =>
  Array.isArray(error) ? error.length > 0 : Boolean(error);

/** The ids of the hint and the error that are shown, for aria-describedby. */
export const describedBy = ({ id, hint, error }: Pick<FieldProps, "id" | "hint" | "error">) =>
  [hint && `${id}-description`, hasError(error) && `${id}-error`].filter(Boolean).join(" ") || undefined;

/** Label above, hint, error in words, then the control. Ids follow conform: `<id>-description`, `<id>-error`. */
export function Field({ id, label, hint, error, errorPrefix, isGrowing, children }: FieldProps) {
  const isInvalid = hasError(error);
  const state = { id, describedBy: describedBy({ id, hint, error }), isInvalid };
  return (
    <div className={classNames("field", isGrowing && "grow", isInvalid && "has-err")}>
      <label htmlFor={id}>{label}</label>
      <FieldWords id={id} hint={hint} error={error} errorPrefix={errorPrefix} />
      <FieldContext.Provider value={state}>{children}</FieldContext.Provider>
    </div>
  );
}

/** What stands between the label of a field or group and its controls: the hint, then the error. */
export function FieldWords({
  id,
  hint,
  error,
  errorPrefix,
}: Pick<FieldProps, "id" | "hint" | "error" | "errorPrefix">) {
  return (
    <>
      {hint ? (
        <p className="hint" id={`${id}-description`}>
          {hint}
        </p>
      ) : null}
      {hasError(error) ? (
        <p className="err" id={`${id}-error`}>
          {errorPrefix ? <span className="sr">{errorPrefix}</span> : null}
          {Array.isArray(error) ? error.map((line) => <span key={line}>{line} </span>) : error}
        </p>
      ) : null}
    </>
  );
}

/** What a control inside a Field takes from it; nothing outside of one. */
export function useField() {
  const field = useContext(FieldContext);
  if (!field) return {};
  return {
    id: field.id,
    "aria-describedby": field.describedBy,
    "aria-invalid": field.isInvalid || undefined,
  };
}
