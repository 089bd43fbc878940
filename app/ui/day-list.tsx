import type { ReactNode } from "react";
import { type Light, Lights } from "./status";

export interface DayEntry {
  id: string;
  from: string;
  to: string;
  /** A gap has only words; an appointment has a heading, lights, actions. */
  gap?: ReactNode;
  title?: ReactNode;
  detail?: ReactNode;
  /** Sentences of their own below the detail. */
  notes?: readonly string[];
  lights?: readonly Light[];
  acts?: ReactNode;
}

/** One person's day on a phone. */
export function DayList({ entries }: { entries: readonly DayEntry[] }) {
  return (
    <ol className="day">
      {entries.map((entry) => (
        <li key={entry.id} className={entry.gap ? "is-gap" : undefined}>
          <div className="t">
            {entry.from}
            <small>{entry.to}</small>
          </div>
          <div>
            {entry.gap}
            {entry.title ? <h3>{entry.title}</h3> : null}
            {entry.detail ? <p className="q2">{entry.detail}</p> : null}
            {entry.notes?.map((note) => (
              <p key={note}>{note}</p>
            ))}
            {entry.lights ? <Lights lights={entry.lights} /> : null}
            {entry.acts ? <div className="acts">{entry.acts}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

export interface Ask {
  id: string;
  title: ReactNode;
  detail?: ReactNode;
  acts: ReactNode;
}

/** What waits for this person's answer. */
export function Asks({ asks }: { asks: readonly Ask[] }) {
  return (
    <ul className="asks">
      {asks.map((ask) => (
        <li key={ask.id}>
          <h3>{ask.title}</h3>
          {ask.detail ? <p>{ask.detail}</p> : null}
          <div className="acts">{ask.acts}</div>
        </li>
      ))}
    </ul>
  );
}

interface AttentionItem {
  id: string;
  line: ReactNode;
  why?: ReactNode;
  /** How each side stands to it. */
  lights?: readonly Light[];
}

/** Short lines at a board's side or in a phone page: what it is, its mark, one line of why, a light for each side. */
export function Attention({ items }: { items: readonly AttentionItem[] }) {
  return (
    <ul className="attn">
      {items.map((item) => (
        <li key={item.id}>
          {item.line}
          {item.why ? <p>{item.why}</p> : null}
          {item.lights ? <Lights lights={item.lights} /> : null}
        </li>
      ))}
    </ul>
  );
}
