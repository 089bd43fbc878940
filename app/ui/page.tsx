import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Anchor } from "./router";

/** The main landmark of a staff page. `id` is where the skip link leads. */
export function Page({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <main className={classNames("page", className)} id="main" tabIndex={-1}>
      {children}
    </main>
  );
}

interface HeadProps {
  title: ReactNode;
  /** The total and the filter of a list, or what a case is about, in words. */
  children?: ReactNode;
  acts?: ReactNode;
  aside?: ReactNode;
}

/** The page's heading with its one-line summary and actions. */
export function Head({ title, children, acts, aside }: HeadProps) {
  return (
    <div className="head">
      <div>
        <h1>{title}</h1>
        {children ? <p>{children}</p> : null}
      </div>
      {aside}
      {acts ? <div className="acts">{acts}</div> : null}
    </div>
  );
}

export interface Crumb {
  href?: string;
  label: ReactNode;
}

/** Where this page lies; the last one is the page itself. */
export function Crumbs({ label, crumbs }: { label: string; crumbs: readonly Crumb[] }) {
  return (
    <nav className="crumb" aria-label={label}>
      {crumbs.map((crumb, index) => (
        <span key={crumb.href ?? "here"}>
          {index > 0 ? <span aria-hidden="true"> ／ </span> : null}
          {crumb.href ? (
            <Anchor href={crumb.href}>{crumb.label}</Anchor>
          ) : (
            <span aria-current="page">{crumb.label}</span>
          )}
        </span>
      ))}
    </nav>
  );
}

/** Two columns that become one on narrow screens. */
export function Columns({ kind, children }: { kind: "case" | "slot" | "board"; children: ReactNode }) {
  return <div className={`cols split ${kind}-cols`}>{children}</div>;
}
