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

const shown = (error: FieldProps["error"]) => (Array.isArray(error) ? error.length > 0 : Boolean(error));

/** Label above, hint, error in words, then the control. Ids follow conform: `<id>-description`, `<id>-error`. */
export function Field({ id, label, hint, error, errorPrefix, isGrowing, children }: FieldProps) {
  const isInvalid = shown(error);
  const describedBy =
    [hint && `${id}-description`, isInvalid && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <div className={classNames("field", isGrowing && "grow", isInvalid && "has-err")}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p className="hint" id={`${id}-description`}>
          {hint}
        </p>
      ) : null}
      {isInvalid ? <FieldError id={`${id}-error`} error={error} prefix={errorPrefix} /> : null}
      <FieldContext.Provider value={{ id, describedBy, isInvalid }}>{children}</FieldContext.Provider>
    </div>
  );
}

/** The error line of a field or group. */
export function FieldError({
  id,
  error,
  prefix,
}: {
  id: string;
  error: FieldProps["error"];
  prefix?: string;
}) {
  return (
    <p className="err" id={id}>
      {prefix ? <span className="sr">{prefix}</span> : null}
      {Array.isArray(error) ? error.map((line) => <span key={line}>{line} </span>) : error}
    </p>
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
