import type { InputHTMLAttributes, ReactNode } from "react";
import { classNames } from "./class-names";
import { describedBy, FieldWords, hasError } from "./field";

/** One tick box with its words. */
export function Check({
  label,
  hint,
  ...rest
}: InputHTMLAttributes<HTMLInputElement> & { label: ReactNode; hint?: ReactNode }) {
  return (
    <label className="check">
      <input type="checkbox" {...rest} />
      <span>
        {label}
        {hint ? <span className="sub"> {hint}</span> : null}
      </span>
    </label>
  );
}

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  isDisabled?: boolean;
}

interface ChoicesProps {
  kind: "radio" | "checkbox";
  id: string;
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode | readonly string[];
  errorPrefix?: string;
  choices: readonly Choice[];
  chosen?: readonly string[];
  /** One under the other, where the words are long. */
  isColumn?: boolean;
  /** Framed targets of 52 px for party pages. */
  isLarge?: boolean;
  isRequired?: boolean;
}

/** Radios or tick boxes under one question. The first box carries the group's id, so that an error summary can lead there. */
export function Choices(props: ChoicesProps) {
  const {
    kind,
    id,
    name,
    legend,
    hint,
    error,
    errorPrefix,
    choices,
    chosen = [],
    isColumn,
    isLarge,
    isRequired,
  } = props;
  return (
    <fieldset
      className={classNames("group", hasError(error) && "has-err")}
      aria-describedby={describedBy({ id, hint, error })}
    >
      <legend>{legend}</legend>
      <FieldWords id={id} hint={hint} error={error} errorPrefix={errorPrefix} />
      <div className={isLarge ? "pick" : classNames("checks", isColumn && "is-column")}>
        {choices.map((choice, index) => (
          <label key={choice.value} className={isLarge ? undefined : "check"}>
            <input
              type={kind}
              id={index === 0 ? id : `${id}-${choice.value}`}
              name={name}
              value={choice.value}
              defaultChecked={chosen.includes(choice.value)}
              disabled={choice.isDisabled}
              required={kind === "radio" && isRequired}
            />
            <span>
              {choice.label}
              {choice.hint ? <span className="hint sub">{choice.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
