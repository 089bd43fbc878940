import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** Shape and colour of a status: disk now/done, ring waiting, half in part, triangle at risk, square overdue or final, struck square refused, hatched square shut. */
export type Tone = "now" | "done" | "wait" | "part" | "risk" | "over" | "final" | "no" | "shut";

/** A shape, then its word; the word is always there. */
export function Status({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={classNames("st", `is-${tone}`)}>{children}</span>;
}

export interface Light {
  id: string;
  who: string;
  /** The full word where `who` is an abbreviation. */
  whoFull?: string;
  tone: Tone;
  word: string;
  at?: string;
}

/** One line per side. */
export function Lights({ lights }: { lights: readonly Light[] }) {
  return (
    <ul className="lights">
      {lights.map((light) => (
        <li key={light.id}>
          {light.whoFull ? (
            <abbr className="who" title={light.whoFull}>
              {light.who}
            </abbr>
          ) : (
            <span className="who">{light.who}</span>
          )}
          <Status tone={light.tone}>{light.word}</Status>
          {light.at ? <span className="at">{light.at}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** The words of a board's or list's marks. */
export function Key({ label, marks }: { label: string; marks: readonly { tone: Tone; word: string }[] }) {
  return (
    <ul className="key" aria-label={label}>
      {marks.map((mark) => (
        <li key={`${mark.tone} ${mark.word}`}>
          <Status tone={mark.tone}>{mark.word}</Status>
        </li>
      ))}
    </ul>
  );
}
