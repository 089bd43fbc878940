import type { ReactNode } from "react";

export interface TimelineEntry {
  id: string;
  /** Machine-readable instant. */
  at: string;
  when: string;
  what: ReactNode;
  detail?: ReactNode;
}

/** What happened, newest first. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="line">
      {entries.map((entry) => (
        <li key={entry.id}>
          <time dateTime={entry.at}>{entry.when}</time>
          <div>
            {entry.what}
            {entry.detail ? <p>{entry.detail}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
