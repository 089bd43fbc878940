import type { ReactNode } from "react";

/** The line under every page: time zone, as-of, calendar version, help. */
export function Footer({ notes }: { notes: readonly { id: string; note: ReactNode }[] }) {
  return (
    <footer className="foot">
      <div className="foot-in">
        {notes.map(({ id, note }) => (
          <span key={id}>{note}</span>
        ))}
      </div>
    </footer>
  );
}
