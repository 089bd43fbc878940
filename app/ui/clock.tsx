import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Ruler } from "./ruler";

export interface ClockProps {
  /** Days left in words: "剩 3 天". */
  label: ReactNode;
  /** The due date, or why it is not running. */
  sub?: ReactNode;
  tone?: "risk" | "over";
  daysTotal?: number;
  daysGone?: number;
  isBig?: boolean;
}

/** A time limit in one cell: words, ruler, date. */
export function Clock({ label, sub, tone, daysTotal = 0, daysGone = 0, isBig }: ClockProps) {
  return (
    <div className={classNames("clock", tone && `is-${tone}`)}>
      <b className={isBig ? "big" : undefined}>{label}</b>
      <Ruler daysTotal={daysTotal} daysGone={daysGone} />
      {sub ? <span className="sub">{sub}</span> : null}
    </div>
  );
}

export interface ClockEntry extends ClockProps {
  id: string;
  title: ReactNode;
  /** Why this date: the limit explains itself. */
  sentence: ReactNode;
  law?: ReactNode;
}

/** The clocks of one case, each with its reason. */
export function Clocks({ clocks }: { clocks: readonly ClockEntry[] }) {
  return (
    <ul className="clocks">
      {clocks.map(({ id, title, sentence, law, ...clock }) => (
        <li key={id} className={clock.tone && `is-${clock.tone}`}>
          <Clock {...clock} isBig />
          <div>
            <h3>{title}</h3>
            <p>{sentence}</p>
            {law ? <p className="law">{law}</p> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
