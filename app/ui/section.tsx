import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";
import { Anchor } from "./router";

interface SectionHeadProps {
  id: string;
  title: ReactNode;
  /** Total, filter, basis: the quiet words beside the heading. */
  note?: ReactNode;
  end?: { href: string; label: ReactNode };
}

/** A heading on a 1.5 px ink rule. */
export function SectionHead({ id, title, note, end }: SectionHeadProps) {
  return (
    <div className="sec-h">
      <h2 id={id}>{title}</h2>
      {note ? <p>{note}</p> : null}
      {end ? (
        <Anchor className="end" href={end.href}>
          {end.label}
        </Anchor>
      ) : null}
    </div>
  );
}

interface SectionProps extends Omit<SectionHeadProps, "id"> {
  id?: string;
  /** For screen readers only, where the content speaks for itself. */
  isTitleHidden?: boolean;
  className?: string;
  children: ReactNode;
}

/** A part of a page with its heading. */
export function Section({ id, isTitleHidden, className, children, ...head }: SectionProps) {
  const own = useId();
  const heading = id ? `${id}-h` : own;
  return (
    <section className={classNames("sec", className)} id={id} aria-labelledby={heading}>
      {isTitleHidden ? (
        <h2 className="sr" id={heading}>
          {head.title}
        </h2>
      ) : (
        <SectionHead id={heading} {...head} />
      )}
      {children}
    </section>
  );
}

/** Paper with a frame: around tables, forms, documents only. */
export function Sheet({
  className,
  isPadded,
  children,
}: {
  className?: string;
  isPadded?: boolean;
  children: ReactNode;
}) {
  return <div className={classNames("sheet", isPadded && "rail-box", className)}>{children}</div>;
}
