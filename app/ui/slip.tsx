import { type ReactNode, useId } from "react";
import { type Fact, Facts } from "./facts";

interface SlipProps {
  title: string;
  /** Date and time, a line each. */
  when: readonly string[];
  facts: readonly Fact[];
  acts?: ReactNode;
  /** Says whose time it is. */
  hint?: ReactNode;
}

/** The next appointment, as one would pin it to a door. */
export function Slip({ title, when, facts, acts, hint }: SlipProps) {
  const id = useId();
  return (
    <section className="slip" aria-labelledby={id}>
      <h2 className="sr" id={id}>
        {title}
      </h2>
      <p className="when">
        {when.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </p>
      <Facts facts={facts} />
      {acts ? <div className="btns">{acts}</div> : null}
      {hint ? <p className="hint mt">{hint}</p> : null}
    </section>
  );
}
