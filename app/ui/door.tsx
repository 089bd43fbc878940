import type { ReactNode } from "react";

/** The sign-in page: the form, and beside it what a party or a doubtful visitor needs. */
export function Door({
  asideLabel,
  aside,
  children,
}: {
  asideLabel: string;
  aside: ReactNode;
  children: ReactNode;
}) {
  return (
    <main className="door" id="main" tabIndex={-1}>
      {children}
      <aside aria-label={asideLabel}>{aside}</aside>
    </main>
  );
}
