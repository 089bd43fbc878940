import type { ReactNode } from "react";
import { LinkButton } from "./button";

interface PagerProps {
  label: string;
  /** Total and place in words: "第 1—12 件，共 143 件". */
  summary: ReactNode;
  /** Keyset paging: where the neighbours are, if there are any. */
  previous?: { href: string; label: string };
  next?: { href: string; label: string };
}

export function Pager({ label, summary, previous, next }: PagerProps) {
  return (
    <nav className="pager" aria-label={label}>
      <p>{summary}</p>
      <div className="acts">
        {previous ? (
          <LinkButton href={previous.href} icon="prev" rel="prev">
            {previous.label}
          </LinkButton>
        ) : null}
        {next ? (
          <LinkButton href={next.href} iconAfter="next" rel="next">
            {next.label}
          </LinkButton>
        ) : null}
      </div>
    </nav>
  );
}

/** The line above a list: its total and filter in words, page selection, tools. */
export function ListBar({
  summary,
  children,
  tools,
}: {
  summary: ReactNode;
  children?: ReactNode;
  tools?: ReactNode;
}) {
  return (
    <div className="bar">
      <p>{summary}</p>
      {children}
      {tools ? <div className="acts">{tools}</div> : null}
    </div>
  );
}
