import type { ReactNode } from "react";
import { DisplaySwitch, type DisplaySwitchProps } from "./display-switch";
import { Dock } from "./dock";
import { Footer } from "./footer";
import { type Brand, type Find, Masthead, type NavItem } from "./masthead";
import { Form } from "./router";
import { SkipLink } from "./skip-link";

export interface StaffFrameProps {
  skip: string;
  brand: Brand;
  nav?: { label: string; items: readonly NavItem[] };
  /** On a phone the navigation stands at the foot, within the thumb's reach: for roles that work on their feet. */
  hasDock?: boolean;
  find?: Find;
  me?: { name: string; role: ReactNode; signOut: { action: string; label: string } };
  language: DisplaySwitchProps;
  notes: readonly { id: string; note: ReactNode }[];
  /** The page: its own main landmark and, for a judge, the decision below it. */
  children: ReactNode;
}

/** What stands around every staff page. */
export function StaffFrame({
  skip,
  brand,
  nav,
  hasDock,
  find,
  me,
  language,
  notes,
  children,
}: StaffFrameProps) {
  const who = me ? (
    <>
      <b>{me.name}</b>
      {me.role}
      <span className="no-print">
        {" · "}
        <Form method="post" action={me.signOut.action}>
          <button type="submit" className="as-link">
            {me.signOut.label}
          </button>
        </Form>
        {" · "}
        <DisplaySwitch {...language} />
      </span>
    </>
  ) : (
    <DisplaySwitch {...language} />
  );
  return (
    <>
      <SkipLink label={skip} />
      <Masthead brand={brand} nav={nav} find={find} me={who} />
      {children}
      <Footer notes={notes} />
      {hasDock && nav ? <Dock {...nav} /> : null}
    </>
  );
}
