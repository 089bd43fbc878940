import type { ReactNode } from "react";
import { Anchor } from "./router";

export interface Stat {
  id: string;
  label: ReactNode;
  value: ReactNode;
  /** How it is counted; opens by tap as well as by pointing. */
  definition: ReactNode;
  definitionLabel: string;
  /** The list behind the figure. */
  href: string;
  tone?: "risk" | "over";
}

/** Figures, each opening its list and saying how it is counted. */
export function Stats({ stats }: { stats: readonly Stat[] }) {
  return (
    <ul className="stats">
      {stats.map((stat) => (
        <li key={stat.id}>
          <p className="q2">{stat.label}</p>
          <p className="stat">
            <Anchor href={stat.href} className={stat.tone && `is-${stat.tone}`}>
              {stat.value}
              <span className="sr"> {stat.label}</span>
            </Anchor>
          </p>
          <details className="fold">
            <summary>
              {stat.definitionLabel}
              <span className="sr"> {stat.label}</span>
            </summary>
            <p className="hint">{stat.definition}</p>
          </details>
        </li>
      ))}
    </ul>
  );
}
