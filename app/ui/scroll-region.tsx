import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** Wide content that scrolls sideways inside the page, reachable by keyboard. */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className={classNames("scroll", className)} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
