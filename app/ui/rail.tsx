import type { ReactNode } from "react";

export interface Step {
  id: string;
  label: ReactNode;
  note?: ReactNode;
  progress: "was" | "now" | "ahead";
}

function Steps({ steps, className }: { steps: readonly Step[]; className: string }) {
  return (
    <ol className={className}>
      {steps.map((step) => (
        <li
          key={step.id}
          className={step.progress === "was" ? "was" : undefined}
          aria-current={step.progress === "now" ? "step" : undefined}
        >
          {step.label}
          {step.note ? <small>{step.note}</small> : null}
        </li>
      ))}
    </ol>
  );
}

/** Stages of a case, across; only stages, facts stand beside. */
export function Rail({ steps }: { steps: readonly Step[] }) {
  return <Steps steps={steps} className="rail" />;
}

/** The same, downwards and in plain words, for a party. */
export function Way({ steps }: { steps: readonly Step[] }) {
  return <Steps steps={steps} className="way" />;
}
