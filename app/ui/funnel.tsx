import type { ReactNode } from "react";

const WIDTH = 104;

export interface FunnelStep {
  id: string;
  label: ReactNode;
  count: number;
  /** What was left over, not dropped. */
  isKept?: boolean;
}

/** Why candidates fell out, step by step; bars are relative to the total, numbers stand beside. */
export function Funnel({ steps }: { steps: readonly FunnelStep[] }) {
  const total = steps.reduce((sum, step) => sum + step.count, 0);
  return (
    <ul className="funnel">
      {steps.map((step) => (
        <li key={step.id} className={step.isKept ? "keep" : undefined}>
          <span>{step.label}</span>
          <svg viewBox={`0 0 ${WIDTH} 6`} aria-hidden="true" focusable="false">
            <rect width={total === 0 ? 0 : Math.round((step.count / total) * WIDTH)} height="6" />
          </svg>
          <span className="num">{step.count}</span>
        </li>
      ))}
    </ul>
  );
}
