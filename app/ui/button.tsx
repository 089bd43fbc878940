import type { ButtonHTMLAttributes, ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";
import { Anchor, type AnchorProps } from "./router";

interface Looks {
  /** One main button per decision; `final` only for acts that end something. */
  look?: "main" | "final" | "quiet";
  isWide?: boolean;
  isBig?: boolean;
  icon?: IconName;
  iconAfter?: IconName;
  /** The key that presses it, shown as a key cap. */
  shortcut?: string;
  /** Read after the visible word: which case, which row. */
  reading?: string;
  children: ReactNode;
}

const classOf = ({ look, isWide, isBig }: Looks, more?: string) =>
  classNames("btn", look && `is-${look}`, isWide && "is-wide", isBig && "big", more);

function Inside({ icon, iconAfter, shortcut, reading, children }: Looks) {
  return (
    <>
      {icon ? <Icon name={icon} /> : null}
      {children}
      {reading ? <span className="sr"> {reading}</span> : null}
      {shortcut ? (
        <span className="kbd" aria-hidden="true">
          {shortcut}
        </span>
      ) : null}
      {iconAfter ? <Icon name={iconAfter} /> : null}
    </>
  );
}

/** A button that submits its form (or, with `type="button"`, does what its handler says). */
export function Button(props: Looks & ButtonHTMLAttributes<HTMLButtonElement>) {
  const {
    look,
    isWide,
    isBig,
    icon,
    iconAfter,
    shortcut,
    reading,
    children,
    className,
    type = "submit",
    ...rest
  } = props;
  return (
    <button {...rest} type={type} className={classOf(props, className)}>
      <Inside {...{ icon, iconAfter, shortcut, reading }}>{children}</Inside>
    </button>
  );
}

/** A link that looks like a button: for going somewhere, never for an act that changes something. */
export function LinkButton(props: Looks & AnchorProps) {
  const { look, isWide, isBig, icon, iconAfter, shortcut, reading, children, className, ...rest } = props;
  return (
    <Anchor {...rest} className={classOf(props, className)}>
      <Inside {...{ icon, iconAfter, shortcut, reading }}>{children}</Inside>
    </Anchor>
  );
}
