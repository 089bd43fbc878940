import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";

export interface FormError {
  /** The id of the field, group or box to go to; none for an error of the whole form. */
  fieldId?: string;
  message: string;
}

interface ErrorSummaryProps {
  title: string;
  errors: readonly FormError[];
  /** The answer to this submission (action data): a second try with the same errors takes focus again. */
  attempt?: unknown;
  children?: ReactNode;
}

/** To the field without going to its address: to the router that is another page, on which nothing was refused. */
function goToField(event: MouseEvent, fieldId: string): void {
  const field = document.getElementById(fieldId);
  if (!field) return;
  event.preventDefault();
  const fold = field.closest("details");
  if (fold) fold.open = true;
  field.focus({ preventScroll: true });
  // In the middle, so that its name and its error are seen with it.
  field.scrollIntoView({ block: "center" });
}

/** What must be changed, each leading to its field. Takes focus when it appears; says what is safe in `children`. */
export function ErrorSummary({ title, errors, attempt, children }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  // By content, not by identity: a page that merely renders again must not pull the reader back up here.
  const content = errors.map((error) => `${error.fieldId} ${error.message}`).join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` is not read, its change is the signal
  useEffect(() => {
    if (content) box.current?.focus();
  }, [content, attempt]);
  if (errors.length === 0) return null;
  return (
    <div className="errors" role="alert" tabIndex={-1} ref={box} aria-labelledby="error-summary">
      <h2 className="errors-h" id="error-summary">
        {title}
      </h2>
      {children ? <p>{children}</p> : null}
      <ul>
        {errors.map(({ fieldId, message }) => (
          <li key={`${fieldId} ${message}`}>
            {fieldId ? (
              <a href={`#${fieldId}`} onClick={(event) => goToField(event, fieldId)}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
