import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";

interface NoticeProps {
  tone?: "act" | "risk" | "final" | "done";
  title?: ReactNode;
  /** The outcome of what the reader just did: read out when it appears. */
  isOutcome?: boolean;
  icon?: IconName;
  children?: ReactNode;
}

/** A ruled band with a message. Titled notices are regions of the page. */
export function Notice({ tone, title, isOutcome, icon, children }: NoticeProps) {
  const id = useId();
  const className = classNames("note", tone && `is-${tone}`);
  const inside = (
    <>
      {title ? <h2 id={id}>{title}</h2> : null}
      {children}
    </>
  );
  if (isOutcome) {
    return (
      <div className={className} role="status">
        {inside}
      </div>
    );
  }
  if (title) {
    return (
      <section className={className} aria-labelledby={id}>
        {inside}
      </section>
    );
  }
  return (
    <div className={className}>
      {icon ? <Icon name={icon} /> : null}
      {icon ? <div>{children}</div> : children}
    </div>
  );
}

/** Nothing here, and what comes next. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty">
      <b>{title}</b>
      {children}
      {action ? <p className="mt">{action}</p> : null}
    </div>
  );
}
