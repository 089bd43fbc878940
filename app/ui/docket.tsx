import type { ReactNode } from "react";

interface DocketProps {
  title: ReactNode;
  /** Date, totals, who may see it: one line under the title. */
  under: readonly { id: string; text: ReactNode }[];
  /** The table. */
  children: ReactNode;
  /** Lines to sign on. */
  signers: readonly string[];
  made: ReactNode;
}

/** A list made to be printed on one A4 sheet. Print it landscape by the page's handle. */
export function Docket({ title, under, children, signers, made }: DocketProps) {
  return (
    <main className="a4" id="main" tabIndex={-1}>
      <h1>{title}</h1>
      <div className="under">
        {under.map(({ id, text }) => (
          <span key={id}>{text}</span>
        ))}
      </div>
      {children}
      <div className="sign">
        {signers.map((signer) => (
          <p key={signer}>
            {signer}
            <span />
          </p>
        ))}
        <p className="q">{made}</p>
      </div>
    </main>
  );
}

/** What stands above a docket on screen and not on paper. */
export function DocketBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className="no-print docket-bar" aria-label={label}>
      {children}
    </nav>
  );
}
